package io.dateline.serve.alert;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.WebhookSecret;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Signatures and the times of tries. */
class SigningTest {
  private static final Instant NOW = Instant.parse("2026-11-22T10:20:30Z");

  @Test
  void signatureIsTheOneOfTheStandardsOwnExample() {
    WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    String signature =
        secret.sign(
            "msg_p5jXN8AQM9LWM0D4loKWxJek",
            1_614_265_330,
            "{\"test\": 2432232314}".getBytes(UTF_8));
    assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
  }

  @Test
  void secretIsNeverShown() {
    WebhookSecret secret = WebhookSecret.parse("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw");
    var alert = new Alert.Webhook("a", URI.create("https://x.example/"), secret, false);
    assertThat(alert.toString()).doesNotContain("MfKQ9r8GKYqr");
    for (String wrong : List.of("MfKQ9r8GKYqr", "whsec_M*fKQ9r8GKYqr", "whsec_MfKQ9r8G")) {
      assertThatThrownBy(() -> WebhookSecret.parse(wrong))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageNotContaining("fKQ9r8G");
    }
  }

  @Test
  void triesEndAfterAboutThreeDays() {
    Instant at = NOW;
    int tries = 1;
    while (RetryPlan.next(tries, at, null).isPresent()) {
      at = RetryPlan.next(tries, at, null).get();
      tries++;
    }
    assertThat(tries).isEqualTo(10);
    assertThat(Duration.between(NOW, at)).isBetween(Duration.ofHours(75), Duration.ofHours(76));
  }

  @Test
  void receiverMayAskForALongerPauseButNotForAShorterOne() {
    assertThat(RetryPlan.next(1, NOW, Duration.ofHours(1))).contains(NOW.plusSeconds(3_600));
    assertThat(RetryPlan.next(2, NOW, Duration.ofSeconds(1))).contains(NOW.plusSeconds(300));
  }

  @Test
  void digestsWaitForTheFullHourOrForTheMorning() {
    assertThat(RetryPlan.first(mail(Alert.Rhythm.INSTANT), NOW)).isEqualTo(NOW);
    assertThat(RetryPlan.first(mail(Alert.Rhythm.HOURLY), NOW)).isEqualTo("2026-11-22T11:00:00Z");
    assertThat(RetryPlan.first(mail(Alert.Rhythm.DAILY), NOW)).isEqualTo("2026-11-23T06:00:00Z");
    Instant night = Instant.parse("2026-11-22T01:00:00Z");
    assertThat(RetryPlan.first(mail(Alert.Rhythm.DAILY), night)).isEqualTo("2026-11-22T06:00:00Z");
  }

  private static Alert mail(Alert.Rhythm rhythm) {
    return new Alert.Email("m", List.of("a@b.example"), rhythm, false);
  }
}
