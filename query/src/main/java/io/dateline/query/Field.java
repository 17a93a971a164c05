package io.dateline.query;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The fields a query can name, and under which names an index holds them. */
public enum Field {
  /** Headline and kicker. */
  TITLE(Kind.TEXT),
  /** Summary and running text. */
  BODY(Kind.TEXT),
  /** Media Topic by code or name, narrower ones included. */
  TOPIC(Kind.VOCABULARY),
  /** Country the article is about, by ISO 3166-1 code or name. */
  COUNTRY(Kind.VOCABULARY),
  /** Country the article is about or mentions. */
  MENTIONS(Kind.VOCABULARY),
  /** Primary language subtag. */
  LANG(Kind.KEYWORD),
  /** Id of the outlet. */
  SOURCE(Kind.KEYWORD),
  /** Place of the dateline. */
  LOCATED(Kind.PLACE),
  /** News agency of the text. */
  AGENCY(Kind.KEYWORD),
  /** Id of the story, exactly as it is written. */
  STORY(Kind.EXACT),
  /** When this version was published. */
  DATE(Kind.DATE);

  /** How a field is read. */
  enum Kind {
    /** Analyzed, one index field for each language. */
    TEXT,
    /** Analyzed without a language. */
    PLACE,
    /** A code, or a name that stands for it. */
    VOCABULARY,
    /** One word, without case. */
    KEYWORD,
    /** One word as it is. */
    EXACT,
    /** A time. */
    DATE
  }

  private final Kind kind;

  Field(Kind kind) {
    this.kind = kind;
  }

  Kind kind() {
    return kind;
  }

  /** The name in a query, and in an index unless there is one for each language. */
  public String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The name in an index for texts of a language: "body_de". */
  public String in(TextLanguage language) {
    return id() + "_" + language.suffix();
  }

  /** The language whose texts a field of an index holds; null when it holds those of all. */
  static @Nullable TextLanguage languageOf(String name) {
    int end = name.lastIndexOf('_');
    return end < 0 ? null : TextLanguage.of(name.substring(end + 1));
  }

  static Optional<Field> of(String id) {
    return Arrays.stream(values()).filter(field -> field.id().equals(id)).findFirst();
  }

  static String names() {
    return Arrays.stream(values()).map(Field::id).collect(Collectors.joining(", "));
  }
}
