package io.dateline.ingest.extract.scan;

import java.util.List;
import java.util.Locale;

/** Knows addresses of topic pages by their path. */
final class TopicPaths {

  private static final List<String> PATHS =
      List.of(
          "/tag/",
          "/tags/",
          "/thema/",
          "/themen/",
          "/topic/",
          "/topics/",
          "/schlagwort/",
          "/schlagworte/",
          "/stichwort/",
          "/tema/",
          "/temas/",
          "/sujet/",
          "/sujets/",
          "/keyword/",
          "/etiqueta/",
          "/etiquetas/",
          "/argomenti/",
          "/onderwerp/",
          "/subjects/");

  private TopicPaths() {}

  static boolean isTopic(String href) {
    String lower = href.toLowerCase(Locale.ROOT);
    for (String path : PATHS) {
      if (lower.contains(path)) {
        return true;
      }
    }
    return false;
  }
}
