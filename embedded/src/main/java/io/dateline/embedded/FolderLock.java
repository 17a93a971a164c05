package io.dateline.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process away from a data folder. The kernel drops the lock when its holder dies,
 * so a kill -9 leaves nothing to clean up.
 */
public final class FolderLock implements AutoCloseable {
  private static final String FILE = ".lock";

  private final FileChannel channel;

  private FolderLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Takes the lock of a folder, which is created when missing.
   *
   * @throws EmbeddedException naming the folder when another process holds it or it is not writable
   */
  public static FolderLock take(Path folder) {
    @Nullable FileChannel channel = null;
    try {
      Files.createDirectories(folder);
      channel =
          FileChannel.open(
              folder.resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() != null) {
        return new FolderLock(channel);
      }
      channel.close();
    } catch (OverlappingFileLockException e) {
      closeQuietly(channel, e);
    } catch (IOException e) {
      throw new EmbeddedException("cannot use the folder " + folder + ": " + e, e);
    }
    throw new EmbeddedException("the folder " + folder + " is in use by another process");
  }

  private static void closeQuietly(@Nullable FileChannel channel, Exception reason) {
    try {
      if (channel != null) {
        channel.close();
      }
    } catch (IOException e) {
      reason.addSuppressed(e);
    }
  }

  @Override
  public void close() {
    try {
      channel.close();
    } catch (IOException e) {
      throw new EmbeddedException("cannot give back a folder lock: " + e, e);
    }
  }
}
