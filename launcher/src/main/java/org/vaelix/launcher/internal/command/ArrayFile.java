package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.Npy;
import org.vaelix.launcher.command.Caller;

/** Where commands write arrays. */
final class ArrayFile {
  private ArrayFile() {}

  /** {@return a name for what was computed of a data file: the file's, here, with another end} */
  static Path of(Path data, String end) {
    String name = data.getFileName().toString();
    return Path.of(name.replaceFirst("(?<=.)\\.[^.]*$", "") + end);
  }

  /** Writes an array and says so. */
  static void write(Path file, HostArray array, Caller caller) throws IOException {
    Npy.write(file, array);
    caller.out().println("wrote " + file + ", shape " + array.shape());
  }
}
