package org.vaelix.launcher.internal.project;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.vaelix.launcher.command.CommandException;

/** Writes a project's files: all of them, or none. */
public final class ProjectFolder {
  private ProjectFolder() {}

  /**
   * Writes files into a new folder.
   *
   * @param folder must not exist
   * @param files texts by path within the folder
   * @throws CommandException if it exists or cannot be written
   */
  public static void write(Path folder, Map<String, String> files) throws IOException {
    Path absolute = folder.toAbsolutePath().normalize();
    if (Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
      throw exists(folder);
    }
    Path parent = absolute.getParent();
    createParent(parent);
    // Written beside its place and then moved there, so that no half of a project is ever seen.
    Path temporary = Files.createTempDirectory(parent, "." + absolute.getFileName() + "-");
    try {
      Path whole = Files.createDirectory(temporary.resolve("project"));
      writeAll(whole, files);
      move(whole, absolute);
    } finally {
      delete(temporary);
    }
  }

  private static void move(Path whole, Path folder) throws IOException {
    try {
      Files.move(whole, folder);
    } catch (FileAlreadyExistsException e) {
      throw exists(folder);
    }
  }

  private static CommandException exists(Path folder) {
    return new CommandException(
        folder + " exists already and is left as it is; take another name, or another --into");
  }

  private static void createParent(Path parent) {
    try {
      Files.createDirectories(parent);
    } catch (IOException e) {
      throw new CommandException(
          "the folder " + parent + " cannot be made; name another with --into");
    }
    if (!Files.isWritable(parent)) {
      throw new CommandException(
          "the folder " + parent + " cannot be written to; name another with --into");
    }
  }

  private static void writeAll(Path folder, Map<String, String> files) throws IOException {
    for (Map.Entry<String, String> file : files.entrySet()) {
      Path path = folder.resolve(file.getKey());
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
    }
  }

  private static void delete(Path folder) throws IOException {
    List<Path> all;
    try (Stream<Path> found = Files.walk(folder)) {
      all = found.sorted(Comparator.reverseOrder()).toList();
    }
    for (Path path : all) {
      Files.delete(path);
    }
  }
}
