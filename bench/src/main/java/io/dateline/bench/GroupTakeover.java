package io.dateline.bench;

import io.dateline.embedded.EmbeddedKafka;
import io.dateline.runtime.KafkaSettings;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * Groups the sets of {@link GroupGate} by three processes of the real topology with six partitions,
 * without and with one of them killed (SIGKILL) in the middle, and compares with one process.
 *
 * <p>Arguments: the folder of the sets; {@code --standbys=N} (1), {@code --rate=N} articles a
 * second (40), {@code --sets=a,b} (all).
 */
public final class GroupTakeover {

  private static final int INSTANCES = 3;
  private static final int PARTITIONS = 6;

  private final Path folder;
  private final EmbeddedKafka broker;
  private final int standbys;
  private final int rate;
  private int runs;

  private GroupTakeover(Path folder, EmbeddedKafka broker, int standbys, int rate) {
    this.folder = folder;
    this.broker = broker;
    this.standbys = standbys;
    this.rate = rate;
  }

  /** Prints one table. */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createTempDirectory("dateline-takeover");
    int standbys = Integer.parseInt(option(args, "standbys", "1"));
    int rate = Integer.parseInt(option(args, "rate", "40"));
    List<String> names = List.of(option(args, "sets", String.join(",", GroupSet.NAMES)).split(","));
    System.out.printf(
        "%d processes, %d partitions, %d standbys, %d articles/s; F1 / ARI, and F1 against one"
            + " process%n",
        INSTANCES, PARTITIONS, standbys, rate);
    System.out.println(
        "| set | one process | three | same | three, one killed | same | lost, twice | take-over |");
    System.out.println("|---|---|---|---|---|---|---|---|");
    try (EmbeddedKafka broker = EmbeddedKafka.start(folder.resolve("kafka"), 0)) {
      GroupTakeover takeover = new GroupTakeover(folder, broker, standbys, rate);
      for (String name : names) {
        takeover.compare(GroupSet.read(Path.of(args[0]), name));
      }
    }
    System.exit(0);
  }

  private static String option(String[] args, String name, String usual) {
    for (String arg : args) {
      if (arg.startsWith("--" + name + "=")) {
        return arg.substring(name.length() + 3);
      }
    }
    return usual;
  }

  private void compare(GroupSet set) throws Exception {
    List<String> truth = GroupSet.truth(set.items());
    List<String> alone = set.clusters(new GroupGate().answers(set.items()));
    TakeoverRun.Result whole = run(set, false);
    TakeoverRun.Result killed = run(set, true);
    List<String> byThree = set.clusters(whole.answers());
    List<String> byTwo = set.clusters(killed.answers());
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %s | %.3f | %s | %.3f | 0, %d | %.1f s |%n",
        set.name(),
        figures(truth, alone),
        figures(truth, byThree),
        ClusterScore.of(alone, byThree).bcubedF1(),
        figures(truth, byTwo),
        ClusterScore.of(alone, byTwo).bcubedF1(),
        whole.twice() + killed.twice(),
        killed.takeover());
  }

  private static String figures(List<String> truth, List<String> found) {
    ClusterScore score = ClusterScore.of(truth, found);
    return String.format(
        Locale.ROOT, "%.3f / %.3f, %d false", score.bcubedF1(), score.ari(), score.falsePairs());
  }

  private TakeoverRun.Result run(GroupSet set, boolean kill) throws Exception {
    String name = set.name() + ++runs;
    KafkaSettings kafka = new KafkaSettings(broker.bootstrap(), name + ".", PARTITIONS, 1);
    try (TakeoverRun run = new TakeoverRun(kafka, folder.resolve(name), INSTANCES, standbys)) {
      return run.run(set, rate, kill);
    }
  }
}
