package io.dateline.enrich.language;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import opennlp.tools.langdetect.LanguageDetectorModel;
import opennlp.tools.ml.model.AbstractModel;
import opennlp.tools.ml.model.Context;

/**
 * OpenNLP's language model (character n-grams of one to three, maximum entropy), laid out flat:
 * scoring a text touches arrays only, which is some ten times faster than OpenNLP's own evaluation
 * and gives the same sums.
 */
final class NgramModel {

  private static final String RESOURCE = "/langdetect-183.bin";
  private static final int LONGEST = 3;
  private static final int BITS_PER_CHAR = 16;
  private static final int PREDICATES = 1;
  private static final int OUTCOMES = 2;

  private final List<String> languages;
  private final long[] keys;
  private final int[] features;
  private final int[] starts;
  private final byte[] outcomes;
  private final float[] weights;

  private NgramModel(List<String> languages, Map<String, Context> ngrams) {
    this.languages = languages;
    int room = Integer.highestOneBit(ngrams.size()) * 4;
    keys = new long[room];
    features = new int[room];
    starts = new int[ngrams.size() + 1];
    int pairs = ngrams.values().stream().mapToInt(c -> c.getOutcomes().length).sum();
    outcomes = new byte[pairs];
    weights = new float[pairs];
    Arrays.fill(features, -1);
    int feature = 0;
    for (Map.Entry<String, Context> entry : ngrams.entrySet()) {
      add(feature++, entry.getKey(), entry.getValue());
    }
  }

  private void add(int feature, String ngram, Context context) {
    int at = starts[feature];
    for (int i = 0; i < context.getOutcomes().length; i++) {
      outcomes[at] = (byte) context.getOutcomes()[i];
      weights[at++] = (float) context.getParameters()[i];
    }
    starts[feature + 1] = at;
    if (ngram.length() <= LONGEST) {
      long key = 0;
      for (int i = 0; i < ngram.length(); i++) {
        key = key << BITS_PER_CHAR | ngram.charAt(i);
      }
      int slot = slot(key);
      while (features[slot] >= 0) {
        slot = (slot + 1) & (keys.length - 1);
      }
      keys[slot] = key;
      features[slot] = feature;
    }
  }

  /** Reads the model from the class path. */
  @SuppressWarnings("unchecked") // OpenNLP hands its parts out as Object[]
  static NgramModel load() {
    try (InputStream in = LanguageDetectorModel.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException("no OpenNLP model " + RESOURCE + " on the class path");
      }
      AbstractModel model = (AbstractModel) new LanguageDetectorModel(in).getMaxentModel();
      Object[] parts = model.getDataStructures();
      return new NgramModel(
          List.of((String[]) parts[OUTCOMES]), (Map<String, Context>) parts[PREDICATES]);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the OpenNLP model " + RESOURCE, e);
    }
  }

  /** ISO 639-3 codes, in the order of the scores. */
  List<String> languages() {
    return languages;
  }

  /**
   * Sums the weights of a text's distinct n-grams for each language.
   *
   * @param text lower case, white space and digits already reduced
   */
  double[] score(CharSequence text) {
    double[] scores = new double[languages.size()];
    long[] seen = new long[(starts.length >> 6) + 1];
    for (int i = 0; i < text.length(); i++) {
      long key = 0;
      for (int n = i; n < Math.min(i + LONGEST, text.length()); n++) {
        key = key << BITS_PER_CHAR | text.charAt(n);
        int feature = feature(key);
        if (feature >= 0 && (seen[feature >> 6] & 1L << feature) == 0) {
          seen[feature >> 6] |= 1L << feature;
          for (int p = starts[feature]; p < starts[feature + 1]; p++) {
            scores[outcomes[p]] += weights[p];
          }
        }
      }
    }
    return scores;
  }

  private int feature(long key) {
    int slot = slot(key);
    while (features[slot] >= 0) {
      if (keys[slot] == key) {
        return features[slot];
      }
      slot = (slot + 1) & (keys.length - 1);
    }
    return -1;
  }

  private int slot(long key) {
    return (int) ((key * 0x9E3779B97F4A7C15L) >>> 40) & (keys.length - 1);
  }
}
