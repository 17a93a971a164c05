package io.dateline.app.line;

import io.dateline.ingest.SourceDesk;
import io.dateline.ingest.source.SourceJson;
import io.dateline.runtime.KafkaSettings;
import io.dateline.serve.http.SourceIntake;
import org.apache.kafka.common.KafkaException;

/** Hands sources that come over HTTP to those who watch. */
public final class SourceGate implements SourceIntake {

  private final SourceDesk desk;

  /** A gate to the sources of a line. */
  public SourceGate(KafkaSettings kafka) {
    desk = new SourceDesk(kafka);
  }

  @Override
  public Result add(byte[] json) {
    try {
      return switch (desk.add(json)) {
        case SourceDesk.Added added ->
            new Added(added.source().id().value(), SourceJson.write(added.source()));
        case SourceDesk.Refused refused -> new Refused(refused.why());
        case SourceDesk.Taken taken -> new Taken(taken.id().value());
      };
    } catch (KafkaException e) {
      return new Unavailable("Kafka does not take it now: " + e.getMessage());
    }
  }
}
