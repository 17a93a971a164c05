package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.EventHeaders;
import io.dateline.model.Tag;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import io.dateline.serve.SseClient;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Live streams over a real broker and database. */
@ExtendWith(LineExtension.class)
class StreamApiTest {
  private final ServedLine line;

  StreamApiTest(ServedLine line) {
    this.line = line;
  }

  @Test
  void streamSendsWhatIsPublishedAndResumesWithoutGapOrRepeat() throws Exception {
    String resume;
    try (SseClient client = SseClient.open(line.uri("/api/v1/stream?country=FI"), null)) {
      line.publish(finnish(100));
      line.publish(Samples.election());
      line.publish(finnish(101));
      SseClient.Event first = client.next();
      assertThat(first.type()).isEqualTo("created");
      assertThat(first.data()).contains("article/100").startsWith("{\"id\":\"");
      resume = first.id();
      assertThat(client.next().data()).contains("article/101");
    }
    line.publish(finnish(102));
    try (SseClient again = SseClient.open(line.uri("/api/v1/stream?country=FI"), resume)) {
      assertThat(again.next().data()).contains("article/101");
      assertThat(again.next().data()).contains("article/102");
      line.publish(finnish(103));
      assertThat(again.next().data()).contains("article/103");
      assertThat(again.poll(200)).isNull();
    }
  }

  @Test
  void streamReplaysFromATime() throws Exception {
    Instant before = Instant.now().minusMillis(5);
    line.publish(finnish(110));
    try (SseClient client =
        SseClient.open(line.uri("/api/v1/stream?country=FI&since=" + before), null)) {
      assertThat(client.next().data()).contains("article/110");
      line.publish(finnish(111));
      assertThat(client.next().data()).contains("article/111");
    }
  }

  @Test
  void erasureIsToldToEveryStream() throws Exception {
    line.store(finnish(120));
    try (SseClient client = SseClient.open(line.uri("/api/v1/stream?country=PT"), null)) {
      String uri = finnish(120).article().uri().value();
      line.send(
          uri,
          null,
          new EventHeaders(uri, EventHeaders.Type.ERASED, "test", null, "", null, false));
      SseClient.Event event = client.next();
      assertThat(event.type()).isEqualTo("erased");
      assertThat(event.data()).contains("article/120").doesNotContain("bodies");
      ServedLine.await(() ->
          line.get("/api/v1/articles/" + finnish(120).article().uri().id()).statusCode() == 404);
    }
  }

  private static EnrichedArticle finnish(int number) {
    var article = Samples.article(number, "en", "Report " + number, "News from Finland.");
    return Samples.enriched(
        article,
        "en",
        List.of(
            Samples.tag(
                article, Tag.Kind.COUNTRY, "FI", "Finland", Tag.Relation.ABOUT, "Finland")));
  }
}
