package io.dateline.ingest;

import io.dateline.ingest.fetch.Politeness;
import io.dateline.ingest.source.SourcesFile;
import io.dateline.model.Article;
import io.dateline.model.Rejection;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.RejectionCodec;
import io.dateline.runtime.KafkaSettings;
import java.time.Duration;
import java.util.List;

/** What tests of a running ingest share. */
public final class LineRig {

  static final String[] BODY = {
    "The council met on Tuesday evening and agreed on a budget for the coming year after a long"
        + " debate that went on until midnight, officials said.",
    "Members of both parties spoke for the plan, which sets aside money for schools, roads and a"
        + " new library in the northern part of the town.",
    "Critics said that the figures were too hopeful, and asked for another report in spring before"
        + " the first contracts are signed."
  };

  private LineRig() {}

  /** Paragraphs of an article. */
  public static String[] body() {
    return BODY.clone();
  }

  /** Settings for the sources of a YAML text; 10 ms between requests. */
  static IngestSettings settings(KafkaSettings kafka, String yaml) {
    SourcesFile file = SourcesFile.parse(yaml);
    if (!file.mistakes().isEmpty()) {
      throw new AssertionError(file.mistakes());
    }
    return IngestSettings.of(kafka, file.sources())
        .with(new Politeness("Datelinebot", Duration.ofMillis(10), 1, true));
  }

  /** A source of one feed of a web, polled every second. */
  public static String yaml(String id, SmallWeb web, String feed) {
    return "sources: [{id: %s, country: GB, language: en, feeds: [\"%s\"], private: [\"%s\"], poll: {min: 1s, max: 2s}}]"
        .formatted(id, web.url(feed), web.authority());
  }

  /** The articles of a channel. */
  public static List<Article> articles(ChannelTail tail) {
    return tail.values().stream().map(LineRig::article).toList();
  }

  /** The rejections of a channel. */
  public static List<Rejection> rejections(ChannelTail tail) {
    return tail.values().stream().map(LineRig::rejection).toList();
  }

  static Article article(byte[] json) {
    try {
      return ArticleCodec.fromJson(json);
    } catch (CodecException e) {
      throw new AssertionError(e);
    }
  }

  private static Rejection rejection(byte[] json) {
    try {
      return RejectionCodec.fromJson(json);
    } catch (CodecException e) {
      throw new AssertionError(e);
    }
  }
}
