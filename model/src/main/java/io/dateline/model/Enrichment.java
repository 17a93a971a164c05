package io.dateline.model;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the enrich stages found.
 *
 * @param pipeline version of the code that tagged ("0.1.0")
 * @param vocabulary version of the lexicons and gazetteers
 * @param language the language detected
 * @param tags countries and topics with evidence, most confident first
 * @param copyGroup the copies of this text; null before grouping
 * @param story the story; null before grouping
 * @param removed what was taken out of the text
 * @param notes plain remarks ("text cut at 1048576 characters")
 */
public record Enrichment(
    String pipeline,
    String vocabulary,
    LanguageTag language,
    List<Tag> tags,
    @Nullable CopyGroup copyGroup,
    @Nullable StoryRef story,
    List<Removal> removed,
    List<String> notes) {

  /** Copies the lists. */
  public Enrichment {
    tags = List.copyOf(tags);
    removed = List.copyOf(removed);
    notes = List.copyOf(notes);
  }

  /** Codes of the tags of a kind and relation, in order. */
  public List<String> codes(Tag.Kind kind, Tag.Relation relation) {
    return tags.stream()
        .filter(t -> t.kind() == kind && t.relation() == relation)
        .map(Tag::code)
        .toList();
  }

  /** The same with its groups. */
  public Enrichment grouped(CopyGroup copies, @Nullable StoryRef storyRef) {
    return new Enrichment(pipeline, vocabulary, language, tags, copies, storyRef, removed, notes);
  }
}
