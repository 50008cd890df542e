package org.vaelix.data.internal.hdf5;

import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Link;
import io.jhdf.api.Node;
import io.jhdf.exceptions.HdfFilterException;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.links.ExternalLink;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.part.Names;
import org.vaelix.data.internal.DataFile;
import org.vaelix.data.internal.Layout;

/** An open HDF5 file, and its data sets by their paths. Errors are in the user's terms. */
final class Hdf5File implements AutoCloseable {
  private final String name;
  private final HdfFile file;

  private Hdf5File(String name, HdfFile file) {
    this.name = name;
    this.file = file;
  }

  /**
   * {@return the file, to be closed}
   *
   * @param name as in the recipe, for messages
   * @param path of an existing file
   */
  static Hdf5File open(String name, Path path) {
    if (!Files.isReadable(path)) {
      throw DataFile.unreadable(name, new AccessDeniedException(name));
    }
    return new Hdf5File(name, reading(name, () -> new HdfFile(path)));
  }

  /** {@return the values of a data set of numbers} */
  HostArray read(String path, Layout layout) {
    Dataset dataset = find(path);
    return reading(place(path), () -> new Hdf5Values(dataset, place(path)).read(layout));
  }

  /** {@return a data set as a column: numbers for each entry of the first axis, or one text} */
  Column column(String path) {
    Dataset dataset = find(path);
    return reading(place(path), () -> new Hdf5Values(dataset, place(path)).readColumn());
  }

  /**
   * {@return the path of the only data set there is}
   *
   * @param others data sets that are not meant
   */
  String only(List<String> others) {
    List<String> left = new ArrayList<>(reading(name, () -> paths(file, "")));
    left.removeAll(others);
    if (left.isEmpty()) {
      throw new DataException(name + " holds no data sets; save some with h5py's create_dataset");
    }
    if (left.size() > 1) {
      throw new DataException(
          name
              + " holds several data sets; set \"datasets\" to some of "
              + String.join(", ", left));
    }
    return left.get(0);
  }

  /** {@return a data set's place in the user's terms} */
  String place(String path) {
    return name + ", data set '" + path + "'";
  }

  private Dataset find(String path) {
    Node node = reading(name, () -> followed(path));
    if (node instanceof Dataset dataset) {
      return dataset;
    }
    if (node instanceof Group group) {
      List<String> within = reading(name, () -> paths(group, path.replaceFirst("/*$", "/")));
      throw new DataException(
          place(path) + " is a group; name a data set: " + String.join(", ", within));
    }
    List<String> known = reading(name, () -> paths(file, ""));
    String remedy =
        Names.nearest(path, known)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("it holds " + String.join(", ", known));
    throw new DataException(name + " holds no data set '" + path + "'; " + remedy);
  }

  /** {@return what is at a path, or null} */
  private Node followed(String path) {
    Node node = file;
    for (String step : path.split("/")) {
      if (!step.isEmpty()) {
        node = node instanceof Group group ? target(group.getChildren().get(step)) : null;
      }
    }
    return node;
  }

  /** A file from somewhere else must not decide which other files are opened. */
  private Node target(Node node) {
    if (node instanceof ExternalLink link) {
      throw new DataException(
          place(link.getName()) + " is in another file, which is not looked for; name that file");
    }
    return node instanceof Link link ? link.getTarget() : node;
  }

  private static List<String> paths(Group group, String prefix) {
    List<String> paths = new ArrayList<>();
    group
        .getChildren()
        .forEach(
            (name, node) -> {
              // Links are no data sets of their own, and could lead back to a group above.
              if (node instanceof Group inner) {
                paths.addAll(paths(inner, prefix + name + "/"));
              } else if (node instanceof Dataset) {
                paths.add(prefix + name);
              }
            });
    return paths;
  }

  /**
   * Reads with this bundle's class loader as the thread's, by which the library looks for filters,
   * and says in the user's terms what went wrong. A damaged file can make the library stumble
   * anywhere, so that any failure in it is the file's.
   */
  private static <T> T reading(String place, Supplier<T> read) {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Hdf5File.class.getClassLoader());
    try {
      return read.get();
    } catch (DataException e) {
      throw e;
    } catch (HdfFilterException | UnsupportedHdfException e) {
      throw new DataException(
          place + " is stored in a way that is not read here: " + reason(e) + "; save it with gzip",
          e);
    } catch (RuntimeException e) {
      throw new DataException(
          place + " is not sound HDF5: " + reason(e) + "; copy or save the file again", e);
    } catch (StackOverflowError e) {
      throw new DataException(place + " holds a group within itself; name a data set", e);
    } catch (OutOfMemoryError e) {
      throw new DataException(
          place
              + " claims to need more memory than Java may use; raise -Xmx, save fewer rows, or copy"
              + " the file again if it is small",
          e);
    } finally {
      thread.setContextClassLoader(before);
    }
  }

  private static String reason(RuntimeException e) {
    Throwable deepest = e;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = deepest.getMessage();
    return message == null
        ? "it ends or breaks off within"
        : message.strip().replaceAll("\\.$", "");
  }

  @Override
  public void close() {
    file.close();
  }
}
