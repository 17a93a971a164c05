package io.dateline.bench;

import io.dateline.bench.GroupSet.Answer;
import io.dateline.bench.GroupSet.Item;
import io.dateline.model.Channel;
import io.dateline.model.Enrichment;
import io.dateline.model.StoryLinks;
import io.dateline.model.StoryRef;
import io.dateline.model.ninjs.ArticleCodec;
import io.dateline.model.ninjs.CodecException;
import io.dateline.model.ninjs.EnrichedCodec;
import io.dateline.model.ninjs.StoryLinksCodec;
import io.dateline.runtime.ChannelSetup;
import io.dateline.runtime.KafkaSettings;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * One set through several processes of the real topology, in arrival order at a steady rate; one of
 * them may be killed in the middle: the one that groups the language of the set's first article.
 */
final class TakeoverRun implements AutoCloseable {

  private static final Duration START_PATIENCE = Duration.ofMinutes(2);
  private static final Duration PATIENCE = Duration.ofMinutes(3);
  private static final Duration POLL = Duration.ofMillis(10);

  /** So long nothing came when the last links of stories are in. */
  private static final Duration LATE = Duration.ofSeconds(3);

  private final KafkaSettings kafka;
  private final int standbys;
  private final List<EnrichProcess> instances = new ArrayList<>();
  private final Admin admin;
  private final GroupTasks tasks;
  private final KafkaProducer<String, byte[]> producer;
  private final KafkaConsumer<String, byte[]> consumer;
  private final Map<String, Answer> answers = new HashMap<>();
  private final Map<String, Integer> numbers = new HashMap<>();
  private final Map<String, List<StoryRef.Related>> late = new HashMap<>();
  private final Set<Integer> orphans = new HashSet<>();
  private int twice;
  private int sentAtKill = Integer.MAX_VALUE;
  private long killedAt;
  private double takeover;

  /**
   * What came of a run.
   *
   * @param answers in the order of the items
   * @param twice articles that came out more than once
   * @param takeover seconds from the kill to the first article enriched that was published after it
   *     and belongs to the dead one's partitions; 0 when nobody was killed
   */
  record Result(List<Answer> answers, int twice, double takeover) {}

  /** Starts instances and waits until all partitions are assigned to them. */
  TakeoverRun(KafkaSettings kafka, Path folder, int count, int standbys)
      throws IOException, InterruptedException {
    this.kafka = kafka;
    this.standbys = standbys;
    ChannelSetup.ensure(kafka);
    admin = Admin.create(kafka.client());
    tasks = new GroupTasks(kafka, admin);
    producer = new KafkaProducer<>(kafka.producer());
    consumer = ChannelReader.of(kafka, Channel.ENRICHED, Channel.STORY_LINKS);
    for (int i = 0; i < count; i++) {
      instances.add(EnrichProcess.start(kafka, folder.resolve("instance" + i), standbys));
    }
    awaitAssigned(count);
  }

  private void awaitAssigned(int count) throws InterruptedException {
    long deadline = System.nanoTime() + START_PATIENCE.toNanos();
    while (true) {
      Map<Integer, String> owners = tasks.owners(false);
      boolean warm = standbys == 0 || tasks.owners(true).size() == kafka.partitions();
      if (warm
          && owners.size() == kafka.partitions()
          && Set.copyOf(owners.values()).size() == count) {
        return;
      }
      if (System.nanoTime() > deadline || instances.stream().anyMatch(i -> !i.isAlive())) {
        throw new IllegalStateException("the instances do not come up; they have " + owners);
      }
      Thread.sleep(200);
    }
  }

  /**
   * Feeds the set and waits until all of it came out.
   *
   * @param perSecond articles published a second
   * @param kill whether one instance is killed after half of them
   */
  Result run(GroupSet set, int perSecond, boolean kill) throws Exception {
    List<Item> items = set.items();
    for (Item item : items) {
      numbers.put(item.article().uri().value(), numbers.size());
    }
    long start = System.nanoTime();
    long lastNews = start;
    int sent = 0;
    while (answers.size() < items.size()) {
      long now = System.nanoTime();
      while (sent < items.size() && now - start >= sent * 1_000_000_000L / perSecond) {
        publish(items.get(sent++));
        lastNews = now;
      }
      if (kill && killedAt == 0 && sent > items.size() / 2) {
        killOwner(sent);
      }
      if (read()) {
        lastNews = now;
      }
      if (now - lastNews > PATIENCE.toNanos()) {
        throw new IllegalStateException(
            "only " + answers.size() + " of " + items.size() + " articles came out");
      }
    }
    for (long end = System.nanoTime() + LATE.toNanos(); System.nanoTime() < end; ) {
      end = read() ? System.nanoTime() + LATE.toNanos() : end;
    }
    List<Answer> ordered =
        items.stream()
            .map(item -> Objects.requireNonNull(answers.get(item.article().uri().value())))
            .map(this::withLateLinks)
            .toList();
    return new Result(ordered, twice, takeover);
  }

  /** Links that the article names come before those found later, best first. */
  private Answer withLateLinks(Answer answer) {
    StoryRef story = answer.story();
    List<StoryRef.Related> all = new ArrayList<>(story.related());
    late.getOrDefault(story.id(), List.of()).stream()
        .sorted(Comparator.comparingInt(StoryRef.Related::score).reversed())
        .forEach(all::add);
    return new Answer(answer.copies(), new StoryRef(story.id(), story.similarity(), all));
  }

  private void publish(Item item) throws Exception {
    String topic = kafka.topic(Channel.ARTICLES);
    String uri = item.article().uri().value();
    producer.send(new ProducerRecord<>(topic, uri, ArticleCodec.toJson(item.article()))).get();
  }

  private boolean read() throws CodecException {
    boolean any = false;
    for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
      any = true;
      if (record.topic().equals(kafka.topic(Channel.STORY_LINKS))) {
        StoryLinks links = StoryLinksCodec.fromJson(record.value());
        late.computeIfAbsent(links.story(), s -> new ArrayList<>()).addAll(links.related());
        continue;
      }
      Enrichment enrichment = EnrichedCodec.fromJson(record.value()).enrichment();
      Answer answer =
          new Answer(
              Objects.requireNonNull(enrichment.copyGroup()),
              Objects.requireNonNull(enrichment.story()));
      twice += answers.put(record.key(), answer) == null ? 0 : 1;
      int number = Objects.requireNonNull(numbers.get(record.key()));
      int partition = tasks.partition(enrichment.language().primary());
      if (takeover == 0 && number >= sentAtKill && orphans.contains(partition)) {
        takeover = (System.nanoTime() - killedAt) / 1e9;
      }
    }
    return any;
  }

  private void killOwner(int sent) throws Exception {
    Map<Integer, String> owners = tasks.owners(false);
    String victim = Objects.requireNonNull(owners.get(tasks.partition("en")));
    owners.forEach((partition, owner) -> {
      if (owner.equals(victim)) {
        orphans.add(partition);
      }
    });
    for (EnrichProcess instance : instances) {
      if (instance.processId().equals(victim)) {
        instance.kill();
        killedAt = System.nanoTime();
        sentAtKill = sent;
        return;
      }
    }
    throw new IllegalStateException("no instance is " + victim);
  }

  @Override
  public void close() {
    instances.forEach(EnrichProcess::close);
    producer.close();
    consumer.close();
    admin.close();
  }
}
