package io.dateline.serve.http;

import io.dateline.serve.live.LiveStreams;
import io.dateline.serve.live.Positions;
import io.dateline.serve.live.StreamFilter;
import io.dateline.serve.live.StreamRequest;
import java.io.IOException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The live stream as Server-Sent Events. */
final class StreamRoute implements Route {
  private final LiveStreams streams;
  private final Filters filters;
  private final WriteWatch writes;

  StreamRoute(LiveStreams streams, Filters filters, WriteWatch writes) {
    this.streams = streams;
    this.filters = filters;
    this.writes = writes;
  }

  @Override
  public void answer(Exchange exchange) throws IOException, InterruptedException {
    Parameters parameters =
        exchange
            .parameters()
            .allow("q", "topic", "country", "lang", "source", "since", "lastEventId");
    StreamRequest request =
        new StreamRequest(
            new StreamFilter(filters.read(parameters), filters.query(parameters, "q")),
            start(exchange, parameters));
    exchange.set("Content-Type", "text/event-stream").set("X-Accel-Buffering", "no");
    LiveStreams.Outcome outcome =
        writes.guard(exchange.endPoint(), exchange::write, sink -> streams.stream(request, sink));
    switch (outcome) {
      case ENDED -> exchange.end();
      case FULL -> throw ProblemException.of(503, "as many streams as allowed are open");
      case NOT_READY -> throw ProblemException.of(503, "the channel has not been reached yet");
    }
  }

  private static StreamRequest.Start start(Exchange exchange, Parameters parameters) {
    String header = exchange.header("Last-Event-ID");
    String name = header == null || header.isEmpty() ? "lastEventId" : "Last-Event-ID";
    @Nullable String last = name.equals("Last-Event-ID") ? header : parameters.one("lastEventId");
    Instant since = parameters.time("since");
    if (last != null) {
      return new StreamRequest.After(positions(name, last));
    }
    return since == null ? new StreamRequest.Live() : new StreamRequest.Since(since);
  }

  private static Positions positions(String name, String text) {
    try {
      return Positions.parse(text);
    } catch (IllegalArgumentException e) {
      throw ProblemException.parameter(name, String.valueOf(e.getMessage()));
    }
  }
}
