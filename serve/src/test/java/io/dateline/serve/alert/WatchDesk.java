package io.dateline.serve.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dateline.model.EnrichedArticle;
import io.dateline.serve.Samples;
import io.dateline.serve.ServedLine;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;

/** Makes watches over HTTP and asks what became of their alerts. */
final class WatchDesk {
  /** Signs the webhooks. */
  static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

  private static final JsonMapper JSON = new JsonMapper();

  private final ServedLine line;

  WatchDesk(ServedLine line) {
    this.line = line;
  }

  /** Any request with a body. */
  HttpResponse<String> send(String method, String path, String body) {
    return line.send(
        HttpRequest.newBuilder(line.uri(path))
            .method(method, BodyPublishers.ofString(body))
            .build());
  }

  /** A new watch's id; more is put behind its query. */
  String create(String query, String more) throws IOException {
    HttpResponse<String> made =
        send("POST", "/api/v1/watches", "{\"name\":\"T\",\"query\":\"" + query + "\"" + more + "}");
    assertThat(made.statusCode()).as(made.body()).isEqualTo(201);
    assertThat(made.body()).doesNotContain("MfKQ9r8G");
    return JSON.readTree(made.body()).get("id").asText();
  }

  /** A signed webhook, to be put behind a query. */
  static String webhook(Receiver receiver) {
    return ",\"alerts\":[{\"kind\":\"webhook\",\"url\":\""
        + receiver.url("127.0.0.1")
        + "\",\"secret\":\""
        + SECRET
        + "\"}]";
  }

  /** The hits or deliveries of a watch. */
  JsonNode list(String watch, String what) {
    try {
      return JSON.readTree(line.get("/api/v1/watches/" + watch + "/" + what).body()).get(what);
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Whether a watch has so many deliveries, all in one state. */
  boolean allAre(String watch, String state, int count) {
    JsonNode deliveries = list(watch, "deliveries");
    return deliveries.size() == count
        && deliveries.findValuesAsText("state").stream().allMatch(state::equals);
  }

  /** An article that a word of its headline finds. */
  static EnrichedArticle article(int number, String headline) {
    return Samples.enriched(Samples.article(number, "en", headline, "Text."), "en", List.of());
  }

  /** The mail of one watch: other classes' watches send to the same server. */
  List<MimeMessage> mailsOf(String watch) throws MessagingException {
    List<MimeMessage> found = new ArrayList<>();
    for (MimeMessage message : line.mail().getReceivedMessages()) {
      if (watch.equals(message.getHeader("X-Dateline-Watch", null))) {
        found.add(message);
      }
    }
    return found;
  }
}
