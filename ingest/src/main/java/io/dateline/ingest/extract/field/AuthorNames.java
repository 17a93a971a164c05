package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Agencies;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The names found so far: those of people, and what is only good when none is found. */
final class AuthorNames {

  /** A single word in small Latin letters is the name of an account. */
  private static final char FIRST_NOT_LATIN = 0x250;

  private final NameCleaner cleaner;
  private final Agencies agencies;
  private final SiteNames site;
  private final Map<String, String> people = new LinkedHashMap<>();
  private final Map<String, String> handles = new LinkedHashMap<>();
  private final Map<String, String> outlets = new LinkedHashMap<>();

  AuthorNames(NameCleaner cleaner, Agencies agencies, SiteNames site) {
    this.cleaner = cleaner;
    this.agencies = agencies;
    this.site = site;
  }

  /** Another one with nothing in it yet. */
  AuthorNames empty() {
    return new AuthorNames(cleaner, agencies, site);
  }

  /** Adds whom a line names; null names nobody. */
  void add(@Nullable String line) {
    if (line != null) {
      add(line, false);
    }
  }

  /** Adds whom a line names, which may be said to be a person. */
  void add(String line, boolean person) {
    String newsroom = cleaner.newsroom(line);
    if (newsroom != null) {
      outlets.putIfAbsent(newsroom.toLowerCase(Locale.ROOT), newsroom);
      return;
    }
    for (String name : cleaner.split(line)) {
      kind(name, person).putIfAbsent(name.toLowerCase(Locale.ROOT), name);
    }
  }

  private Map<String, String> kind(String name, boolean person) {
    boolean agency = agencies.shortName(name) != null;
    boolean single = name.indexOf(' ') < 0;
    if (!person && cleaner.isOrganisation(name) && !agency) {
      return outlets;
    }
    if ((!person && site.isExactly(name)) || (single && site.isName(name))) {
      return outlets;
    }
    boolean small = single && name.equals(name.toLowerCase(Locale.ROOT));
    return small && !agency && name.charAt(0) < FIRST_NOT_LATIN ? handles : people;
  }

  /** Takes the people of another. */
  void addPeople(AuthorNames other) {
    other.people.forEach(people::putIfAbsent);
  }

  /** Takes what the other has beside people, where this has none. */
  void addRest(AuthorNames other) {
    if (handles.isEmpty()) {
      handles.putAll(other.handles);
    }
    if (outlets.isEmpty()) {
      outlets.putAll(other.outlets);
    }
  }

  boolean hasPeople() {
    return !people.isEmpty();
  }

  /** Whether somebody is named, be it by a short name. */
  boolean hasSomebody() {
    return !people.isEmpty() || !handles.isEmpty();
  }

  /** Whether all people are named nearly as the outlet is; true when there are none. */
  boolean isOutletOnly() {
    return people.keySet().stream().allMatch(site::isLike);
  }

  /** The people as printed. */
  List<String> people() {
    return List.copyOf(people.values());
  }

  /** Whether it names all people of another, and up to so many more. */
  boolean extendsBy(AuthorNames other, int most) {
    int more = people.size() - other.people.size();
    return more > 0 && more <= most && people.keySet().containsAll(other.people.keySet());
  }

  /** People, else short names, else the outlet; an agency's text may be signed by both. */
  List<String> best() {
    if (people.isEmpty()) {
      return new ArrayList<>(handles.isEmpty() ? outlets.values() : handles.values());
    }
    List<String> best = new ArrayList<>(people.values());
    if (best.stream().allMatch(n -> agencies.shortName(n) != null)) {
      outlets.values().stream().filter(n -> cleaner.newsroom(n) != null).forEach(best::add);
    }
    return best;
  }
}
