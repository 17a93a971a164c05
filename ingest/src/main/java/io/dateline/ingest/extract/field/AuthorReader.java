package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Wordings;
import io.dateline.ingest.extract.meta.LdNode;
import io.dateline.ingest.extract.meta.MetaTags;
import io.dateline.ingest.extract.scan.Page;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the people who wrote the text. */
public final class AuthorReader {

  private static final int MAX_AUTHORS = 20;

  private final NameCleaner cleaner;

  /** Uses the word lists given. */
  public AuthorReader(Wordings wordings) {
    cleaner = new NameCleaner(wordings);
  }

  /** Names as printed, roles and addresses stripped; agencies and outlets are still among them. */
  public List<String> read(
      Page page, MetaTags metas, @Nullable LdNode article, List<LdNode> nodes) {
    Map<String, String> names = new LinkedHashMap<>();
    if (article != null) {
      addLd(article, nodes, names);
    }
    if (names.isEmpty()) {
      for (String key :
          List.of(
              "author",
              "article:author",
              "dc.creator",
              "parsely-author",
              "sailthru.author",
              "byl",
              "cxenseparse:author")) {
        metas.all(key).forEach(v -> add(v, names));
        if (!names.isEmpty()) {
          break;
        }
      }
    }
    if (names.isEmpty()) {
      addBylines(page, names);
    }
    return new ArrayList<>(names.values()).subList(0, Math.min(names.size(), MAX_AUTHORS));
  }

  private void addLd(LdNode article, List<LdNode> nodes, Map<String, String> names) {
    for (String key : List.of("author", "creator")) {
      for (LdNode author : article.nodes(key)) {
        String name = author.text("name");
        if (name == null) {
          name = byId(author, nodes);
        }
        if (name != null && !author.types().contains("Organization")) {
          add(name, names);
        }
      }
      if (names.isEmpty()) {
        article.texts(key).forEach(t -> add(t, names));
      }
      if (!names.isEmpty()) {
        return;
      }
    }
  }

  private static @Nullable String byId(LdNode author, List<LdNode> nodes) {
    var id = author.json().get("@id");
    if (id == null) {
      return null;
    }
    for (LdNode node : nodes) {
      var other = node.json().get("@id");
      if (other != null && other.asText().equals(id.asText()) && node.text("name") != null) {
        return node.text("name");
      }
    }
    return null;
  }

  private void addBylines(Page page, Map<String, String> names) {
    for (Page.Spot spot : page.bylines()) {
      String text = spot.element().text();
      if (text.length() <= 120) {
        add(text, names);
      }
      if (!names.isEmpty()) {
        return;
      }
    }
  }

  private void add(String raw, Map<String, String> names) {
    for (String name : cleaner.split(raw)) {
      names.putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }
  }
}
