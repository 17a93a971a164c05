package io.dateline.serve.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.Tag;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import io.dateline.serve.SseClient;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Many clients of the live stream, some of whom do not read; the large form is SseBenchmark. */
@ExtendWith(LineExtension.class)
@Isolated("its crowd takes both cores")
class StreamCrowdTest {
  private static final int ARTICLES = 700;
  private static final int FIRST = 5_000;
  private static final int WORDS = 12;
  private static final int STALLED = 3;
  private static final String BODY = "The delegates met again and spoke for hours. ".repeat(80);
  private static final Pattern NUMBER = Pattern.compile("crowd/([0-9]+)");

  private final ServedLine line;

  StreamCrowdTest(ServedLine line) {
    this.line = line;
  }

  @Test
  void stalledClientsAreCutAndResumeWhileNobodyElseMissesOrRepeatsAnArticle() throws Exception {
    List<SseClient> healthy = new ArrayList<>();
    List<SseClient> stalled = new ArrayList<>();
    for (int i = 0; i < WORDS; i++) {
      healthy.add(SseClient.open(line.uri("/api/v1/stream?q=title:crowd%20title:w" + i), null));
      healthy.add(
          SseClient.open(line.uri("/api/v1/stream?source=crowd&country=" + country(i)), null));
    }
    for (int i = 0; i < STALLED; i++) {
      stalled.add(SseClient.stalled(line.uri("/api/v1/stream?source=crowd")));
    }
    IntStream.range(0, ARTICLES).forEach(this::publish);
    ServedLine.await(() -> lagged() >= STALLED);
    for (int i = 0; i < healthy.size(); i++) {
      int rest = i / 2;
      List<Integer> wanted =
          IntStream.range(0, ARTICLES).filter(n -> n % WORDS == rest).boxed().toList();
      assertThat(read(healthy.get(i), wanted.size())).as("client " + i).isEqualTo(wanted);
      healthy.get(i).close();
    }
    List<Integer> all = IntStream.range(0, ARTICLES).boxed().toList();
    for (SseClient client : stalled) {
      client.wake();
      List<Integer> seen = readToTheEnd(client);
      assertThat(seen).hasSizeLessThan(ARTICLES);
      try (var again = SseClient.open(line.uri("/api/v1/stream?source=crowd"), client.lastId())) {
        seen.addAll(read(again, ARTICLES - seen.size()));
      }
      assertThat(seen.stream().sorted().toList()).isEqualTo(all);
    }
  }

  private void publish(int number) {
    var article =
        Samples.article(FIRST + number, "en", "crowd w" + number % WORDS, BODY).toBuilder()
            .uri(new io.dateline.model.ArticleUri("https://news.example/crowd/" + number))
            .provenance(
                io.dateline.model.Provenance.UNKNOWN.foundBy(
                    new io.dateline.model.SourceId("crowd"), Samples.START))
            .build();
    String country = country(number % WORDS);
    var tag = Samples.tag(article, Tag.Kind.COUNTRY, country, country, Tag.Relation.ABOUT, "crowd");
    line.publish(Samples.enriched(article, "en", List.of(tag)));
  }

  private static String country(int rest) {
    return "AD AG AI AO AQ AS AW AX BB BF BI BJ".split(" ", -1)[rest];
  }

  private double lagged() {
    return line.get("/metrics")
        .body()
        .lines()
        .filter(text -> text.startsWith("dateline_stream_lagged_clients_total"))
        .mapToDouble(text -> Double.parseDouble(text.substring(text.lastIndexOf(' '))))
        .sum();
  }

  /** The numbers of so many articles and of whatever comes behind them, sorted. */
  private static List<Integer> read(SseClient client, int count) throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    while (numbers.size() < count) {
      numbers.add(number(client.next()));
    }
    for (var more = client.poll(20); more != null; more = client.poll(20)) {
      numbers.add(number(more));
    }
    return numbers.stream().sorted().toList();
  }

  private static List<Integer> readToTheEnd(SseClient client) throws InterruptedException {
    List<Integer> numbers = new ArrayList<>();
    ServedLine.await(client::hasEnded);
    for (var event = client.poll(20); event != null; event = client.poll(20)) {
      if (!event.type().equals("lagged")) {
        numbers.add(number(event));
      }
    }
    return numbers;
  }

  private static int number(SseClient.Event event) {
    Matcher number = NUMBER.matcher(event.data());
    assertThat(number.find()).as(event.data()).isTrue();
    return Integer.parseInt(number.group(1));
  }
}
