package org.vaelix.data.internal;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.vaelix.core.data.DataException;
import org.vaelix.core.data.DataSource;
import org.vaelix.core.part.Check;
import org.vaelix.core.part.Names;

/** Finds a data file, or says in the user's terms why there is none. */
public final class DataFile {
  private DataFile() {}

  /** {@return the path of an existing plain file} */
  public static Path find(DataSource.Context context, String name) {
    Check.that(name != null, "file", "is required: the name of a data file");
    Path path = resolve(context, name);
    if (Files.isDirectory(path)) {
      throw new DataException(name + " is a folder; name a file in it");
    }
    if (!Files.exists(path)) {
      throw new DataException(name + " does not exist in " + folder(path) + suggestion(path));
    }
    return path;
  }

  /** Refuses a blank option {@code file}; null stands for one without a default. */
  public static void checkName(String file) {
    Check.that(file == null || !file.isBlank(), "file", "must be the name of a data file");
  }

  /** {@return the error for a file that exists but cannot be read} */
  public static DataException unreadable(String name, IOException cause) {
    String reason =
        cause instanceof AccessDeniedException
            ? "access is denied; give yourself permission to read it"
            : cause.getMessage() + "; check the disk or copy the file again";
    return new DataException(name + " cannot be read: " + reason, cause);
  }

  private static Path resolve(DataSource.Context context, String name) {
    try {
      return context.resolve(name);
    } catch (InvalidPathException e) {
      throw new DataException("'" + name + "' is not a file name; correct \"file\"", e);
    }
  }

  private static Path folder(Path path) {
    return path.toAbsolutePath().getParent();
  }

  private static String suggestion(Path path) {
    try (Stream<Path> siblings = Files.list(folder(path))) {
      List<String> names = siblings.map(p -> p.getFileName().toString()).sorted().toList();
      return Names.nearest(path.getFileName().toString(), names)
          .map(nearest -> "; did you mean " + nearest + "?")
          .orElse("; relative names are looked up beside the recipe");
    } catch (IOException e) {
      return ": that folder does not exist either";
    }
  }
}
