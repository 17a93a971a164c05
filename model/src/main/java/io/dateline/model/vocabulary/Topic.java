package io.dateline.model.vocabulary;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One topic of the table.
 *
 * @param code eight digits, an IPTC Media Topics code ("16000000")
 * @param broader code of the next broader topic; null for one of the 17 top topics
 * @param names short names by primary language subtag; "en" is always there
 * @param aliases other names it is asked for by ("Konflikt")
 */
public record Topic(
    String code, @Nullable String broader, Map<String, String> names, List<String> aliases) {

  private static final int CODE_LENGTH = 8;

  /** Checks the code and the English name, copies the names. */
  public Topic {
    if (code.length() != CODE_LENGTH || !code.chars().allMatch(c -> c >= '0' && c <= '9')) {
      throw new IllegalArgumentException("topic code '" + code + "' is not eight digits");
    }
    names = Map.copyOf(names);
    aliases = List.copyOf(aliases);
    if (!names.containsKey("en")) {
      throw new IllegalArgumentException("topic " + code + " has no English name");
    }
  }

  /** The short English name, the one tags carry. */
  public String name() {
    return name("en");
  }

  /** The short name in a language (primary subtag), else the English one. */
  public String name(String language) {
    String name = names.get(language);
    return name != null ? name : names.getOrDefault("en", code);
  }

  /** Whether it is one of the 17 top topics. */
  public boolean isTop() {
    return broader == null;
  }
}
