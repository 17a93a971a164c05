package io.dateline.ingest.run;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** A folder into which a wire delivers files: what lies there whole, and where it goes then. */
final class WireFolder {

  /** A file that has not changed for so long is whole. */
  static final Duration SETTLE = Duration.ofSeconds(1);

  /** Most files looked at in one scan; the rest comes with the next. */
  static final int MAX_FILES = 500;

  /** Files of one name kept apart in done or failed. */
  private static final int MAX_NAMESAKES = 10_000;

  private static final Set<String> UNDER_WAY =
      Set.of("tmp", "temp", "part", "filepart", "writing", "crdownload", "lock");

  private final Path folder;
  private final Path done;
  private final Path failed;
  private Map<Path, Stamp> stamps = new HashMap<>();

  /** How a file looked, and since when it looks so. */
  private record Stamp(long size, FileTime modified, Instant since) {}

  /**
   * A file that has settled.
   *
   * @param path where it lies
   * @param since when it was last seen to change
   * @param modified as the file system has it
   * @param size in bytes
   */
  record Delivered(Path path, Instant since, FileTime modified, long size) {}

  WireFolder(Path folder) {
    this.folder = folder;
    done = folder.resolve("done");
    failed = folder.resolve("failed");
  }

  /** As sources name it. */
  String name() {
    return "wire:" + folder.getFileName();
  }

  void prepare() throws IOException {
    Files.createDirectories(done);
    Files.createDirectories(failed);
  }

  /** The files that are whole, oldest first. */
  List<Delivered> settled(Instant now) throws IOException {
    Map<Path, Stamp> seen = new HashMap<>();
    List<Delivered> whole = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path path : (Iterable<Path>) files.filter(WireFolder::isDelivery)::iterator) {
        Stamp stamp = stamp(path, now);
        seen.put(path, stamp);
        if (!now.isBefore(stamp.since().plus(SETTLE))) {
          whole.add(new Delivered(path, stamp.since(), stamp.modified(), stamp.size()));
        }
        if (seen.size() >= MAX_FILES) {
          break;
        }
      }
    }
    stamps = seen;
    whole.sort(Comparator.comparing(Delivered::modified).thenComparing(Delivered::path));
    return whole;
  }

  private Stamp stamp(Path path, Instant now) throws IOException {
    BasicFileAttributes is =
        Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    Stamp before = stamps.get(path);
    if (before != null
        && before.size() == is.size()
        && before.modified().equals(is.lastModifiedTime())) {
      return before;
    }
    return new Stamp(is.size(), is.lastModifiedTime(), now);
  }

  /** Links are not followed: a wire may deliver files, not point at ours. */
  private static boolean isDelivery(Path path) {
    String name = path.getFileName().toString().toLowerCase(Locale.ROOT);
    String ending = name.substring(name.lastIndexOf('.') + 1);
    return !name.startsWith(".")
        && !UNDER_WAY.contains(ending)
        && Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
  }

  void done(Path file) throws IOException {
    move(file, done);
  }

  void failed(Path file, String reason) throws IOException {
    Path moved = move(file, failed);
    Files.writeString(moved.resolveSibling(moved.getFileName() + ".reason.txt"), reason + "\n");
  }

  private static Path move(Path file, Path into) throws IOException {
    String name = file.getFileName().toString();
    for (int i = 0; i < MAX_NAMESAKES; i++) {
      try {
        return Files.move(file, into.resolve(i == 0 ? name : name + "." + i));
      } catch (FileAlreadyExistsException e) {
        // a file of that name was delivered before: the next number is tried
      }
    }
    throw new IOException("more than " + MAX_NAMESAKES + " files named " + name + " in " + into);
  }
}
