package io.dateline.ingest;

import io.dateline.ingest.source.Feed;
import java.util.ArrayList;
import java.util.List;

/**
 * What an address would give as a source.
 *
 * @param head where the answer came from
 * @param findings what was looked at, in order
 */
public record SourceReport(List<String> head, List<Finding> findings) {

  /** Copies the lists. */
  public SourceReport {
    head = List.copyOf(head);
    findings = List.copyOf(findings);
  }

  /**
   * One address.
   *
   * @param feed how it would be watched
   * @param lines for people
   * @param works whether it would give articles
   */
  public record Finding(Feed feed, List<String> lines, boolean works) {

    /** Copies the lines. */
    public Finding {
      lines = List.copyOf(lines);
    }
  }

  /** Whether anything would give articles. */
  public boolean works() {
    return findings.stream().anyMatch(Finding::works);
  }

  /** For people. */
  public List<String> lines() {
    List<String> lines = new ArrayList<>(head);
    findings.forEach(finding -> finding.lines().forEach(line -> lines.add("  " + line)));
    return lines;
  }

  /** What is best watched: an article itself, else feeds, else sitemaps, else the section page. */
  public List<Feed> best() {
    for (Feed.Kind kind :
        List.of(Feed.Kind.PAGE, Feed.Kind.AUTO, Feed.Kind.SITEMAP, Feed.Kind.SECTION)) {
      List<Feed> feeds =
          findings.stream()
              .filter(f -> f.works() && f.feed().kind() == kind)
              .map(Finding::feed)
              .toList();
      if (!feeds.isEmpty()) {
        return feeds;
      }
    }
    return List.of();
  }
}
