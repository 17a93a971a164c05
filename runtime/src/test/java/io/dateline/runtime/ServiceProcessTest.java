package io.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class ServiceProcessTest {
  private final AtomicInteger closed = new AtomicInteger();

  private AutoCloseable part() {
    return closed::incrementAndGet;
  }

  @Test
  void aServiceThatDiesIsClosedAndExitsWithOne() throws Exception {
    var process =
        ServiceProcess.of(
            "frail",
            reader -> reader.text("NAME", "none"),
            (settings, platform, onDeath) -> {
              Thread.ofVirtual().start(onDeath);
              return part();
            });
    assertThat(process.run(Map.of())).isEqualTo(ServiceProcess.EXIT_DIED);
    assertThat(closed).hasValue(1);
  }

  @Test
  void aServiceIsNotReadyBeforeItIsStarted() throws Exception {
    AtomicBoolean readyInTheMiddle = new AtomicBoolean();
    AtomicBoolean readyInTheEnd = new AtomicBoolean();
    var process =
        ServiceProcess.of(
            "slow",
            reader -> reader.text("NAME", "none"),
            (settings, platform, onDeath) -> {
              platform.health().up("the first of its parts");
              readyInTheMiddle.set(platform.health().isReady());
              Thread.ofVirtual().start(() -> awaitReady(platform, readyInTheEnd, onDeath));
              return part();
            });
    assertThat(process.run(Map.of())).isEqualTo(ServiceProcess.EXIT_DIED);
    assertThat(readyInTheMiddle).isFalse();
    assertThat(readyInTheEnd).isTrue();
  }

  private static void awaitReady(Platform platform, AtomicBoolean ready, Runnable then) {
    long deadline = System.nanoTime() + Duration.ofSeconds(10).toNanos();
    while (!platform.health().isReady() && System.nanoTime() < deadline) {
      LockSupport.parkNanos(1_000_000);
    }
    ready.set(platform.health().isReady());
    then.run();
  }

  @Test
  void whatIsInTheWayIsExitCodeTwo() throws Exception {
    var process =
        ServiceProcess.of(
            "blocked",
            reader -> reader.text("NAME", "none"),
            (settings, platform, onDeath) -> {
              throw new CannotStartException("no way in", new IllegalStateException("locked"));
            });
    assertThat(process.run(Map.of())).isEqualTo(ServiceProcess.EXIT_CANNOT_START);
  }

  @Test
  void wrongSettingsOfServiceAndStatusServerAreFoundBeforeItStarts() throws Exception {
    AtomicInteger started = new AtomicInteger();
    var process =
        ServiceProcess.of(
                "wrong",
                reader -> reader.integer("SIZE", 1, 1, 9),
                (settings, platform, onDeath) -> {
                  started.incrementAndGet();
                  return part();
                })
            .withStatus(8081);
    assertThat(process.run(Map.of("SIZE", "0", "STATUS_PORT", "none"))).isEqualTo(2);
    assertThat(started).hasValue(0);
  }

  @Test
  void theReasonOfAFailureIsItsInnermostInOneLine() {
    var innermost = new IllegalStateException("Address already in use\nsecond line");
    assertThat(CannotStartException.reason(new RuntimeException("outer", innermost)))
        .isEqualTo("Address already in use");
    assertThat(CannotStartException.reason(new NullPointerException()))
        .isEqualTo("NullPointerException");
  }
}
