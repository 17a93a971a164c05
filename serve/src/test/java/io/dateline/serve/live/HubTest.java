package io.dateline.serve.live;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.model.EnrichedArticle;
import io.dateline.model.vocabulary.TopicTable;
import io.dateline.query.ParseResult;
import io.dateline.query.QueryLanguage;
import io.dateline.query.TagFilter;
import io.dateline.serve.Samples;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HubTest {
  private static final Duration AT_ONCE = Duration.ofMillis(1);

  private final Hub hub = new Hub(Positions.all(1, 0));
  private int published;

  @AfterEach
  void close() {
    hub.close();
  }

  private void publish(EnrichedArticle article) {
    int offset = published++;
    Positions after = Positions.all(1, offset + 1L);
    hub.publish(
        new LiveEvent(0, offset, after, article, new byte[100], Samples.START.toEpochMilli()));
  }

  private static StreamFilter query(String text) {
    var parsed = (ParseResult.Parsed) new QueryLanguage(TopicTable.standard()).parse(text);
    return new StreamFilter(TagFilter.NONE, parsed.query());
  }

  @Test
  void clientsGetWhatTheirQueriesFindUntilTheyLeave() throws InterruptedException {
    Subscriber talks = hub.joinNow(query("unterhändler")).subscriber();
    Subscriber same = hub.joinNow(query("unterhändler")).subscriber();
    Subscriber votes = hub.joinNow(query("country:PT")).subscriber();
    hub.leave(same);
    publish(Samples.talks());
    publish(Samples.election());
    assertThat(sent(talks)).containsExactly(0L);
    assertThat(sent(votes)).containsExactly(1L);
    assertThat(same.take(AT_ONCE)).isInstanceOf(Subscriber.Idle.class);
  }

  @Test
  void fullQueueIsDroppedAndItsClientResumesWhereItStood() throws InterruptedException {
    Hub.Joined slow = hub.joinNow(StreamFilter.ALL);
    Hub.Joined other = hub.joinNow(query("country:PT"));
    for (int i = 0; i <= Subscriber.MAX_EVENTS; i++) {
      publish(Samples.talks());
    }
    assertThat(slow.subscriber().take(AT_ONCE)).isInstanceOf(Subscriber.Lagged.class);
    assertThat(other.subscriber().take(AT_ONCE)).isInstanceOf(Subscriber.Idle.class);
    hub.leave(slow.subscriber());
    Hub.Joined again = hub.join(StreamFilter.ALL, slow.from()).orElseThrow();
    assertThat(again.missed()).hasSize(Subscriber.MAX_EVENTS + 1);
  }

  private static List<Long> sent(Subscriber subscriber) throws InterruptedException {
    return switch (subscriber.take(AT_ONCE)) {
      case Subscriber.Send send -> send.events().stream().map(LiveEvent::offset).toList();
      case Subscriber.Idle idle -> List.of();
      case Subscriber.Lagged lagged -> throw new AssertionError("lagged");
      case Subscriber.Closed closed -> throw new AssertionError("closed");
    };
  }
}
