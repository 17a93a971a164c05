package io.dateline.enrich;

import io.dateline.enrich.country.CountryTagger;
import io.dateline.enrich.language.LanguageDetector;
import io.dateline.enrich.topic.TopicTagger;

/** Puts the real stages together. */
public final class Enrichers {

  private Enrichers() {}

  /** The enricher that every process of ours runs; loads lexicons and models, so make it once. */
  public static Enricher standard() {
    LanguageDetector languages = new LanguageDetector();
    CountryTagger countries = new CountryTagger();
    TopicTagger topics = new TopicTagger();
    return new Enricher(languages::detect, countries::tag, topics::tag);
  }
}
