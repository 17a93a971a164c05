package io.dateline.bench;

import io.dateline.bench.GroupSet.Answer;
import io.dateline.bench.GroupSet.Item;
import io.dateline.enrich.Enricher;
import io.dateline.enrich.Enrichers;
import io.dateline.enrich.story.Grouper;
import io.dateline.enrich.story.Grouping;
import io.dateline.model.EnrichedArticle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Random;

/**
 * Scores copies and stories on sets of real articles through the stages of {@code dateline enrich},
 * prints the table of the README and fails when a figure is below its floor.
 *
 * <p>Arguments: the folder of the sets; {@code --mixed} adds the mean of ten other arrival orders.
 */
public final class GroupGate {

  private static final int ORDERS = 10;

  private final Enricher enricher = Enrichers.standard();
  private final Map<Item, EnrichedArticle> tagged = new HashMap<>();

  GroupGate() {}

  /** Scores all sets. */
  public static void main(String[] args) throws IOException {
    GroupGate gate = new GroupGate();
    boolean mixed = List.of(args).contains("--mixed");
    boolean fine = true;
    System.out.println("| set | cluster | BCubed F1 | ARI | false pairs | floors |");
    System.out.println("|---|---|---|---|---|---|");
    for (String name : GroupSet.NAMES) {
      GroupSet set = GroupSet.read(Path.of(args[0]), name);
      fine &= print(set, gate.score(set, set.items()));
      if (mixed) {
        gate.printMixed(set);
      }
    }
    if (!fine) {
      System.out.println("a figure is below its floor");
      System.exit(1);
    }
  }

  private static boolean print(GroupSet set, ClusterScore score) throws IOException {
    Properties floors = GroupSet.floors();
    double f1 = Double.parseDouble(floors.getProperty(set.name() + ".f1"));
    double ari = Double.parseDouble(floors.getProperty(set.name() + ".ari"));
    long pairs = Long.parseLong(floors.getProperty(set.name() + ".false-pairs"));
    System.out.printf(
        Locale.ROOT,
        "| %s | %s | %.3f | %.3f | %d | %.3f / %.3f / %d |%n",
        set.name(),
        set.cluster().label(),
        score.bcubedF1(),
        score.ari(),
        score.falsePairs(),
        f1,
        ari,
        pairs);
    return score.bcubedF1() >= f1 && score.ari() >= ari && score.falsePairs() <= pairs;
  }

  private void printMixed(GroupSet set) {
    double f1 = 0;
    double ari = 0;
    for (int order = 0; order < ORDERS; order++) {
      List<Item> mixed = new ArrayList<>(set.items());
      Collections.shuffle(mixed, new Random(order));
      ClusterScore score = score(set, mixed);
      f1 += score.bcubedF1() / ORDERS;
      ari += score.ari() / ORDERS;
    }
    System.out.printf(
        Locale.ROOT,
        "| %s, mean of %d orders | | %.3f | %.3f | | |%n",
        set.name(),
        ORDERS,
        f1,
        ari);
  }

  private ClusterScore score(GroupSet set, List<Item> items) {
    return ClusterScore.of(GroupSet.truth(items), set.clusters(answers(items)));
  }

  /** What one grouper in memory answers for articles in this order. */
  List<Answer> answers(List<Item> items) {
    Grouper grouper = Grouper.inMemory();
    List<Answer> answers = new ArrayList<>();
    for (Item item : items) {
      EnrichedArticle article = tagged.computeIfAbsent(item, i -> enricher.tag(i.article()));
      Grouping grouping =
          grouper.group(
              article.article(),
              article.enrichment().tags(),
              article.enrichment().language(),
              item.at());
      answers.add(new Answer(grouping.copies(), grouping.story()));
    }
    return answers;
  }
}
