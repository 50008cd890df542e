package org.vaelix.launcher.internal.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * The framework's storage: a fresh folder for each process, so that many can run at once. It goes
 * with the process; what a killed process left is removed by a later one, which sees by the lock
 * that nobody uses it.
 */
final class Storage implements AutoCloseable {
  private static final String PREFIX = "vaelix-framework-";
  private static final String LOCK = "lock";

  /** Younger folders are left alone: their owner may not have locked them yet. */
  private static final Duration YOUNG = Duration.ofHours(1);

  private final Path folder;
  private final FileChannel lock;

  private Storage(Path folder, FileChannel lock) {
    this.folder = folder;
    this.lock = lock;
  }

  /** Makes a folder in {@code parent}, and removes what killed processes left there. */
  static Storage create(Path parent) {
    removeOrphans(parent);
    try {
      Path folder = Files.createTempDirectory(parent, PREFIX);
      FileChannel lock =
          FileChannel.open(
              folder.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
      lock.tryLock();
      return new Storage(folder, lock);
    } catch (IOException e) {
      throw new BootException(
          "cannot make a folder in "
              + parent
              + " ("
              + e.getMessage()
              + "); free it, or name another with VAELIX_OPTS=-Djava.io.tmpdir=FOLDER",
          e);
    }
  }

  Path folder() {
    return folder;
  }

  /** Removes the folder. Whatever cannot be removed now is left to a later process. */
  @Override
  public synchronized void close() {
    try {
      lock.close();
      delete(folder);
    } catch (IOException | UncheckedIOException e) {
      // Nothing the user could do, and nothing lost: removeOrphans comes back to it.
    }
  }

  private static void removeOrphans(Path parent) {
    try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, PREFIX + "*")) {
      for (Path folder : folders) {
        if (isOld(folder) && isUnlocked(folder.resolve(LOCK))) {
          delete(folder);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // Another user's, or another process is removing it at this moment.
    }
  }

  private static boolean isOld(Path folder) throws IOException {
    return Files.getLastModifiedTime(folder).toInstant().isBefore(Instant.now().minus(YOUNG));
  }

  private static boolean isUnlocked(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
        FileLock lock = channel.tryLock()) {
      return lock != null;
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.notExists(folder)) {
      return;
    }
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
