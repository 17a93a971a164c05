package io.dateline.serve.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Alerts as JSON: with their secrets on the channel, without them for people. */
public final class AlertCodec {

  private AlertCodec() {}

  /** An alert without its secret. */
  public static ObjectNode toTree(Alert alert) {
    ObjectNode node = Json.object().put("id", alert.id());
    switch (alert) {
      case Alert.Webhook webhook ->
          node.put("kind", "webhook").put("url", webhook.url().toString());
      case Alert.Email email -> {
        node.put("kind", "email");
        ArrayNode to = node.putArray("to");
        email.to().forEach(to::add);
        node.put("rhythm", email.rhythm().name().toLowerCase(Locale.ROOT));
      }
    }
    return node.put("disabled", alert.disabled());
  }

  static ObjectNode toRecord(Alert alert) {
    ObjectNode node = toTree(alert);
    if (alert instanceof Alert.Webhook webhook) {
      node.put("secret", webhook.secret().reveal());
    }
    return node;
  }

  /**
   * Reads the alerts of a watch. A webhook without a secret keeps the one that was known under its
   * id.
   *
   * @param nodes an array, or nothing
   * @param known alerts saved before
   * @throws IllegalArgumentException saying what is wrong, without secrets
   */
  public static List<Alert> read(JsonNode nodes, List<Alert> known) {
    if (nodes.isMissingNode() || nodes.isNull()) {
      return List.of();
    }
    if (!nodes.isArray() || nodes.size() > Alert.MAX_ALERTS) {
      throw new IllegalArgumentException("alerts is no array of at most " + Alert.MAX_ALERTS);
    }
    List<Alert> alerts = new ArrayList<>();
    for (JsonNode node : nodes) {
      String id = node.path("id").asText("alert-" + (alerts.size() + 1));
      if (alerts.stream().anyMatch(alert -> alert.id().equals(id))) {
        throw new IllegalArgumentException("two alerts have the id " + id);
      }
      alerts.add(alert(id, node, known));
    }
    return alerts;
  }

  private static Alert alert(String id, JsonNode node, List<Alert> known) {
    boolean disabled = node.path("disabled").asBoolean();
    return switch (node.path("kind").asText()) {
      case "webhook" -> new Alert.Webhook(id, url(node), secret(id, node, known), disabled);
      case "email" -> new Alert.Email(id, receivers(node), rhythm(node), disabled);
      default -> throw new IllegalArgumentException("an alert's kind is webhook or email");
    };
  }

  private static URI url(JsonNode node) {
    String url = node.path("url").asText();
    if (url.isEmpty() || url.length() > Alert.MAX_ADDRESS_CHARS) {
      throw new IllegalArgumentException("a webhook needs a url");
    }
    return URI.create(url);
  }

  private static WebhookSecret secret(String id, JsonNode node, List<Alert> known) {
    if (node.hasNonNull("secret")) {
      return WebhookSecret.parse(node.get("secret").asText());
    }
    Optional<WebhookSecret> before =
        known.stream()
            .filter(alert -> alert.id().equals(id))
            .flatMap(alert ->
                alert instanceof Alert.Webhook webhook
                    ? Optional.of(webhook.secret()).stream()
                    : java.util.stream.Stream.empty())
            .findFirst();
    return before.orElseThrow(
        () -> new IllegalArgumentException("a webhook needs a secret: whsec_ and base64"));
  }

  private static List<String> receivers(JsonNode node) {
    List<String> to = new ArrayList<>();
    for (JsonNode address : node.path("to")) {
      String text = address.asText().strip();
      if (!text.matches("[^\\s@<>,;:\"\\p{Cntrl}]{1,64}@[^\\s@<>,;:\"\\p{Cntrl}]{1,250}")) {
        throw new IllegalArgumentException("'" + text + "' is no e-mail address");
      }
      to.add(text);
    }
    return to;
  }

  private static Alert.Rhythm rhythm(JsonNode node) {
    String name = node.path("rhythm").asText("instant");
    for (Alert.Rhythm rhythm : Alert.Rhythm.values()) {
      if (rhythm.name().toLowerCase(Locale.ROOT).equals(name)) {
        return rhythm;
      }
    }
    throw new IllegalArgumentException("rhythm is instant, hourly or daily");
  }
}
