package io.dateline.enrich.count;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.model.ninjs.Json;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.kstream.Windowed;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/** Makes a record of the counts channel of every number that changed. */
final class TellCounts extends ContextualProcessor<Windowed<String>, Numbers, String, byte[]> {

  private final CountTopology.Interval interval;

  TellCounts(CountTopology.Interval interval) {
    this.interval = interval;
  }

  @Override
  public void process(Record<Windowed<String>, Numbers> record) {
    String start = Instant.ofEpochMilli(record.key().window().start()).toString();
    String tag = record.key().key();
    int parting = tag.indexOf('/');
    ObjectNode node = Json.object().put("start", start).put("interval", interval.id());
    node.put("by", tag.substring(0, parting)).put("value", tag.substring(parting + 1));
    node.put("articles", record.value().articles());
    node.put("withoutCopies", record.value().withoutCopies());
    RecordHeaders headers = new RecordHeaders();
    headers.add("content-type", "application/json".getBytes(UTF_8));
    String key = interval.id() + "/" + start + "/" + tag;
    context().forward(new Record<>(key, Json.write(node), record.timestamp(), headers));
  }
}
