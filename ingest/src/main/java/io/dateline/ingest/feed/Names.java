package io.dateline.ingest.feed;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Names of people as feeds print them: "jane@example.org (Jane Doe)", "Jane Doe <jane@…>". */
final class Names {

  private static final Pattern MAIL_THEN_NAME = Pattern.compile("^\\S+@\\S+\\s*\\((.+)\\)$");
  private static final Pattern NAME_THEN_MAIL =
      Pattern.compile("^(.+?)\\s*[<(\\[]?(?:mailto:)?[^\\s<(@]+@[^\\s>)]+[>)\\]]?$");

  private Names() {}

  /** The name without address; the value itself when it is nothing but an address. */
  static @Nullable String of(@Nullable String printed) {
    String text = Xml.plain(printed == null ? null : printed.replace("<", " &lt;"));
    if (text == null) {
      return null;
    }
    for (Pattern pattern : new Pattern[] {MAIL_THEN_NAME, NAME_THEN_MAIL}) {
      Matcher matcher = pattern.matcher(text);
      if (matcher.matches() && !matcher.group(1).isBlank()) {
        return matcher.group(1).strip();
      }
    }
    return text;
  }
}
