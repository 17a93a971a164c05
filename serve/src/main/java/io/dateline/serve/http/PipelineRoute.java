package io.dateline.serve.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import io.dateline.serve.live.ChannelStatus;
import io.dateline.serve.live.ChannelStatus.Lag;
import io.dateline.serve.live.ChannelStatus.State;
import io.dateline.serve.store.CountStore;
import java.io.IOException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;

/** What the channels hold and how far behind their end each service is, of every instance. */
final class PipelineRoute implements Route {
  private static final String ENRICH = "enrich";
  private static final String SINK = "sink";

  private final ChannelStatus status;
  private final CountStore store;

  PipelineRoute(ChannelStatus status, CountStore store) {
    this.status = status;
    this.store = store;
  }

  @Override
  public void answer(Exchange exchange) throws IOException, SQLException, InterruptedException {
    exchange.parameters().allow();
    List<CountStore.Stored> stored = store.stored();
    try {
      List<State> channels = status.channels();
      exchange.json(json(channels, lags(channels, stored)));
    } catch (ExecutionException | TimeoutException e) {
      throw ProblemException.of(503, "Kafka does not answer: " + e.getMessage());
    }
  }

  private List<Lag> lags(List<State> channels, List<CountStore.Stored> stored)
      throws InterruptedException, ExecutionException, TimeoutException {
    List<Lag> lags = new ArrayList<>();
    for (State channel : channels) {
      if (channel.name().equals(status.articles())) {
        lags.add(status.lag(ENRICH, channel));
      }
      stored.stream()
          .filter(row -> row.channel().equals(channel.name()))
          .map(row -> new Lag(SINK, channel.name(), Math.max(0, channel.end() - row.positions())))
          .forEach(lags::add);
    }
    return lags;
  }

  private static ObjectNode json(List<State> channels, List<Lag> lags) {
    ObjectNode root = Json.object();
    ArrayNode shown = root.putArray("channels");
    channels.forEach(state -> shown.addObject().put("name", state.name()).put("end", state.end()));
    ArrayNode behind = root.putArray("lags");
    for (Lag lag : lags) {
      ObjectNode node = behind.addObject().put("reader", lag.reader());
      node.put("channel", lag.channel()).put("positions", lag.positions());
    }
    return root;
  }
}
