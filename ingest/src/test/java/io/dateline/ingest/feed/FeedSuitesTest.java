package io.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.ingest.suite.Suite;
import io.dateline.ingest.suite.Suite.Score;
import io.dateline.ingest.url.Urls;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class FeedSuitesTest {

  private static final String JSON_FEED = "application/feed+json";

  private static final Pattern ITEM =
      Pattern.compile("item\\.([a-z]+)(?:\\[(\\d+)])?(?:\\.([a-z]+))?@(\\d+)");

  @Test
  void assertedFactsOfFeedparser() {
    Score score = new Score("feeds-feedparser core facts");
    facts("feeds-feedparser", score);
    assertThat(score.print().share()).isGreaterThanOrEqualTo(0.9);
  }

  @Test
  void assertedFactsOfMiniflux() {
    // the rest are that reader's own defaults: a title from the link, a self link from the address
    Score score = new Score("feeds-miniflux facts");
    facts("feeds-miniflux", score);
    assertThat(score.print().share()).isGreaterThanOrEqualTo(0.8);
  }

  @Test
  void goodJsonInAnItemLeavesItReadAndBadJsonNeverThrows() {
    Suite suite = Suite.of("json-parsing");
    Score score = new Score("json-parsing in a JSON Feed");
    for (JsonNode c : suite.cases()) {
      byte[] json = suite.bytes(c);
      FeedResult alone = FeedReader.read(json, JSON_FEED, "https://news.example/feed");
      FeedResult within = FeedReader.read(feedWith(json), JSON_FEED, "https://news.example/feed");
      boolean read = within instanceof FeedResult.Parsed p && p.feed().entries().size() == 1;
      boolean good = c.at("/expect/verdict").asText().equals("accept");
      score.add(alone instanceof FeedResult.Bad && (read || !good), c.path("id").asText());
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  private static byte[] feedWith(byte[] json) {
    ByteArrayOutputStream feed = new ByteArrayOutputStream();
    feed.writeBytes(
        """
        {"version": "https://jsonfeed.org/version/1.1", "title": "Ferries", "items": [{"id": "1",
        "url": "https://news.example/1", "content_text": "It left at noon.", "_own":
        """
            .getBytes(StandardCharsets.UTF_8));
    feed.writeBytes(json);
    feed.writeBytes("}]}".getBytes(StandardCharsets.UTF_8));
    return feed.toByteArray();
  }

  private static void facts(String name, Score score) {
    Suite suite = Suite.of(name);
    for (JsonNode c : suite.cases()) {
      String url = c.at("/in/feed_url").asText("http://127.0.0.1:8097/f.xml");
      FeedResult result = FeedReader.read(suite.bytes(c), contentType(c), url);
      if (c.at("/expect/error").asBoolean()) {
        score.add(result instanceof FeedResult.Bad, c.path("id") + " should fail");
        continue;
      }
      for (JsonNode check : c.at("/expect/checks")) {
        if (check.has("neutral") && !check.path("neutral").asText().equals("encoding")) {
          String got =
              result instanceof FeedResult.Parsed p
                  ? value(p.feed(), check.path("neutral").asText())
                  : "<bad>";
          score.add(agrees(check, got), c.path("id").asText() + " " + check + " got " + got);
        }
      }
    }
  }

  private static @Nullable String contentType(JsonNode c) {
    for (var header : c.at("/in/http_headers").properties()) {
      if (header.getKey().equalsIgnoreCase("content-type")) {
        return header.getValue().asText();
      }
    }
    return null;
  }

  private static boolean agrees(JsonNode check, @Nullable String got) {
    JsonNode value = check.path("value");
    return switch (check.path("op").asText()) {
      case "len" -> Objects.equals(got, value.asText());
      case "instant" -> got != null && Instant.parse(got).equals(instant(value.asText()));
      default ->
          plain(value.isNull() ? null : value.asText()).equals(plain(got))
              || Objects.equals(Urls.resolve("http://127.0.0.1:8097/f.xml", value.asText()), got);
    };
  }

  private static Instant instant(String text) {
    OffsetDateTime date = FeedDate.parse(text);
    return date == null ? Instant.EPOCH : date.toInstant();
  }

  private static String plain(@Nullable String html) {
    if (html == null) {
      return "";
    }
    var body = Jsoup.parse(html).body();
    body.select("script,style,applet,noscript").remove();
    return body.text().replaceAll("\\s+", " ").strip();
  }

  private static @Nullable String value(ParsedFeed feed, String path) {
    Matcher item = ITEM.matcher(path);
    if (item.matches()) {
      int index = Integer.parseInt(item.group(4));
      return index >= feed.entries().size()
          ? "<none>"
          : entryValue(feed.entries().get(index), item);
    }
    return switch (path) {
      case "feed.title" -> feed.title();
      case "feed.description" -> feed.description();
      case "feed.link" -> feed.link();
      case "feed.self" -> feed.self();
      case "feed.image" -> feed.image();
      case "feed.author" -> feed.author();
      case "feed.language" -> feed.language();
      case "feed.id" -> feed.id();
      case "feed.updated" -> feed.updated() == null ? null : feed.updated().toInstant().toString();
      case "items.count" -> Integer.toString(feed.entries().size());
      default -> "<unknown " + path + ">";
    };
  }

  private static @Nullable String entryValue(FeedEntry e, Matcher item) {
    int index = item.group(2) == null ? 0 : Integer.parseInt(item.group(2));
    return switch (item.group(1)) {
      case "title" -> e.title();
      case "link" -> e.link();
      case "id" -> e.id();
      case "summary" -> e.summary();
      case "content" -> e.content() == null ? e.summary() : e.content();
      case "author" -> String.join(", ", e.authors());
      case "published" -> text(e.published());
      case "updated" -> text(e.updated());
      case "created" -> text(e.published());
      case "comments" -> e.comments();
      case "language" -> e.language();
      case "tag", "category" -> index < e.categories().size() ? e.categories().get(index) : null;
      case "enclosure" -> {
        if (index >= e.enclosures().size()) {
          yield null;
        }
        FeedEntry.Enclosure x = e.enclosures().get(index);
        yield switch (String.valueOf(item.group(3))) {
          case "type" -> x.type();
          case "length" -> x.length();
          default -> x.url();
        };
      }
      default -> "<unknown " + item.group(1).toLowerCase(Locale.ROOT) + ">";
    };
  }

  private static @Nullable String text(@Nullable OffsetDateTime date) {
    return date == null ? null : date.toInstant().toString();
  }

  @Test
  void everyFeedOfEverySuiteIsParsedOrRefusedInTime() {
    Score score = new Score("feeds parsed or refused with a reason, < 2 s");
    for (String name :
        List.of(
            "feeds-feedparser",
            "feeds-feedvalidator",
            "feeds-gofeed",
            "feeds-miniflux",
            "feeds-real",
            "feeds-rome",
            "xml-attacks")) {
      Suite suite = Suite.of(name);
      for (JsonNode c : suite.cases()) {
        if (!c.at("/in/file").isTextual()) {
          continue;
        }
        long start = System.nanoTime();
        String what = c.path("id").asText();
        try {
          FeedReader.read(suite.bytes(c), contentType(c), "https://example.org/feed");
        } catch (RuntimeException | StackOverflowError e) {
          what += " " + e;
          start = 0;
        }
        score.add(System.nanoTime() - start < 2_000_000_000L, what);
      }
    }
    assertThat(score.print().share()).isEqualTo(1);
  }

  @Test
  void agreedFieldsOfWellFormedFeeds() {
    Score score = new Score("feeds agreed fields of well-formed feeds");
    Score feeds = new Score("feeds with all agreed fields right");
    for (String name : List.of("feeds-feedvalidator", "feeds-rome", "feeds-real", "feeds-gofeed")) {
      Suite suite = Suite.of(name);
      for (JsonNode c : suite.cases()) {
        JsonNode oracle = c.path("oracle_feedparser_6_0_10");
        if (oracle.isMissingNode() || oracle.path("bozo").asBoolean(true)) {
          continue;
        }
        FeedResult result =
            FeedReader.read(suite.bytes(c), contentType(c), "https://example.org/feed");
        List<String> wrong = new ArrayList<>();
        if (!(result instanceof FeedResult.Parsed parsed)) {
          if (oracle.path("n").asInt() > 0) {
            score.add(false, c.path("id").asText() + " " + result);
            feeds.add(false, c.path("id").asText() + " " + result);
          }
          continue;
        }
        compare(oracle, parsed.feed(), wrong);
        wrong.forEach(w -> score.add(false, c.path("id").asText() + " " + w));
        score.add(true, "");
        feeds.add(wrong.isEmpty(), c.path("id").asText() + " " + wrong);
      }
    }
    score.print();
    assertThat(feeds.print().share()).isGreaterThanOrEqualTo(0.98);
  }

  private static void compare(JsonNode oracle, ParsedFeed feed, List<String> wrong) {
    if (oracle.path("n").asInt() != feed.entries().size()) {
      wrong.add("entries " + feed.entries().size() + " want " + oracle.path("n"));
      return;
    }
    field(oracle.at("/feed/title"), feed.title(), "title", wrong);
    for (int i = 0; i < oracle.path("entries").size(); i++) {
      JsonNode want = oracle.path("entries").get(i);
      FeedEntry got = feed.entries().get(i);
      field(want.path("title"), got.title(), i + ".title", wrong);
      if (want.path("link").asText().startsWith("http")) {
        field(want.path("link"), got.link(), i + ".link", wrong);
      }
      date(want.path("published"), got.published(), i + ".published", wrong);
      // feedparser gives the publication date where nothing is said of changes
      date(
          want.path("updated"),
          got.updated() == null ? got.published() : got.updated(),
          i + ".updated",
          wrong);
    }
  }

  private static void date(
      JsonNode want, @Nullable OffsetDateTime got, String what, List<String> wrong) {
    if (want.isTextual()
        && (got == null || !got.toInstant().equals(Instant.parse(want.asText())))) {
      wrong.add(what + " " + got + " want " + want.asText());
    }
  }

  private static void field(JsonNode want, @Nullable String got, String what, List<String> wrong) {
    if (!want.isTextual() || want.asText().isBlank()) {
      return;
    }
    String w = plain(want.asText());
    String resolved = Urls.resolve("https://example.org/feed", want.asText());
    boolean same = w.equals(plain(got)) || w.equals(got) || plain(w).equals(plain(got));
    if (!same && !Objects.equals(resolved, got)) {
      wrong.add(what + " '" + got + "' want '" + want.asText() + "'");
    }
  }
}
