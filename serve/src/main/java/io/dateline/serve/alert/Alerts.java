package io.dateline.serve.alert;

import io.dateline.model.Channel;
import io.dateline.runtime.KafkaSettings;
import io.dateline.runtime.Platform;
import io.dateline.runtime.Shutdown;
import io.dateline.runtime.outbound.HostLookup;
import io.dateline.serve.live.ChannelFollower;
import io.dateline.serve.live.ConsumerFactory;
import io.dateline.serve.watch.Alert;
import io.dateline.serve.watch.Watch;
import io.dateline.serve.watch.WatchWriter;
import io.dateline.serve.watch.Watches;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Alerts as a whole: which addresses are taken, what becomes of each delivery. */
public final class Alerts implements AutoCloseable {
  private static final Logger LOG = LoggerFactory.getLogger(Alerts.class);

  private final Shutdown parts = new Shutdown();
  private final Deliveries deliveries = new Deliveries();
  private final AlertSettings settings;

  /**
   * What alerts work on.
   *
   * @param watches whose hits are sent
   * @param writer switches alerts off
   * @param consumers follow channels
   */
  public record Around(Watches watches, WatchWriter writer, ConsumerFactory consumers) {}

  private Alerts(AlertSettings settings) {
    this.settings = settings;
  }

  /** Starts sending; readiness parts "deliveries" and "alerts". */
  public static Alerts start(
      AlertSettings settings, Around around, KafkaSettings kafka, Platform platform) {
    Alerts alerts = new Alerts(settings);
    Shutdown parts = alerts.parts;
    String topic = kafka.topic(Channel.DELIVERIES);
    parts.add(
        "deliveries",
        ChannelFollower.start(
            new ChannelFollower.Channels("deliveries", List.of(topic)),
            around.consumers(),
            platform,
            alerts.deliveries));
    DeliveryWriter writer =
        parts.add(
            "delivery writer", new DeliveryWriter(kafka.producer(), topic, alerts.deliveries));
    WebhookSender webhooks =
        parts.add(
            "webhooks",
            new WebhookSender(settings.webhookHosts(), HostLookup.SYSTEM, platform.clock()));
    var senders =
        new Dispatcher.Senders(
            webhooks,
            new MailSender(settings.smtp(), platform.clock()),
            (watch, alert) -> switchOff(around, watch, alert));
    Dispatcher dispatcher =
        parts.add(
            "dispatcher",
            new Dispatcher(around.watches(), alerts.deliveries, writer, senders, platform));
    var topics = new AlertQueue.Topics(kafka.topic(Channel.MATCHES), topic);
    AlertQueue queue =
        parts.add(
            "alert queue",
            new AlertQueue(around.watches(), alerts.deliveries, writer, kafka, topics, platform));
    queue.start();
    dispatcher.start(queue::partitions);
    return alerts;
  }

  private static void switchOff(Around around, Watch watch, Alert alert)
      throws InterruptedException {
    try {
      // the newest state: somebody may have changed the watch meanwhile
      Watch newest = around.watches().find(watch.id()).orElse(watch);
      around.writer().save(newest.without(alert));
    } catch (TimeoutException e) {
      LOG.warn("alert {} of watch {} stays on: {}", alert.id(), watch.id(), e.getMessage());
    }
  }

  /** Why an alert cannot be saved; null when it can. */
  public @Nullable String refusal(Alert alert) {
    return switch (alert) {
      case Alert.Webhook webhook -> {
        String refusal = WebhookAddress.refusal(webhook.url(), settings.webhookHosts());
        yield refusal == null ? null : "webhook " + webhook.url() + ": " + refusal;
      }
      case Alert.Email _ -> settings.smtp() == null ? "no mail server is set (SMTP_HOST)" : null;
    };
  }

  /** The newest deliveries of a watch, newest first. */
  public List<Delivery> of(String watch) {
    return deliveries.of(watch);
  }

  @Override
  public void close() {
    parts.close();
  }
}
