package io.dateline.enrich.streaming;

import io.dateline.model.EventHeaders;
import io.dateline.model.Reason;
import io.dateline.model.Rejection;
import io.dateline.model.Stage;
import io.dateline.model.ninjs.RejectionCodec;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The dead letter handler: a record that makes a stage throw goes to the rejected channel as a
 * {@link Rejection}, in the transaction that moves on past it. Failures of Kafka or of a state
 * store are no fault of the record and stop the thread. Kafka Streams makes the instance.
 */
public final class RejectRecord implements ProcessingExceptionHandler {

  /** Configuration: name of the rejected channel. */
  public static final String CHANNEL = "dateline.rejected.channel";

  /** Configuration: the {@link EnrichMeters}. */
  public static final String METERS = "dateline.enrich.meters";

  /** Configuration: the {@link InstantSource}. */
  public static final String CLOCK = "dateline.clock";

  private static final Logger LOG = LoggerFactory.getLogger(RejectRecord.class);

  private Target target = new Target("", null, InstantSource.system());

  private record Target(String channel, @Nullable EnrichMeters meters, InstantSource clock) {}

  @Override
  public void configure(Map<String, ?> configs) {
    target =
        new Target(
            (String) required(configs, CHANNEL),
            (EnrichMeters) configs.get(METERS),
            (InstantSource) required(configs, CLOCK));
  }

  private static Object required(Map<String, ?> configs, String name) {
    return Objects.requireNonNull(configs.get(name), name);
  }

  @Override
  public Response handleError(
      ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
    if (exception instanceof KafkaException) {
      return Response.fail();
    }
    Rejection rejection = rejection(context, exception);
    count(rejection);
    return Response.resume(List.of(letter(rejection, context)));
  }

  private Rejection rejection(ErrorHandlerContext context, Exception exception) {
    Reason reason =
        exception instanceof StageFailure failure ? failure.reason() : Reason.INTERNAL_ERROR;
    String detail =
        exception instanceof StageFailure failure
            ? String.valueOf(failure.getMessage())
            : exception.toString();
    return new Rejection(
        Stage.of(context.processorNodeId()),
        reason,
        detail,
        subject(context.sourceRawKey()),
        context.topic() + "-" + context.partition() + "@" + context.offset(),
        null,
        context.sourceRawValue(),
        target.clock().instant());
  }

  private void count(Rejection rejection) {
    EnrichMeters meters = target.meters();
    if (meters != null) {
      meters.of(rejection.stage()).rejected(rejection.reason());
    }
    LOG.warn(
        "rejected at {}: {} {}: {} ({})",
        rejection.stage().id(),
        rejection.reason().id(),
        rejection.subject(),
        rejection.detail(),
        rejection.origin());
  }

  private ProducerRecord<byte[], byte[]> letter(Rejection rejection, ErrorHandlerContext context) {
    RecordHeaders headers = new RecordHeaders(context.headers());
    headers.remove("content-type");
    headers.add("content-type", EventHeaders.CONTENT_TYPE.getBytes(StandardCharsets.UTF_8));
    return new ProducerRecord<>(
        target.channel(),
        null,
        context.timestamp(),
        rejection.subject().getBytes(StandardCharsets.UTF_8),
        RejectionCodec.toJson(rejection),
        headers);
  }

  private static String subject(byte @Nullable [] key) {
    if (key == null) {
      return "";
    }
    String text = new String(key, StandardCharsets.UTF_8);
    return text.substring(text.indexOf(' ') + 1);
  }
}
