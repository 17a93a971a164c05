package io.dateline.app;

import io.dateline.ingest.IngestSettings;
import io.dateline.ingest.extract.outlet.Outlets;
import io.dateline.runtime.SettingsReader;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The selector files that a command was told of. */
public final class SelectorFiles {

  private SelectorFiles() {}

  /**
   * The files of a folder.
   *
   * @param folder null: that of the environment, if any
   * @throws io.dateline.runtime.SettingsException telling of all mistakes in the files
   */
  public static Outlets of(@Nullable Path folder) {
    Map<String, String> env = new HashMap<>(System.getenv());
    if (folder != null) {
      env.put("DATELINE_SELECTORS", folder.toString());
    }
    SettingsReader reader = new SettingsReader(env);
    Outlets outlets = IngestSettings.selectors(reader);
    reader.check();
    return outlets;
  }
}
