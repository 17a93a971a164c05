package io.dateline.ingest.extract.body;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Takes the closing initials and agencies off the last paragraph: "(dpa/jd)", "AFP", "© dpa". */
public final class SignOffReader {

  private static final int MAX_LINE_CHARS = 90;

  /** A full stop and white space, characters. */
  private static final int MAX_BEHIND_BRACKET = 8;

  private static final Pattern BRACKETED =
      Pattern.compile("\\s*[(\\[]([\\p{L}][\\p{L}/,. &-]{0,38})[)\\]]\\s*\\.?$");
  private static final Pattern INITIALS = Pattern.compile("\\p{L}{1,5}(?:\\s*/\\s*\\p{L}{1,5})*");
  private static final Pattern LINE =
      Pattern.compile(
          "^(?:©|\\(c\\)|Quelle:|Source:|Mit Material von|Mit Agenturmaterial|\\+)?\\s*([\\p{L}/,. &:-]+?)"
              + "(?:-infocom.*|, ?dpa:.*)?$");

  private final Agencies agencies;

  /** Knows agencies by the list given. */
  public SignOffReader(Agencies agencies) {
    this.agencies = agencies;
  }

  /**
   * A closing line taken off.
   *
   * @param raw as it stood in the text
   * @param rest the paragraph without it; empty when it was nothing else
   * @param agencies the agencies named
   */
  public record Found(String raw, String rest, List<String> agencies) {

    /** Copies the list. */
    public Found {
      agencies = List.copyOf(agencies);
    }
  }

  /** Reads the sign-off of the last paragraph; null when there is none. */
  public @Nullable Found read(String text) {
    if (text.length() <= MAX_LINE_CHARS) {
      Found line = line(text);
      if (line != null) {
        return line;
      }
    }
    Matcher m = BRACKETED.matcher(text);
    if (endsInBracket(text) && m.find()) {
      String inside = m.group(1);
      List<String> named = agencies.among(inside);
      boolean initials = INITIALS.matcher(inside).matches() && isLower(inside);
      if (!named.isEmpty() || initials) {
        return new Found(m.group().strip(), text.substring(0, m.start()).strip(), named);
      }
    }
    return null;
  }

  /** Cheap check before the pattern is tried. */
  private static boolean endsInBracket(String text) {
    int last = Math.max(text.lastIndexOf(')'), text.lastIndexOf(']'));
    return last >= 0 && text.length() - last <= MAX_BEHIND_BRACKET;
  }

  private @Nullable Found line(String text) {
    String bare = text.replaceAll("^[(\\[\\s]+|[)\\]\\s.]+$", "");
    Matcher m = LINE.matcher(bare);
    if (!m.matches()) {
      return null;
    }
    String inside = m.group(1).strip();
    List<String> named = new ArrayList<>(agencies.among(inside));
    boolean all = !named.isEmpty() && inside.split("[\\s/,&]+").length <= 5;
    boolean initials =
        inside.length() <= 12
            && INITIALS.matcher(inside).matches()
            && isLower(inside)
            && text.startsWith("(");
    return all || initials ? new Found(text, "", named) : null;
  }

  private static boolean isLower(String text) {
    return text.chars().noneMatch(Character::isUpperCase);
  }
}
