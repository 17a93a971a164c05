package io.dateline.ingest.source;

import io.dateline.ingest.extract.outlet.Outlet;
import io.dateline.ingest.extract.outlet.OutletFile;
import io.dateline.ingest.extract.outlet.Outlets;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of selector files, one an outlet: {@code *.yaml} and {@code *.yml}.
 *
 * @param outlets those without mistakes
 * @param mistakes all of them, each naming the file
 */
public record SelectorFolder(Outlets outlets, List<String> mistakes) {

  /** Copies the mistakes. */
  public SelectorFolder {
    mistakes = List.copyOf(mistakes);
  }

  /** Reads all files of a folder. */
  public static SelectorFolder read(Path folder) {
    List<Outlet> outlets = new ArrayList<>();
    List<String> mistakes = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : files.filter(SelectorFolder::isYaml).sorted().toList()) {
        OutletFile file = OutletFile.parse(name(path), Files.readString(path));
        mistakes.addAll(file.mistakes());
        if (file.outlet() != null) {
          outlets.add(file.outlet());
        }
      }
      return new SelectorFolder(new Outlets(outlets), mistakes);
    } catch (IOException e) {
      mistakes.add(folder + " cannot be read: " + e);
    } catch (IllegalArgumentException e) {
      mistakes.add(String.valueOf(e.getMessage()));
    }
    return new SelectorFolder(Outlets.NONE, mistakes);
  }

  private static boolean isYaml(Path path) {
    String name = path.toString();
    return name.endsWith(".yaml") || name.endsWith(".yml");
  }

  private static String name(Path path) {
    String name = path.getFileName().toString();
    return name.substring(0, name.lastIndexOf('.'));
  }
}
