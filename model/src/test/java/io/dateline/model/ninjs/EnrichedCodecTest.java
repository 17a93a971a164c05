package io.dateline.model.ninjs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.Removal;
import io.dateline.model.StoryRef;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class EnrichedCodecTest {

  private static final EnrichedArticle WHOLE = Samples.enriched();
  private static final CopyGroup COPIES = Objects.requireNonNull(WHOLE.enrichment().copyGroup());
  private static final StoryRef STORY = Objects.requireNonNull(WHOLE.enrichment().story());

  /** What a text would have to say to be taken for the place of the groups. */
  private static final String TRAP = ",\"removed\":[ \\\",\\\"removed\\\":[";

  @Test
  void groupsAddedLaterGiveTheSameBytes() {
    assertGrouped(WHOLE.enrichment().removed(), List.of("a note"));
    assertGrouped(List.of(), List.of());
  }

  @Test
  void aTextThatLooksLikeThePlaceOfTheGroupsIsNone() {
    assertGrouped(List.of(new Removal(Removal.Kind.CAPTION, TRAP)), List.of(TRAP));
  }

  @Test
  void whatIsNoEnrichedArticleGetsNoGroups() {
    byte[] other = "{\"enrichment\":{}}".getBytes(StandardCharsets.UTF_8);
    assertThatThrownBy(() -> EnrichedCodec.grouped(other, COPIES, STORY))
        .isInstanceOf(IllegalArgumentException.class);
  }

  private static void assertGrouped(List<Removal> removed, List<String> notes) {
    Enrichment like = WHOLE.enrichment();
    Enrichment tagged =
        new Enrichment(
            like.pipeline(),
            like.vocabulary(),
            like.language(),
            like.tags(),
            null,
            null,
            removed,
            notes);
    byte[] before = EnrichedCodec.toJson(new EnrichedArticle(WHOLE.article(), tagged));
    byte[] whole =
        EnrichedCodec.toJson(new EnrichedArticle(WHOLE.article(), tagged.grouped(COPIES, STORY)));
    assertThat(new String(EnrichedCodec.grouped(before, COPIES, STORY), StandardCharsets.UTF_8))
        .isEqualTo(new String(whole, StandardCharsets.UTF_8));
  }
}
