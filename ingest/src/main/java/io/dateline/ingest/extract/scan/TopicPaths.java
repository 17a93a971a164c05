package io.dateline.ingest.extract.scan;

import java.util.Set;

/** Knows addresses of topic pages by a segment of their path. */
final class TopicPaths {

  private static final int MAX_SEGMENT_CHARS = 12;

  private static final NameTable SEGMENTS =
      NameTable.of(
          Set.of(
              "tag",
              "tags",
              "thema",
              "themen",
              "topic",
              "topics",
              "schlagwort",
              "schlagworte",
              "stichwort",
              "tema",
              "temas",
              "sujet",
              "sujets",
              "keyword",
              "etiqueta",
              "etiquetas",
              "argomenti",
              "onderwerp",
              "subjects",
              "tagged",
              "hashtag",
              "hashtags",
              "label",
              "motcle",
              "mot-cle",
              "mots-cles",
              "dossiers",
              "etichetta",
              "onderwerpen",
              "trefwoord",
              "trefwoorden",
              "emne",
              "emner",
              "amne",
              "aihe",
              "aiheet",
              "avainsana",
              "temat",
              "tematy",
              "stitky",
              "etiket",
              "konu"));

  private TopicPaths() {}

  static boolean isTopic(String href) {
    int slash = href.indexOf('/');
    while (slash >= 0) {
      int next = href.indexOf('/', slash + 1);
      int length = next - slash - 1;
      if (length >= 3 && length <= MAX_SEGMENT_CHARS && SEGMENTS.has(href, slash + 1, next)) {
        return true;
      }
      slash = next;
    }
    return false;
  }
}
