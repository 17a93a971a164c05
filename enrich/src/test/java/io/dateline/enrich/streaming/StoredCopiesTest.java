package io.dateline.enrich.streaming;

import io.dateline.enrich.duplicate.CopyState;
import io.dateline.enrich.duplicate.CopyStateContract;
import org.apache.kafka.common.serialization.Serdes;

class StoredCopiesTest extends CopyStateContract {

  @Override
  protected CopyState empty() {
    OpenStores stores = new OpenStores();
    return new StoredCopies(
        stores.sliced("copies", GroupStores.COPIES_KEPT, Serdes.Long()),
        stores.sliced("copy-keys", GroupStores.COPIES_KEPT, Serdes.Integer()));
  }
}
