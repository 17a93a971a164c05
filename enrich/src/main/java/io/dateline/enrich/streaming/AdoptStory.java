package io.dateline.enrich.streaming;

import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/** Takes in the news of stories of other languages, so that this partition's are linked to them. */
final class AdoptStory implements Processor<Route, byte[], Void, Void> {
  private @Nullable ProcessorContext<Void, Void> context;
  private @Nullable GroupStores stores;

  @Override
  public void init(ProcessorContext<Void, Void> opened) {
    context = opened;
    stores = GroupStores.of(opened);
  }

  @Override
  public void process(Record<Route, byte[]> record) {
    if (context == null || stores == null) {
      throw new IllegalStateException("not initialised");
    }
    stores.at(context.currentStreamTimeMs()).adopt(StoryCodec.read(record.value()));
    stores.keep();
  }
}
