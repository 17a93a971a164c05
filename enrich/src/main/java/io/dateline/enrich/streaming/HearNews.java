package io.dateline.enrich.streaming;

import io.dateline.model.StoryLinks;
import io.dateline.model.ninjs.StoryLinksCodec;
import java.util.List;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * What partitions tell each other. The news of stories of other languages are taken in, so that
 * this partition's are linked to them; links of stories that are published already are passed on,
 * keyed {@link Route#ofStory}. An erasure goes on once all partitions have forgotten the article:
 * exactly once, and behind every version that any of them passed on.
 */
final class HearNews extends ContextualProcessor<Route, byte[], Route, byte @Nullable []> {
  private final int partitions;
  private @Nullable GroupStores stores;

  HearNews(int partitions) {
    this.partitions = partitions;
  }

  @Override
  public void init(
      org.apache.kafka.streams.processor.api.ProcessorContext<Route, byte @Nullable []> opened) {
    super.init(opened);
    stores = GroupStores.of(opened);
  }

  @Override
  public void process(Record<Route, byte[]> record) {
    GroupStores open = stores;
    if (open == null) {
      throw new IllegalStateException("not initialised");
    }
    if (record.key().isErased()) {
      String uri = record.key().uri();
      if (open.forgotten(uri, record.timestamp(), context().currentStreamTimeMs()) == partitions) {
        context().forward(record.withValue(null));
      }
      return;
    }
    List<StoryLinks> late =
        open.at(context().currentStreamTimeMs()).adopt(StoryCodec.read(record.value()));
    open.keep();
    for (StoryLinks links : late) {
      Route story = Route.ofStory(links.story());
      context().forward(record.withKey(story).withValue(StoryLinksCodec.toJson(links)));
    }
  }

  @Override
  public void close() {
    if (stores != null) {
      GroupStores.end(context());
      stores = null;
    }
  }
}
