package io.dateline.ingest.extract.state;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.dateline.ingest.extract.scan.TimeBudget;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the data out of scripts: JSON by itself, assigned to a name, or given to a function. */
final class StateValues {

  /** Places of a script where data may begin that are tried in vain. */
  private static final int MAX_MISSES = 40;

  /** Characters read in vain, of all scripts of a page. */
  private static final int MAX_MISSED_CHARS = 4_000_000;

  /** Shorter strings are not looked into. */
  private static final int MIN_CHARS = 80;

  private static final String FLIGHT = "__next_f.push(";

  private final JsonMapper mapper =
      JsonMapper.builder()
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_BACKSLASH_ESCAPING_ANY_CHARACTER)
          .enable(JsonReadFeature.ALLOW_SINGLE_QUOTES)
          .enable(JsonReadFeature.ALLOW_UNQUOTED_FIELD_NAMES)
          .build();

  private final TimeBudget budget;
  private final StringBuilder flight = new StringBuilder();
  private int missedChars;

  StateValues(TimeBudget budget) {
    this.budget = budget;
  }

  /** All values; markup is a string. */
  List<JsonNode> of(List<Scripts.Script> scripts) {
    List<JsonNode> values = new ArrayList<>();
    for (Scripts.Script script : scripts) {
      if (script.markup()) {
        values.add(JsonNodeFactory.instance.textNode(script.content()));
      } else {
        read(script.content().replace(":undefined", ":null"), values);
      }
    }
    for (String row : FlightRows.of(flight.toString())) {
      JsonNode json = row.length() < MIN_CHARS ? null : parse(row);
      values.add(json == null ? JsonNodeFactory.instance.textNode(row) : json);
    }
    return values;
  }

  /** The value of a string that is JSON once more; null when it is not. */
  @Nullable JsonNode parse(String text) {
    String json = text.strip();
    return json.length() >= MIN_CHARS && "{[".indexOf(json.charAt(0)) >= 0
        ? valueAt(json.toCharArray(), 0, new int[1])
        : null;
  }

  private void read(String code, List<JsonNode> values) {
    int misses = 0;
    int[] end = new int[1];
    char[] chars = code.toCharArray();
    int at = start(code, 0);
    while (at >= 0 && misses < MAX_MISSES && missedChars < MAX_MISSED_CHARS && !budget.spent()) {
      JsonNode value = valueAt(chars, at, end);
      if (value == null) {
        misses++;
        missedChars += end[0];
        at = start(code, at + 1);
      } else {
        keep(code, at, value, values);
        at = start(code, at + Math.max(1, end[0]));
      }
    }
  }

  private void keep(String code, int at, JsonNode value, List<JsonNode> values) {
    boolean row = code.startsWith(FLIGHT, at - FLIGHT.length()) && value.path(1).isTextual();
    if (row) {
      flight.append(value.get(1).asText());
    } else {
      values.add(value);
    }
  }

  /** Where the next value may begin: behind an equals sign or bracket, or at the very start. */
  private static int start(String code, int from) {
    boolean opens = from == 0;
    for (int i = from; i < code.length(); i++) {
      char c = code.charAt(i);
      if (opens && (c == '{' || c == '[' || isLongString(code, i))) {
        return i;
      }
      opens = c == '=' || c == '(' || (opens && Character.isWhitespace(c));
    }
    return -1;
  }

  private static boolean isLongString(String code, int at) {
    char quote = code.charAt(at);
    if (quote != '"' && quote != '\'') {
      return false;
    }
    int end = Math.min(code.length(), at + MIN_CHARS);
    for (int i = at + 1; i < end; i++) {
      char c = code.charAt(i);
      if (c == quote) {
        return false;
      }
      i += c == '\\' ? 1 : 0;
    }
    return true;
  }

  /**
   * The value that begins here; null when it is none.
   *
   * @param read how many characters were read is put into it
   */
  private @Nullable JsonNode valueAt(char[] chars, int at, int[] read) {
    try (JsonParser parser = mapper.getFactory().createParser(chars, at, chars.length - at)) {
      try {
        return mapper.readTree(parser);
      } catch (JacksonException e) {
        return null; // code, not data: the caller looks for the next beginning
      } finally {
        read[0] = (int) parser.currentLocation().getCharOffset();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("characters in memory could not be read", e);
    }
  }
}
