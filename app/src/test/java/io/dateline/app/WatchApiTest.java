package io.dateline.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;

/** How the command names a watch in a path. */
class WatchApiTest {
  @Test
  void segmentOfPathMeansTheSameTextToWhoeverReadsThePath() {
    for (String id : new String[] {"two words", "a+b", "a/b?c#d", "100 %", "Gespräch"}) {
      assertThat(URI.create("http://localhost/" + WatchApi.segment(id)).getPath())
          .isEqualTo("/" + id);
    }
  }
}
