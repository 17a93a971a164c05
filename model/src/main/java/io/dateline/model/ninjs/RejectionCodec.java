package io.dateline.model.ninjs;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.SourceId;
import io.dateline.model.Stage;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** Rejections to and from the JSON of the rejected channel. */
public final class RejectionCodec {

  private RejectionCodec() {}

  /** The rejection in UTF-8; the payload as Base64 (RFC 4648). */
  public static byte[] toJson(Rejection rejection) {
    ObjectNode node = Json.object();
    node.put("stage", rejection.stage().id()).put("reason", rejection.reason().id());
    Json.put(node, "detail", rejection.detail());
    Json.put(node, "subject", rejection.subject());
    Json.put(node, "origin", rejection.origin());
    Json.put(node, "source", rejection.source() == null ? null : rejection.source().value());
    Json.put(node, "at", rejection.at() == null ? null : rejection.at().toString());
    byte[] payload = rejection.payload();
    if (payload != null) {
      node.put("payload", Base64.getEncoder().encodeToString(payload));
    }
    return Json.write(node);
  }

  /**
   * Reads a rejection.
   *
   * @throws CodecException when the bytes are not JSON or stage, reason or subject are unknown
   */
  public static Rejection fromJson(byte[] bytes) throws CodecException {
    ObjectNode node = Json.read(bytes);
    try {
      String source = Json.text(node, "source");
      String payload = Json.text(node, "payload");
      String at = Json.text(node, "at");
      return new Rejection(
          Stage.of(orEmpty(Json.text(node, "stage"))),
          Reason.of(orEmpty(Json.text(node, "reason"))),
          orEmpty(Json.text(node, "detail")),
          orEmpty(Json.text(node, "subject")),
          Json.text(node, "origin"),
          source == null ? null : new SourceId(source),
          payload == null ? null : Base64.getDecoder().decode(payload),
          at == null ? null : Instant.parse(at));
    } catch (IllegalArgumentException | DateTimeParseException e) {
      throw new CodecException(Reason.BAD_NINJS, "not a rejection: " + e.getMessage(), e);
    }
  }

  private static String orEmpty(@Nullable String value) {
    return value == null ? "" : value;
  }
}
