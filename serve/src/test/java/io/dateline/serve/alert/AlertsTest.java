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
import io.dateline.serve.ServedLine;
import io.dateline.serve.watch.WebhookSecret;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.parallel.Isolated;

/** From an article on the channel to the receiver of an alert, over real servers. */
@ExtendWith(LineExtension.class)
@Isolated("restarts serve, which all classes share")
class AlertsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private final ServedLine line;
  private final WatchDesk desk;

  AlertsTest(ServedLine line) {
    this.line = line;
    desk = new WatchDesk(line);
  }

  private static EnrichedArticle version(EnrichedArticle first, int version, String headline) {
    var text = io.dateline.model.Text.of(headline, "Text.");
    return new EnrichedArticle(
        first.article().toBuilder().version(version).text(text).build(), first.enrichment());
  }

  @Test
  void hitIsPostedSignedAndRecorded() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String watch = desk.create("pangolin", WatchDesk.webhook(receiver));
      line.publish(WatchDesk.article(501, "A pangolin"));
      ServedLine.await(() -> desk.allAre(watch, "delivered", 1));
      Receiver.Taken taken = receiver.taken().get(0);
      String id = taken.headers().getOrDefault("webhook-id", "");
      long at = Long.parseLong(taken.headers().getOrDefault("webhook-timestamp", ""));
      assertThat(taken.headers())
          .containsEntry(
              "webhook-signature",
              WebhookSecret.parse(WatchDesk.SECRET).sign(id, at, taken.body()));
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
      String watch = desk.create("axolotl", WatchDesk.webhook(receiver));
      line.publish(WatchDesk.article(510, "An axolotl"));
      ServedLine.await(() -> receiver.taken().size() == 1);
      ServedLine.await(() -> desk.list(watch, "deliveries").get(0).get("attempts").asInt() == 1);
      line.restartServe();
      ServedLine.await(() -> desk.allAre(watch, "delivered", 1));
      assertThat(receiver.taken()).hasSize(2);
      assertThat(receiver.taken().get(1).headers().get("webhook-id"))
          .isEqualTo(receiver.taken().get(0).headers().get("webhook-id"));
      assertThat(receiver.taken().get(1).body()).isEqualTo(receiver.taken().get(0).body());
    }
  }

  @Test
  void goneSwitchesTheAlertOff() throws Exception {
    try (Receiver receiver = new Receiver(410)) {
      String watch = desk.create("okapi", WatchDesk.webhook(receiver));
      line.publish(WatchDesk.article(520, "An okapi"));
      ServedLine.await(
          () -> line.get("/api/v1/watches/" + watch).body().contains("\"disabled\":true"));
      line.publish(WatchDesk.article(521, "Another okapi"));
      ServedLine.await(() -> desk.list(watch, "hits").size() == 2);
      assertThat(receiver.taken()).hasSize(1);
      assertThat(desk.list(watch, "deliveries").get(0).get("state").asText()).isEqualTo("failed");
    }
  }

  @Test
  void laterVersionGoesToTheWatchThatCaughtAnEarlierOne() throws Exception {
    String watch = desk.create("title:capybara", "");
    EnrichedArticle first = WatchDesk.article(530, "A capybara");
    line.publish(first);
    line.publish(version(first, 2, "A large rodent"));
    ServedLine.await(() -> desk.list(watch, "hits").size() == 2);
    JsonNode later = desk.list(watch, "hits").get(0);
    assertThat(later.get("event").asText()).isEqualTo("updated");
    assertThat(later.get("matching").asBoolean()).isFalse();
    line.restartServe();
    line.publish(version(first, 3, "A larger rodent"));
    ServedLine.await(() -> desk.list(watch, "hits").size() == 3);
  }

  @Test
  void erasureGoesToTheWatchThatCaughtTheArticleAndClearsItsText() throws Exception {
    try (Receiver receiver = new Receiver()) {
      String watch = desk.create("aardwolf", WatchDesk.webhook(receiver));
      EnrichedArticle caught = WatchDesk.article(535, "An aardwolf");
      line.publish(caught);
      ServedLine.await(() -> desk.allAre(watch, "delivered", 1));
      String uri = caught.article().uri().value();
      var headers =
          new EventHeaders(
              "x", EventHeaders.Type.ERASED, "test", null, EnrichedCodec.SCHEMA, null, false);
      line.send(uri, null, headers);
      ServedLine.await(() -> desk.allAre(watch, "delivered", 2));
      JsonNode body = JSON.readTree(receiver.taken().get(1).body());
      assertThat(body.get("type").asText()).isEqualTo("dateline.hit.erased");
      assertThat(body.at("/data/uri").asText()).isEqualTo(uri);
      assertThat(desk.list(watch, "hits").toString()).doesNotContain("An aardwolf");
      line.send(uri, null, headers);
      line.publish(WatchDesk.article(536, "Another aardwolf"));
      ServedLine.await(() -> desk.list(watch, "hits").size() == 3);
    }
  }

  @Test
  void copiesOfATextAreCaughtOnceWhenThatIsWanted() throws Exception {
    String once = desk.create("tapir", ",\"oncePerText\":true");
    String each = desk.create("tapir", "");
    for (int i = 0; i < 3; i++) {
      EnrichedArticle one = WatchDesk.article(540 + i, "A tapir");
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
    ServedLine.await(() -> desk.list(each, "hits").size() == 3);
    assertThat(desk.list(once, "hits")).hasSize(1);
  }

  @Test
  void backfillIsNeverCaught() throws Exception {
    String watch = desk.create("numbat-backfilled", "");
    EnrichedArticle old = WatchDesk.article(550, "numbat-backfilled");
    var headers =
        new EventHeaders(
            "x", EventHeaders.Type.CREATED, "test", null, EnrichedCodec.SCHEMA, null, true);
    line.send(old.article().uri().value(), EnrichedCodec.toJson(old), headers);
    line.publish(WatchDesk.article(551, "numbat-backfilled again"));
    ServedLine.await(() -> !desk.list(watch, "hits").isEmpty());
    assertThat(desk.list(watch, "hits")).hasSize(1);
  }

  @Test
  void mailIsSentInPlainTextWithoutForeignHeaders() throws Exception {
    String watch =
        desk.create("quoll", ",\"alerts\":[{\"kind\":\"email\",\"to\":[\"desk@news.example\"]}]");
    line.publish(WatchDesk.article(560, "A quoll\r\nBcc: evil@news.example"));
    ServedLine.await(() -> desk.allAre(watch, "delivered", 1));
    var message = desk.mailsOf(watch).get(0);
    assertThat(message.getSubject()).isEqualTo("T: A quoll Bcc: evil@news.example");
    assertThat(message.getAllRecipients()).hasSize(1);
    assertThat(GreenMailUtil.getBody(message)).contains("https://news.example/article/560");
  }

  @Test
  void wrongAlertsAreRefusedWithoutRepeatingTheSecret() {
    for (String alert :
        List.of(
            "{\"kind\":\"webhook\",\"url\":\"http://10.0.0.1/\",\"secret\":\""
                + WatchDesk.SECRET
                + "\"}",
            "{\"kind\":\"webhook\",\"url\":\"https://x.example/\"}",
            "{\"kind\":\"webhook\",\"url\":\"https://x.example/\",\"secret\":\"MfKQ9r8G\"}",
            "{\"kind\":\"email\",\"to\":[]}",
            "{\"kind\":\"email\",\"to\":[\"a@b.example, c@d.example\"]}",
            "{\"kind\":\"pigeon\"}")) {
      HttpResponse<String> refused =
          desk.send(
              "POST",
              "/api/v1/watches",
              "{\"name\":\"T\",\"query\":\"x\",\"alerts\":[" + alert + "]}");
      assertThat(refused.statusCode()).as(alert).isEqualTo(400);
      assertThat(refused.body()).contains("\"parameter\":\"alerts\"").doesNotContain("MfKQ9r8G");
    }
  }

  @Test
  void everyWatchHasFeeds() throws Exception {
    String watch = desk.create("bilby", "");
    line.store(WatchDesk.article(570, "A bilby & <others>"));
    ServedLine.await(() -> desk.list(watch, "hits").size() == 1);
    HttpResponse<String> atom = line.get("/api/v1/watches/" + watch + "/feed.atom");
    assertThat(atom.headers().firstValue("Content-Type").orElse("")).startsWith("application/atom");
    assertThat(atom.body()).contains("<title>A bilby &amp; &lt;others&gt;</title>");
    JsonNode feed = JSON.readTree(line.get("/api/v1/watches/" + watch + "/feed.json").body());
    assertThat(feed.get("title").asText()).isEqualTo("Dateline: T");
    assertThat(feed.at("/items/0/title").asText()).isEqualTo("A bilby & <others>");
    assertThat(line.get("/api/v1/watches/none/feed.atom").statusCode()).isEqualTo(404);
  }
}
