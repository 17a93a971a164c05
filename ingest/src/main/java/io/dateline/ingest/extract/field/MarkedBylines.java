package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.scan.Page;
import io.dateline.ingest.extract.scan.Role;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/** Reads the elements that are named for an author. */
final class MarkedBylines {

  private static final int MAX_LINKS = 20;
  private static final int MAX_BYLINE_CHARS = 160;
  private static final int MAX_MORE_AUTHORS = 3;

  /** How many blocks behind the headline an author line may stand. */
  private static final int MAX_BLOCKS_AWAY = 25;

  /** What joins the last of several names to the others. */
  private static final Pattern AND = Pattern.compile(",?\\s(?:and|und|et|y|e|en|og|och|&)\\s+");

  private static final List<String> AUTHOR_PATHS =
      List.of(
          "author",
          "autor",
          "/people/",
          "/person",
          "/profile",
          "/staff/",
          "/redaktion/",
          "/by/",
          "/contributor",
          "/journalist",
          "/writers/",
          "/team/",
          "/auteur",
          "/redakteur");

  private MarkedBylines() {}

  /** Adds those near the headline first, of nested ones the innermost. */
  static void add(Page page, int heading, AuthorNames names) {
    int best = Integer.MAX_VALUE;
    AuthorNames bestFound = names.empty();
    for (Page.Spot spot : page.bylines()) {
      int away = away(spot, heading);
      if (away >= best || away > MAX_BLOCKS_AWAY || isComment(spot)) {
        continue;
      }
      AuthorNames found = names.empty();
      addElement(spot.element(), found);
      if (found.hasPeople()) {
        bestFound = found;
        best = away;
      }
      names.addRest(found);
    }
    names.addPeople(bestFound);
  }

  /**
   * Adds those whom a line near the headline joins to all that are stated: of two authors a content
   * system may state the first alone. A comma is not enough, it parts names and jobs.
   */
  static void addJoined(Page page, int heading, AuthorNames stated) {
    for (Page.Spot spot : page.bylines()) {
      String line = spot.element().text();
      boolean near = away(spot, heading) <= MAX_BLOCKS_AWAY && !isComment(spot);
      if (near && line.length() <= MAX_BYLINE_CHARS && AND.matcher(line).find()) {
        AuthorNames shown = stated.empty();
        shown.add(line);
        if (shown.extendsBy(stated, MAX_MORE_AUTHORS) && areJoined(shown.people(), line)) {
          stated.addPeople(shown);
          return;
        }
      }
    }
  }

  /** Whether all are people and "and" stands right between two of them: not "Editor and Critic". */
  private static boolean areJoined(List<String> people, String line) {
    Matcher and = AND.matcher(line);
    return people.stream().allMatch(BylineText::isPerson)
        && and.find()
        && people.stream().anyMatch(line.substring(0, and.start())::endsWith)
        && people.stream().anyMatch(line.substring(and.end())::startsWith);
  }

  private static boolean isComment(Page.Spot spot) {
    return spot.box().nearest(Role.COMMENTS) != null
        || spot.element().className().contains("comment")
        || BylineText.isComment(spot.box());
  }

  private static int away(Page.Spot spot, int heading) {
    if (heading < 0) {
      return 0;
    }
    int blocks = spot.block() - heading;
    return blocks < 0 ? -blocks * 2 : blocks;
  }

  private static void addElement(Element element, AuthorNames found) {
    int links = 0;
    for (Element link : element.getAllElements()) {
      String text = isAuthorLink(link) ? link.text() : "";
      if (!text.isEmpty() && text.length() <= MAX_BYLINE_CHARS && links++ < MAX_LINKS) {
        found.add(text);
      }
    }
    String text = element.text();
    if (!found.hasPeople() && text.length() <= MAX_BYLINE_CHARS) {
      found.add(text);
    }
  }

  private static boolean isAuthorLink(Element link) {
    boolean anchor = link.normalName().equals("a");
    if (!anchor || link.hasAttr("itemprop") || link.attr("rel").contains("author")) {
      return anchor || link.attr("itemprop").equalsIgnoreCase("name");
    }
    String href = link.attr("href").toLowerCase(Locale.ROOT);
    return AUTHOR_PATHS.stream().anyMatch(href::contains);
  }
}
