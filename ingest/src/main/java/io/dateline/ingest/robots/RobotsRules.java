package io.dateline.ingest.robots;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What one robots.txt says to one crawler.
 *
 * @param rules of the groups that apply, in file order
 * @param crawlDelay pause it asks for between requests (not in the RFC, but honoured)
 * @param sitemaps addresses named for all crawlers
 */
public record RobotsRules(List<Rule> rules, @Nullable Duration crawlDelay, List<String> sitemaps) {

  /** Everything is allowed: no robots.txt, or an empty one. */
  public static final RobotsRules ALLOW_ALL = new RobotsRules(List.of(), null, List.of());

  /** Nothing is allowed: robots.txt cannot be reached. */
  public static final RobotsRules DISALLOW_ALL =
      new RobotsRules(List.of(new Rule(false, "/")), null, List.of());

  /** Copies the lists. */
  public RobotsRules {
    rules = List.copyOf(rules);
    sitemaps = List.copyOf(sitemaps);
  }

  /**
   * One line of a group.
   *
   * @param allow or disallow
   * @param pattern path pattern with "*" and a final "$", percent-encoding normalised
   */
  public record Rule(boolean allow, String pattern) {}

  /**
   * The rule that decides on an address: the longest pattern that matches, allow before disallow;
   * null when none does, which means allowed.
   */
  public @Nullable Rule deciding(String url) {
    String path = RobotsPath.of(url);
    Rule best = null;
    for (Rule rule : rules) {
      boolean longer =
          best == null
              || rule.pattern().length() > best.pattern().length()
              || (rule.pattern().length() == best.pattern().length() && rule.allow());
      if (longer && RobotsPath.matches(path, rule.pattern())) {
        best = rule;
      }
    }
    return best;
  }

  /** Whether an address may be fetched. */
  public boolean allows(String url) {
    Rule rule = deciding(url);
    return rule == null || rule.allow();
  }
}
