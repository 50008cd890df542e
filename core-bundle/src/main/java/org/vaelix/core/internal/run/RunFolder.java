package org.vaelix.core.internal.run;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.vaelix.core.recipe.RunOptions;
import org.vaelix.core.run.RunException;
import org.vaelix.core.run.RunFiles;

/** A run folder held by this process. */
public final class RunFolder implements AutoCloseable {
  private final RunFiles files;
  private final FileChannel lock;

  private RunFolder(RunFiles files, FileChannel lock) {
    this.files = files;
    this.lock = lock;
  }

  /**
   * {@return a new folder}
   *
   * @param name of the experiment
   * @param options where to put it
   * @throws RunException if it cannot be made, or is in use
   */
  public static RunFolder create(String name, RunOptions options) {
    try {
      Path folder =
          options.folder().isPresent()
              ? empty(Path.of(options.folder().get()))
              : numbered(Path.of(options.parent()), name);
      return hold(folder);
    } catch (IOException e) {
      throw new RunException("no run folder can be made: " + IoProblem.of(e), e);
    }
  }

  private static Path empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> content = Files.list(folder)) {
      if (content.findAny().isPresent()) {
        throw new RunException(
            "the run folder "
                + folder
                + " is not empty; choose another /run/folder, or go on with --resume "
                + folder);
      }
    }
    return folder;
  }

  private static Path numbered(Path parent, String name) throws IOException {
    Files.createDirectories(parent);
    for (int number = 1; ; number++) {
      try {
        return Files.createDirectory(parent.resolve(name + "-" + number));
      } catch (FileAlreadyExistsException e) {
        // Taken, perhaps by a run that started at the same moment: try the next number.
      }
    }
  }

  /**
   * {@return a folder that exists}
   *
   * @param folder of a run
   * @throws RunException if it is none, or another process trains there
   */
  public static RunFolder open(Path folder) {
    checked(folder);
    try {
      return hold(folder);
    } catch (IOException e) {
      throw new RunException("the run folder cannot be used: " + IoProblem.of(e), e);
    }
  }

  /**
   * {@return the files of a run folder}
   *
   * @param folder of a run
   * @throws RunException if it is none
   */
  public static RunFiles checked(Path folder) {
    RunFiles files = new RunFiles(folder);
    if (!Files.isDirectory(folder)) {
      throw new RunException("there is no run folder " + folder);
    }
    if (!Files.isRegularFile(files.recipe())) {
      throw new RunException(
          folder + " is no run folder: it has no " + files.recipe().getFileName());
    }
    return files;
  }

  private static RunFolder hold(Path folder) throws IOException {
    RunFiles files = new RunFiles(folder);
    FileChannel lock =
        FileChannel.open(files.lock(), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    try {
      if (lock.tryLock() == null) {
        throw new OverlappingFileLockException();
      }
    } catch (OverlappingFileLockException e) {
      lock.close();
      throw new RunException(
          "another process trains in " + folder + "; wait for it, or stop it, and try again");
    }
    return new RunFolder(files, lock);
  }

  /** {@return its files} */
  public RunFiles files() {
    return files;
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(files.lock());
      lock.close();
    } catch (IOException e) {
      throw new RunException("the run folder cannot be released: " + IoProblem.of(e), e);
    }
  }
}
