package io.dateline.ingest.extract.body;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells a line behind the article that says how to reach its author or where to follow the outlet:
 * "Jane Doe can be reached at jane@harbour.example".
 */
final class ContactLines {

  private static final int MAX_CHARS = 300;

  /** An address alone, or behind a label: "Email: jane@harbour.example". */
  private static final Pattern BARE =
      Pattern.compile(
          "(?i)(?:(?:e-?mail|mail|twitter|x):?\\s*)?"
              + "(?:[\\w.+-]+@[\\w-]+(?:\\.[\\w-]+)+|@\\w{3,}|(?:twitter|x)\\.com/\\w+)[.;,]?");

  private static final List<String> NETWORKS =
      List.of(
          "twitter",
          "facebook",
          "instagram",
          "youtube",
          "tiktok",
          "telegram",
          "whatsapp",
          "linkedin",
          "mastodon",
          "bluesky",
          "threads");

  private final Wordings.Phrases follow;
  private final List<String> reach;

  ContactLines(Wordings wordings) {
    follow = wordings.section("followline");
    reach = List.copyOf(wordings.section("reachline").all());
  }

  /** Whether the text, without a mark in front, is one. */
  boolean is(String text) {
    if (text.length() > MAX_CHARS) {
      return false;
    }
    String lower = text.toLowerCase(Locale.ROOT);
    return BARE.matcher(text).matches()
        || (lower.indexOf('@') >= 0 && reach.stream().anyMatch(lower::contains))
        || (follow.opens(text) && NETWORKS.stream().anyMatch(lower::contains));
  }

  /** Without a bullet in front. */
  static String withoutMark(String text) {
    int i = 0;
    while (i < text.length()
        && !Character.isLetterOrDigit(text.charAt(i))
        && text.charAt(i) != '@') {
      i++;
    }
    return text.substring(i);
  }
}
