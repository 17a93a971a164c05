package io.dateline.ingest.extract.field;

import io.dateline.ingest.extract.body.Agencies;
import io.dateline.ingest.extract.body.Wordings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Authors that somebody pointed at: their lines are only split and cleaned, never doubted. */
public final class NamedAuthors {

  private final NameCleaner cleaner;

  /** Uses the word lists given. */
  public NamedAuthors(Wordings wordings, Agencies agencies) {
    cleaner = new NameCleaner(wordings, agencies);
  }

  /** The names in these lines; none when no line holds one. */
  public AuthorReader.Found read(List<String> lines) {
    Set<String> names = new LinkedHashSet<>();
    for (String line : lines) {
      names.addAll(cleaner.split(line));
    }
    return new AuthorReader.Found(List.copyOf(names), true);
  }
}
