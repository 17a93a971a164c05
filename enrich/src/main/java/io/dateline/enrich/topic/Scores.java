package io.dateline.enrich.topic;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;

/** What the hits of an article add up to, topic by topic. */
final class Scores {

  private final double[] own;
  private final double[] total;
  private final double[] early;
  private final List<List<Hit>> hits;

  /**
   * Adds up the hits.
   *
   * @param found the hits
   * @param weighing what a place counts
   * @param broader index of the broader topic of each topic, -1 for a top one; a broader topic
   *     stands before its narrower ones
   */
  Scores(List<Hit> found, Weighing weighing, int[] broader) {
    own = new double[broader.length];
    hits = new ArrayList<>();
    for (int i = 0; i < broader.length; i++) {
      hits.add(List.of());
    }
    IdentityHashMap<Entry, Place> places = new IdentityHashMap<>();
    List<Place> inOrder = new ArrayList<>();
    early = new double[broader.length];
    for (Hit hit : found) {
      int topic = hit.entry().topic();
      if (hits.get(topic).isEmpty()) {
        hits.set(topic, new ArrayList<>());
      }
      hits.get(topic).add(hit);
      double weight = weighing.of(hit);
      if (weight > Weighing.BODY) {
        early[topic] += hit.entry().weight();
      }
      Place place = places.get(hit.entry());
      if (place == null) {
        place = new Place(hit.entry());
        places.put(hit.entry(), place);
        inOrder.add(place);
      }
      place.sum += weight;
    }
    for (Place place : inOrder) {
      own[place.entry.topic()] += place.entry.weight() * damped(place.sum);
    }
    total = own.clone();
    rollUp(total, broader);
    rollUp(early, broader);
  }

  /** What the places of one term weigh together. */
  private static final class Place {

    private final Entry entry;
    private double sum;

    Place(Entry entry) {
      this.entry = entry;
    }
  }

  private static void rollUp(double[] sums, int[] broader) {
    for (int i = broader.length - 1; i >= 0; i--) {
      if (broader[i] >= 0) {
        sums[broader[i]] += sums[i];
      }
    }
  }

  /** Said once in the body counts 1; more often or higher up grows slowly. */
  private static double damped(double sum) {
    return sum <= 0 ? 0 : 1 + Math.log(Math.max(1, sum));
  }

  /** Score of the topic's own terms. */
  double own(int topic) {
    return own[topic];
  }

  /** Score of the topic and all below it. */
  double total(int topic) {
    return total[topic];
  }

  /** Weights of the topic's and its narrower topics' terms in headline, lede, section, keywords. */
  double early(int topic) {
    return early[topic];
  }

  /** Where the topic's own terms were found. */
  List<Hit> hits(int topic) {
    return hits.get(topic);
  }
}
