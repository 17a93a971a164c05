package io.dateline.runtime;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShutdownTest {

  @Test
  void whatWasStartedLastIsClosedFirstAndOnce() {
    List<String> closed = new ArrayList<>();
    var shutdown = new Shutdown();
    shutdown.add("broker", () -> closed.add("broker"));
    shutdown.add("service", () -> closed.add("service"));
    shutdown.close();
    shutdown.close();
    assertThat(closed).containsExactly("service", "broker");
  }

  @Test
  void aPartThatFailsToCloseDoesNotKeepTheOthersOpen() {
    List<String> closed = new ArrayList<>();
    var shutdown = new Shutdown();
    shutdown.add("broker", () -> closed.add("broker"));
    shutdown.add(
        "service",
        () -> {
          throw new IllegalStateException("boom");
        });
    shutdown.close();
    assertThat(closed).containsExactly("broker");
  }

  @Test
  void whatStartedTooLateIsClosedAtOnce() {
    List<String> closed = new ArrayList<>();
    var shutdown = new Shutdown();
    shutdown.close();
    shutdown.add("late", () -> closed.add("late"));
    assertThat(closed).containsExactly("late");
  }
}
