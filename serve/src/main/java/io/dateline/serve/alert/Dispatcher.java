package io.dateline.serve.alert;

import io.dateline.runtime.Meters;
import io.dateline.runtime.Platform;
import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.Hit;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.Watches;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sends what is due: to one receiver one thing at a time, to many at once. A try that was not
 * recorded before a crash is repeated, with the same id.
 */
final class Dispatcher implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Dispatcher.class);

  /** How often it looks for what is due. */
  private static final Duration LOOK = Duration.ofMillis(100);

  /** Receivers sent to at the same time. */
  static final int MAX_AT_ONCE = 64;

  /** Deliveries taken up in one look. */
  private static final int MAX_TAKEN = 2_000;

  private final Watches watches;
  private final Deliveries deliveries;
  private final DeliveryWriter writer;
  private final Senders senders;
  private final InstantSource clock;
  private final MeterRegistry meters;
  private final Set<String> busy = ConcurrentHashMap.newKeySet();
  private final ExecutorService sending = Executors.newVirtualThreadPerTaskExecutor();
  private final ScheduledExecutorService looking =
      Executors.newSingleThreadScheduledExecutor(
          Thread.ofPlatform().daemon().name("alerts-due").factory());

  /**
   * One for each kind of alert.
   *
   * @param webhooks posts
   * @param mail sends messages
   * @param switchOff switches an alert off for good
   */
  record Senders(Sender<Alert.Webhook> webhooks, Sender<Alert.Email> mail, SwitchOff switchOff) {}

  /** Switches an alert off for good. */
  @FunctionalInterface
  interface SwitchOff {
    void run(Watch watch, Alert alert) throws InterruptedException;
  }

  Dispatcher(
      Watches watches,
      Deliveries deliveries,
      DeliveryWriter writer,
      Senders senders,
      Platform platform) {
    this.watches = watches;
    this.deliveries = deliveries;
    this.writer = writer;
    this.senders = senders;
    this.clock = platform.clock();
    this.meters = platform.meters();
    meters.gauge(Meters.PREFIX + "deliveries_pending", deliveries, Deliveries::pending);
  }

  void start(Supplier<Set<Integer>> partitions) {
    var _ =
        looking.scheduleWithFixedDelay(
            () -> look(partitions.get()), LOOK.toMillis(), LOOK.toMillis(), TimeUnit.MILLISECONDS);
  }

  private void look(Set<Integer> partitions) {
    if (partitions.isEmpty()) {
      return;
    }
    try {
      Map<String, List<Deliveries.Placed>> due =
          deliveries.due(clock.instant(), partitions, Set.copyOf(busy), MAX_TAKEN);
      due.forEach((receiver, placed) -> {
        if (busy.size() < MAX_AT_ONCE && busy.add(receiver)) {
          sending.execute(() -> work(receiver, placed));
        }
      });
    } catch (RuntimeException e) {
      // an executor that throws is never run again
      LOG.error("looking for due deliveries failed", e);
    }
  }

  private void work(String receiver, List<Deliveries.Placed> placed) {
    try {
      Delivery first = placed.get(0).delivery();
      Optional<Watch> watch = watches.find(first.watch());
      Optional<Alert> alert = watch.flatMap(found -> found.alert(first.alert()));
      if (watch.isEmpty() || alert.isEmpty() || alert.get().disabled()) {
        placed.forEach(
            gone -> end(gone, Delivery.State.CANCELLED, "its watch or alert is gone or off"));
        return;
      }
      switch (alert.get()) {
        case Alert.Webhook webhook -> oneByOne(watch.get(), webhook, placed);
        case Alert.Email email when email.rhythm() == Alert.Rhythm.INSTANT ->
            oneByOne(watch.get(), email, placed);
        case Alert.Email email -> {
          var _ = attempt(watch.get(), email, placed);
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException e) {
      LOG.error("sending to {} failed", receiver, e);
    } finally {
      busy.remove(receiver);
    }
  }

  private void oneByOne(Watch watch, Alert alert, List<Deliveries.Placed> placed)
      throws InterruptedException {
    for (Deliveries.Placed each : placed) {
      Outcome outcome = attempt(watch, alert, List.of(each));
      if (outcome instanceof Outcome.Gone) {
        return;
      }
    }
  }

  private Outcome attempt(Watch watch, Alert alert, List<Deliveries.Placed> placed)
      throws InterruptedException {
    List<Hit> hits = placed.stream().map(each -> each.delivery().hit()).toList();
    Outcome outcome =
        switch (alert) {
          case Alert.Webhook webhook -> senders.webhooks().send(watch, webhook, hits);
          case Alert.Email email -> senders.mail().send(watch, email, hits);
        };
    count(alert, outcome);
    for (Deliveries.Placed each : placed) {
      switch (outcome) {
        case Outcome.Taken taken -> end(each, Delivery.State.DELIVERED, taken.note());
        case Outcome.Refused refused -> end(each, Delivery.State.FAILED, refused.note());
        case Outcome.Gone gone -> end(each, Delivery.State.FAILED, gone.note());
        case Outcome.Later later -> again(each, later);
      }
    }
    if (outcome instanceof Outcome.Gone) {
      LOG.info("alert {} of watch {} is switched off: 410", alert.id(), watch.id());
      senders.switchOff().run(watch, alert);
    }
    return outcome;
  }

  private void again(Deliveries.Placed placed, Outcome.Later later) {
    Delivery delivery = placed.delivery();
    Instant now = clock.instant();
    Optional<Instant> next = RetryPlan.next(delivery.attempts() + 1, now, later.asked());
    if (next.isEmpty()) {
      end(placed, Delivery.State.FAILED, "given up: " + later.note());
    } else {
      Delivery changed = delivery.again(next.get(), later.note());
      writer.write(new Deliveries.Placed(changed, placed.partition()));
    }
  }

  private void end(Deliveries.Placed placed, Delivery.State state, String note) {
    Delivery delivery = placed.delivery();
    int tries = delivery.attempts() + (state == Delivery.State.CANCELLED ? 0 : 1);
    Delivery ended = delivery.ended(state, tries, clock.instant(), note);
    writer.write(new Deliveries.Placed(ended, placed.partition()));
  }

  private void count(Alert alert, Outcome outcome) {
    String kind = alert instanceof Alert.Webhook ? "webhook" : "email";
    String result =
        switch (outcome) {
          case Outcome.Taken _ -> "taken";
          case Outcome.Later _ -> "later";
          case Outcome.Gone _ -> "gone";
          case Outcome.Refused _ -> "refused";
        };
    meters.counter(Meters.PREFIX + "alert_tries", "kind", kind, "outcome", result).increment();
  }

  @Override
  public void close() {
    looking.shutdownNow();
    sending.shutdownNow();
  }
}
