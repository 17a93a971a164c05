package io.dateline.ingest.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.runtime.Health;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class VitalsTest {

  @Test
  void aThreadThatEndsByAFailureIsTheDeathOfIngest() throws Exception {
    Health health = new Health();
    CountDownLatch died = new CountDownLatch(1);
    Vitals vitals = new Vitals(health, died::countDown);
    vitals.up();
    vitals.guard(() -> {});
    assertThat(health.isLive()).isTrue();
    vitals.guard(() -> {
      throw new IllegalArgumentException("out of ideas");
    });
    assertThat(died.await(5, TimeUnit.SECONDS)).isTrue();
    assertThat(health.isLive()).isFalse();
    vitals.up();
    assertThat(health.isLive()).as("nothing brings it back").isFalse();
    assertThat(health.parts().toString()).contains("out of ideas");
  }
}
