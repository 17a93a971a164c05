package io.dateline.ingest.robots;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads robots.txt (RFC 9309) as tolerantly as the big crawlers do. */
public final class RobotsParser {

  /** What is read of a file, in bytes; the rest is ignored. The RFC wants at least 500 KiB. */
  public static final int MAX_BYTES = 512 * 1024;

  /** Longest line looked at, in UTF-16 units. */
  private static final int MAX_LINE_CHARS = 16_664;

  /** Longest pause honoured; more is as good as this. */
  private static final Duration MAX_DELAY = Duration.ofMinutes(5);

  private static final Set<String> DISALLOW =
      Set.of("disallow", "dissallow", "dissalow", "disalow", "diasllow", "disallaw");
  private static final Set<String> AGENT = Set.of("user-agent", "useragent", "user agent");

  private static final byte[] BOM = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

  private final String agent;
  private final Group ours = new Group();
  private final Group everyone = new Group();
  private final List<String> sitemaps = new ArrayList<>();
  private final Set<Group> current = new LinkedHashSet<>();
  private boolean inRules;
  private boolean seenOurs;

  private RobotsParser(String agent) {
    this.agent = agent.strip().toLowerCase(Locale.ROOT);
  }

  private static final class Group {
    final List<RobotsRules.Rule> rules = new ArrayList<>();
    @Nullable Duration delay;
  }

  /**
   * What a file says to one crawler.
   *
   * @param bytes the file; only the first {@value #MAX_BYTES} are read
   * @param agent the crawler's product token: "Datelinebot"
   */
  public static RobotsRules parse(byte[] bytes, String agent) {
    int start = 0;
    while (start < BOM.length && start < bytes.length && bytes[start] == BOM[start]) {
      start++; // a byte order mark, or what is left of one
    }
    int length = Math.min(bytes.length, MAX_BYTES) - start;
    return parse(new String(bytes, start, length, StandardCharsets.UTF_8), agent);
  }

  /** The same from text. */
  public static RobotsRules parse(String text, String agent) {
    RobotsParser parser = new RobotsParser(agent);
    String body = text.startsWith("\uFEFF") ? text.substring(1) : text;
    int start = 0;
    for (int i = 0; i <= body.length(); i++) {
      if (i == body.length() || body.charAt(i) == '\n' || body.charAt(i) == '\r') {
        parser.line(body.substring(start, Math.min(i, start + MAX_LINE_CHARS)));
        start = i + 1;
      }
    }
    return parser.rules();
  }

  private RobotsRules rules() {
    Group group = seenOurs ? ours : everyone;
    return new RobotsRules(group.rules, group.delay, sitemaps);
  }

  private void line(String raw) {
    int comment = raw.indexOf('#');
    String line = (comment < 0 ? raw : raw.substring(0, comment)).strip();
    if (line.isEmpty()) {
      return;
    }
    int colon = line.indexOf(':');
    if (colon < 0) {
      colon = firstSpace(line); // "Disallow /x": the colon was forgotten
    }
    if (colon > 0) {
      String key = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
      field(key, line.substring(colon + 1).strip());
    }
  }

  private static int firstSpace(String line) {
    for (int i = 0; i < line.length(); i++) {
      if (Character.isWhitespace(line.charAt(i))) {
        boolean twoWords = line.substring(i).strip().indexOf(' ') < 0;
        return twoWords ? i : -1;
      }
    }
    return -1;
  }

  private void field(String key, String value) {
    if (AGENT.contains(key)) {
      agent(value);
    } else if (key.equals("allow")) {
      rule(true, value);
    } else if (DISALLOW.contains(key)) {
      rule(false, value);
    } else if (key.equals("crawl-delay")) {
      delay(value);
    } else {
      inRules = true; // as the reference parser has it: any other line ends the list of agents
      if (key.equals("sitemap") || key.equals("site-map")) {
        sitemaps.add(value);
      }
    }
  }

  private void agent(String value) {
    if (inRules) {
      current.clear();
      inRules = false;
    }
    String lower = value.toLowerCase(Locale.ROOT);
    boolean star = lower.startsWith("*") && (lower.length() == 1 || isSpace(lower.charAt(1)));
    if (star) {
      current.add(everyone);
    } else if (!agent.isEmpty() && token(lower).equals(agent)) {
      current.add(ours);
      seenOurs = true;
    }
  }

  /** The product token: what stands in front of a version or remark. */
  private static String token(String value) {
    int end = 0;
    while (end < value.length() && isTokenChar(value.charAt(end))) {
      end++;
    }
    return end == 0 ? value : value.substring(0, end);
  }

  private static boolean isTokenChar(char c) {
    return (c >= 'a' && c <= 'z') || c == '-' || c == '_' || c > 0x7F;
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t';
  }

  private void rule(boolean allow, String value) {
    inRules = true;
    if (value.isEmpty()) {
      return; // an empty rule allows everything: no rule
    }
    String pattern = RobotsPath.normalise(value, true);
    for (Group group : current) {
      group.rules.add(new RobotsRules.Rule(allow, pattern));
      if (allow && pattern.endsWith("/index.html")) {
        String folder = pattern.substring(0, pattern.length() - "index.html".length());
        group.rules.add(new RobotsRules.Rule(true, folder + "$"));
      }
    }
  }

  private void delay(String value) {
    inRules = true;
    try {
      BigDecimal seconds = new BigDecimal(value);
      if (seconds.signum() < 0) {
        return;
      }
      Duration delay =
          seconds.compareTo(BigDecimal.valueOf(MAX_DELAY.toSeconds())) > 0
              ? MAX_DELAY
              : Duration.ofMillis(seconds.movePointRight(3).longValue());
      for (Group group : current) {
        group.delay = delay;
      }
    } catch (NumberFormatException e) {
      inRules = true; // not a number of seconds: the line says nothing
    }
  }
}
