package io.dateline.serve.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.icegreen.greenmail.util.GreenMailUtil;
import io.dateline.model.CopyGroup;
import io.dateline.model.EnrichedArticle;
import io.dateline.model.Enrichment;
import io.dateline.model.EventHeaders;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.serve.LineExtension;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import io.dateline.serve.watch.WebhookSecret;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** From an article on the channel to the receiver of an alert, over real servers. */
@ExtendWith(LineExtension.class)
@Isolated("restarts serve, which all classes share")
class AlertsTest {
  private static final JsonMapper JSON = new JsonMapper();
  private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private final ServedLine line;

  AlertsTest(ServedLine line) {
    this.line = line;
  }

  private HttpResponse<String> send(String method, String path, String body) {
    return line.send(
        HttpRequest.newBuilder(line.uri(path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  private String create(String query, String more) throws IOException {
    HttpResponse<String> made =
        send("POST", "/api/v1/watches", "{\"name\":\"T\",\"query\":\"" + query + "\"" + more + "}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).doesNotContain("MfKQ9r8G");
    return JSON.readTree(made.body()).get("id").asText();
  }

  private static String webhook(Receiver receiver) {
    return ",\"alerts\":[{\"kind\":\"webhook\",\"url\":\""
        + receiver.url("127.0.0.1")
        + "\",\"secret\":\""
        + SECRET
        + "\"}]";
  }

  private JsonNode list(String watch, String what) {
    try {
      return JSON.readTree(line.get("/api/v1/watches/" + watch + "/" + what).body()).get(what);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private boolean allAre(String watch, String state, int count) {
    JsonNode deliveries = list(watch, "deliveries");
    return deliveries.size() == count
        && deliveries.findValuesAsText("state").stream().allMatch(state::equals);
  }

  private static EnrichedArticle article(int number, String headline) {
    return Samples.enriched(Samples.article(number, "en", headline, "Text."), "en", List.of());
  }

  private static EnrichedArticle version(EnrichedArticle first, int version, String headline) {
    var text = io.dateline.model.Text.of(headline, "Text.");
    return new EnrichedArticle(
        first.article().toBuilder().version(version).text(text).build(), first.enrichment());
  }

  @Test
  void hitIsPostedSignedAndRecorded() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String watch = create("pangolin", webhook(receiver));
      line.publish(article(501, "A pangolin"));
      ServedLine.await(() -> allAre(watch, "delivered", 1));
      Receiver.Taken taken = receiver.taken().get(0);
      String id = taken.headers().getOrDefault("webhook-id", "");
      long at = Long.parseLong(taken.headers().getOrDefault("webhook-timestamp", ""));
      assertThat(taken.headers())
          .containsEntry(
              "webhook-signature", WebhookSecret.parse(SECRET).sign(id, at, taken.body()));
      JsonNode body = JSON.readTree(taken.body());
      assertThat(body.get("type").asText()).isEqualTo("dateline.hit.created");
      assertThat(body.at("/data/id").asText()).isEqualTo(id);
      assertThat(body.at("/data/words/0").asText()).isEqualTo("pangolin");
      assertThat(line.get("/api/v1/watches/" + watch).body()).doesNotContain("secret");
    }
  }

  @Test
  void failedTryIsRepeatedWithTheSameIdAndSurvivesARestart() throws Exception {
    try (Receiver receiver = new Receiver(500)) {
      String watch = create("axolotl", webhook(receiver));
      line.publish(article(510, "An axolotl"));
      ServedLine.await(() -> receiver.taken().size() == 1);
      ServedLine.await(() -> list(watch, "deliveries").get(0).get("attempts").asInt() == 1);
      line.restartServe();
      ServedLine.await(() -> allAre(watch, "delivered", 1));
      assertThat(receiver.taken()).hasSize(2);
      assertThat(receiver.taken().get(1).headers().get("webhook-id"))
          .isEqualTo(receiver.taken().get(0).headers().get("webhook-id"));
      assertThat(receiver.taken().get(1).body()).isEqualTo(receiver.taken().get(0).body());
    }
  }

  @Test
  void goneSwitchesTheAlertOff() throws Exception {
    try (Receiver receiver = new Receiver(410)) {
      String watch = create("okapi", webhook(receiver));
      line.publish(article(520, "An okapi"));
      ServedLine.await(
          () -> line.get("/api/v1/watches/" + watch).body().contains("\"disabled\":true"));
      line.publish(article(521, "Another okapi"));
      ServedLine.await(() -> list(watch, "hits").size() == 2);
      assertThat(receiver.taken()).hasSize(1);
      assertThat(list(watch, "deliveries").get(0).get("state").asText()).isEqualTo("failed");
    }
  }

  @Test
  void laterVersionGoesToTheWatchThatCaughtAnEarlierOne() throws Exception {
    String watch = create("title:capybara", "");
    EnrichedArticle first = article(530, "A capybara");
    line.publish(first);
    line.publish(version(first, 2, "A large rodent"));
    ServedLine.await(() -> list(watch, "hits").size() == 2);
    JsonNode later = list(watch, "hits").get(0);
    assertThat(later.get("event").asText()).isEqualTo("updated");
    assertThat(later.get("matching").asBoolean()).isFalse();
    line.restartServe();
    line.publish(version(first, 3, "A larger rodent"));
    ServedLine.await(() -> list(watch, "hits").size() == 3);
  }

  @Test
  void erasureGoesToTheWatchThatCaughtTheArticleAndClearsItsText() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String watch = create("aardwolf", webhook(receiver));
      EnrichedArticle caught = article(535, "An aardwolf");
      line.publish(caught);
      ServedLine.await(() -> allAre(watch, "delivered", 1));
      String uri = caught.article().uri().value();
      var headers =
          new EventHeaders(
              "x", EventHeaders.Type.ERASED, "test", null, EnrichedCodec.SCHEMA, null, false);
      line.send(uri, null, headers);
      ServedLine.await(() -> allAre(watch, "delivered", 2));
      JsonNode body = JSON.readTree(receiver.taken().get(1).body());
      assertThat(body.get("type").asText()).isEqualTo("dateline.hit.erased");
      assertThat(body.at("/data/uri").asText()).isEqualTo(uri);
      assertThat(list(watch, "hits").toString()).doesNotContain("An aardwolf");
      line.send(uri, null, headers);
      line.publish(article(536, "Another aardwolf"));
      ServedLine.await(() -> list(watch, "hits").size() == 3);
    }
  }

  @Test
  void copiesOfATextAreCaughtOnceWhenThatIsWanted() throws Exception {
    String once = create("tapir", ",\"oncePerText\":true");
    String each = create("tapir", "");
    for (int i = 0; i < 3; i++) {
      EnrichedArticle one = article(540 + i, "A tapir");
      Enrichment e = one.enrichment();
      CopyGroup group = new CopyGroup("tapirs", CopyGroup.Role.COPY, 100);
      line.publish(
          new EnrichedArticle(
              one.article(),
              new Enrichment(
                  e.pipeline(),
                  e.vocabulary(),
                  e.language(),
                  e.tags(),
                  group,
                  e.story(),
                  e.removed(),
                  e.notes())));
    }
    ServedLine.await(() -> list(each, "hits").size() == 3);
    assertThat(list(once, "hits")).hasSize(1);
  }

  @Test
  void backfillIsNeverCaught() throws Exception {
    String watch = create("numbat-backfilled", "");
    EnrichedArticle old = article(550, "numbat-backfilled");
    var headers =
        new EventHeaders(
            "x", EventHeaders.Type.CREATED, "test", null, EnrichedCodec.SCHEMA, null, true);
    line.send(old.article().uri().value(), EnrichedCodec.toJson(old), headers);
    line.publish(article(551, "numbat-backfilled again"));
    ServedLine.await(() -> !list(watch, "hits").isEmpty());
    assertThat(list(watch, "hits")).hasSize(1);
  }

  @Test
  void mailIsSentInPlainTextWithoutForeignHeaders() throws Exception {
    String watch =
        create("quoll", ",\"alerts\":[{\"kind\":\"email\",\"to\":[\"desk@news.example\"]}]");
    line.publish(article(560, "A quoll\r\nBcc: evil@news.example"));
    ServedLine.await(() -> allAre(watch, "delivered", 1));
    var message = mailsOf(watch).get(0);
    assertThat(message.getSubject()).isEqualTo("T: A quoll Bcc: evil@news.example");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(GreenMailUtil.getBody(message)).contains("https://news.example/article/560");
  }

  /** Other classes' watches send mail to the same server. */
  private List<MimeMessage> mailsOf(String watch) throws MessagingException {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage message : line.mail().getReceivedMessages()) {
      if (watch.equals(message.getHeader("X-Dateline-Watch", null))) {
        found.add(message);
      }
    }
    return found;
  }

  @Test
  void hourlyDigestGoesOutOnceAtTheFullHourWithAllHits() throws Exception {
    String watch =
        create(
            "potoroo",
            ",\"alerts\":[{\"kind\":\"email\",\"rhythm\":\"hourly\",\"to\":[\"desk@news.example\"]}]");
    line.publish(article(580, "A potoroo"));
    line.publish(article(581, "Another potoroo"));
    ServedLine.await(() -> allAre(watch, "pending", 2));
    for (JsonNode delivery : list(watch, "deliveries")) {
      assertThat(delivery.get("at").asText()).endsWith(":00:00Z");
    }
    assertThat(mailsOf(watch)).isEmpty();
    try {
      line.setAhead(Duration.ofHours(1));
      ServedLine.await(() -> allAre(watch, "delivered", 2));
    } finally {
      line.setAhead(Duration.ZERO);
    }
    assertThat(mailsOf(watch)).hasSize(1);
    assertThat(GreenMailUtil.getBody(mailsOf(watch).get(0)))
        .contains("https://news.example/article/580", "https://news.example/article/581");
  }

  @Test
  void deliveryThatFailsForThreeDaysIsGivenUpAfterTenTries() throws Exception {
    Integer[] always = new Integer[RetryPlan.PAUSES.size() + 1];
    Arrays.fill(always, 503);
    try (Receiver receiver = new Receiver(always)) {
      String watch = create("zorilla", webhook(receiver));
      line.publish(article(590, "A zorilla"));
      Duration ahead = Duration.ZERO;
      for (int failed = 1; failed <= RetryPlan.PAUSES.size(); failed++) {
        int tries = failed;
        ServedLine.await(() -> list(watch, "deliveries").path(0).path("attempts").asInt() == tries);
        ahead = ahead.plus(RetryPlan.PAUSES.get(failed - 1));
        line.setAhead(ahead);
      }
      ServedLine.await(() -> allAre(watch, "failed", 1));
      assertThat(list(watch, "deliveries").get(0).get("note").asText())
          .startsWith("given up: HTTP 503");
      assertThat(receiver.taken()).hasSize(always.length);
      assertThat(receiver.taken().stream().map(taken -> taken.headers().get("webhook-id")))
          .containsOnly(receiver.taken().get(0).headers().get("webhook-id"));
    } finally {
      line.setAhead(Duration.ZERO);
    }
  }

  @Test
  void wrongAlertsAreRefusedWithoutRepeatingTheSecret() {
    for (String alert :
        List.of(
            "{\"kind\":\"webhook\",\"url\":\"http://10.0.0.1/\",\"secret\":\"" + SECRET + "\"}",
            "{\"kind\":\"webhook\",\"url\":\"https://x.example/\"}",
            "{\"kind\":\"webhook\",\"url\":\"https://x.example/\",\"secret\":\"MfKQ9r8G\"}",
            "{\"kind\":\"email\",\"to\":[]}",
            "{\"kind\":\"email\",\"to\":[\"a@b.example, c@d.example\"]}",
            "{\"kind\":\"pigeon\"}")) {
      HttpResponse<String> refused =
          send(
              "POST",
              "/api/v1/watches",
              "{\"name\":\"T\",\"query\":\"x\",\"alerts\":[" + alert + "]}");
      assertThat(refused.statusCode()).as(alert).isEqualTo(400);
      assertThat(refused.body()).contains("\"parameter\":\"alerts\"").doesNotContain("MfKQ9r8G");
    }
  }

  @Test
  void everyWatchHasFeeds() throws Exception {
    String watch = create("bilby", "");
    line.store(article(570, "A bilby & <others>"));
    ServedLine.await(() -> list(watch, "hits").size() == 1);
    HttpResponse<String> atom = line.get("/api/v1/watches/" + watch + "/feed.atom");
    assertThat(atom.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom");
    assertThat(atom.body()).contains("<title>A bilby &amp; &lt;others&gt;</title>");
    JsonNode feed = JSON.readTree(line.get("/api/v1/watches/" + watch + "/feed.json").body());
    assertThat(feed.get("title").asText()).isEqualTo("Dateline: T");
    assertThat(feed.at("/items/0/title").asText()).isEqualTo("A bilby & <others>");
    assertThat(line.get("/api/v1/watches/none/feed.atom").statusCode()).isEqualTo(404);
  }
}
