package io.dateline.enrich;

import io.dateline.model.Article;
import io.dateline.model.LanguageTag;
import io.dateline.model.Passage;
import io.dateline.model.Tag;
import java.util.ArrayList;
import java.util.List;

/**
 * An article on its way through the tagging stages.
 *
 * @param article as published
 * @param passages what is read for tags, cut to {@link Enricher#MAX_TEXT_CHARS}
 * @param language the language detected
 * @param tags found so far
 * @param notes remarks for the reader of the enrichment
 */
public record Draft(
    Article article,
    List<Passage> passages,
    LanguageTag language,
    List<Tag> tags,
    List<String> notes) {

  /** Copies the lists. */
  public Draft {
    passages = List.copyOf(passages);
    tags = List.copyOf(tags);
    notes = List.copyOf(notes);
  }

  /** The same with more tags behind those found so far. */
  Draft with(List<Tag> more) {
    List<Tag> all = new ArrayList<>(tags);
    all.addAll(more);
    return new Draft(article, passages, language, all, notes);
  }
}
