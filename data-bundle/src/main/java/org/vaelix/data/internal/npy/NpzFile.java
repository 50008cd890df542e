package org.vaelix.data.internal.npy;

import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.part.Names;
import org.vaelix.data.internal.DataFile;
import org.vaelix.data.internal.Layout;

/** Reads one array of a .npz archive, which is a zip file of .npy files. */
final class NpzFile {
  private static final String SUFFIX = ".npy";

  /** Deflate cannot do better than about 1032 to 1; an entry that claims to lies about its size. */
  private static final long MAX_RATIO = 1040;

  private final String name;
  private final Path path;

  NpzFile(String name, Path path) {
    this.name = name;
    this.path = path;
  }

  /**
   * {@return an array}
   *
   * @param array its name; empty: the only one there is
   * @param layout of the result
   * @param others arrays that are not meant when no name is given
   */
  HostArray read(String array, Layout layout, List<String> others) {
    return read(array, others, reader -> reader.read(layout));
  }

  /** {@return the array of a name as a column of conditions} */
  Column column(String array) {
    return read(array, List.of(), NpyReader::readColumn);
  }

  private interface Reading<T> {
    T read(NpyReader reader) throws IOException;
  }

  private <T> T read(String array, List<String> others, Reading<T> reading) {
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return read(zip, choose(zip, array, others), reading);
    } catch (ZipException | EOFException e) {
      throw new DataException(
          name + " is not a sound .npz archive: " + e.getMessage() + "; copy or save it again", e);
    } catch (IOException e) {
      throw DataFile.unreadable(name, e);
    }
  }

  private <T> T read(ZipFile zip, ZipEntry entry, Reading<T> reading) throws IOException {
    String place = name + ", array '" + arrayName(entry) + "'";
    if (entry.getSize() / MAX_RATIO > entry.getCompressedSize()) {
      throw new DataException(place + " lies about its size; save the archive again");
    }
    try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(entry), new CRC32())) {
      T read = reading.read(new NpyReader(in, entry.getSize(), place));
      checkSum(entry, in, place);
      return read;
    }
  }

  private static void checkSum(ZipEntry entry, CheckedInputStream in, String place)
      throws IOException {
    if (in.read() >= 0 || in.getChecksum().getValue() != entry.getCrc()) {
      throw new DataException(place + " is damaged: its check sum is wrong; copy it again");
    }
  }

  private ZipEntry choose(ZipFile zip, String array, List<String> others) {
    List<? extends ZipEntry> entries =
        zip.stream()
            .filter(entry -> entry.getName().endsWith(SUFFIX))
            .filter(entry -> !(array.isEmpty() && others.contains(arrayName(entry))))
            .toList();
    List<String> names = entries.stream().map(NpzFile::arrayName).toList();
    if (names.isEmpty()) {
      throw new DataException(name + " holds no arrays; save some with numpy.savez");
    }
    if (array.isEmpty() && names.size() > 1) {
      throw new DataException(
          name + " holds several arrays; set \"array\" to one of " + String.join(", ", names));
    }
    int index = array.isEmpty() ? 0 : names.indexOf(array);
    if (index < 0) {
      throw unknown(array, names);
    }
    return entries.get(index);
  }

  private DataException unknown(String array, List<String> names) {
    String remedy =
        Names.nearest(array, names)
            .map(nearest -> "did you mean '" + nearest + "'?")
            .orElse("it holds " + String.join(", ", names));
    return new DataException(name + " holds no array '" + array + "'; " + remedy);
  }

  private static String arrayName(ZipEntry entry) {
    String entryName = entry.getName();
    return entryName.substring(0, entryName.length() - SUFFIX.length());
  }
}
