package io.dateline.serve.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.dateline.serve.LineExtension;
import io.dateline.serve.ServedLine;
import java.time.Duration;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** Alerts that are due in hours or days, on a clock that is moved there. */
@ExtendWith(LineExtension.class)
@Isolated("moves the clock of serve, which all classes share")
class AlertTimesTest {
  private final ServedLine line;
  private final WatchDesk desk;

  AlertTimesTest(ServedLine line) {
    this.line = line;
    desk = new WatchDesk(line);
  }

  @Test
  void hourlyDigestGoesOutOnceAtTheFullHourWithAllHits() throws Exception {
    String watch =
        desk.create(
            "potoroo",
            ",\"alerts\":[{\"kind\":\"email\",\"rhythm\":\"hourly\",\"to\":[\"desk@news.example\"]}]");
    line.publish(WatchDesk.article(580, "A potoroo"));
    line.publish(WatchDesk.article(581, "Another potoroo"));
    ServedLine.await(() -> desk.allAre(watch, "pending", 2));
    for (JsonNode delivery : desk.list(watch, "deliveries")) {
      assertThat(delivery.get("at").asText()).endsWith(":00:00Z");
    }
    assertThat(desk.mailsOf(watch)).isEmpty();
    try {
      line.setAhead(Duration.ofHours(1));
      ServedLine.await(() -> desk.allAre(watch, "delivered", 2));
    } finally {
      line.setAhead(Duration.ZERO);
    }
    assertThat(desk.mailsOf(watch)).hasSize(1);
    assertThat(GreenMailUtil.getBody(desk.mailsOf(watch).get(0)))
        .contains("https://news.example/article/580", "https://news.example/article/581");
  }

  @Test
  void deliveryThatFailsForThreeDaysIsGivenUpAfterTenTries() throws Exception {
    Integer[] always = new Integer[RetryPlan.PAUSES.size() + 1];
    Arrays.fill(always, 503);
    try (Receiver receiver = new Receiver(always)) {
      String watch = desk.create("zorilla", WatchDesk.webhook(receiver));
      line.publish(WatchDesk.article(590, "A zorilla"));
      Duration ahead = Duration.ZERO;
      for (int failed = 1; failed <= RetryPlan.PAUSES.size(); failed++) {
        int tries = failed;
        ServedLine.await(
            () -> desk.list(watch, "deliveries").path(0).path("attempts").asInt() == tries);
        ahead = ahead.plus(RetryPlan.PAUSES.get(failed - 1));
        line.setAhead(ahead);
      }
      ServedLine.await(() -> desk.allAre(watch, "failed", 1));
      assertThat(desk.list(watch, "deliveries").get(0).get("note").asText())
          .startsWith("given up: HTTP 503");
      assertThat(receiver.taken()).hasSize(always.length);
      assertThat(receiver.taken().stream().map(taken -> taken.headers().get("webhook-id")))
          .containsOnly(receiver.taken().get(0).headers().get("webhook-id"));
    } finally {
      line.setAhead(Duration.ZERO);
    }
  }
}
