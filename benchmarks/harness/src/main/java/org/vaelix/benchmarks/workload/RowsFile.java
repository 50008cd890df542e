package org.vaelix.benchmarks.workload;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Data sets in NumPy's format 1.0, float32 and row-major: every contestant reads the same file, and
 * so can Vaelix's own data source and Python.
 */
public final class RowsFile {
  /** Magic string, version and header length of format 1.0, before the header's text. */
  private static final int PREFIX = 10;

  private static final int ALIGNMENT = 64;
  private static final Pattern SHAPE = Pattern.compile("'shape': \\((\\d+), (\\d+)\\)");

  private RowsFile() {}

  /**
   * Writes a data set, whole or not at all.
   *
   * @param rows the data set
   * @param file replaced if it exists
   * @throws IOException if it cannot be written
   */
  public static void write(Rows rows, Path file) throws IOException {
    String text =
        String.format(
            "{'descr': '<f4', 'fortran_order': False, 'shape': (%d, %d), }",
            rows.count(), rows.features());
    int length = (PREFIX + text.length() + ALIGNMENT) / ALIGNMENT * ALIGNMENT;
    ByteBuffer bytes = ByteBuffer.allocate(length + Float.BYTES * rows.values().length);
    bytes.order(ByteOrder.LITTLE_ENDIAN).put((byte) 0x93).put("NUMPY".getBytes(latin()));
    bytes.put((byte) 1).put((byte) 0).putShort((short) (length - PREFIX));
    bytes.put(text.getBytes(latin()));
    while (bytes.position() < length - 1) {
      bytes.put((byte) ' ');
    }
    bytes.put((byte) '\n').asFloatBuffer().put(rows.values());
    Path unfinished = file.resolveSibling(file.getFileName() + ".unfinished");
    Files.write(unfinished, bytes.array());
    Files.move(unfinished, file, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * {@return the data set in a file that {@link #write} wrote}
   *
   * @param file to read
   * @throws IOException if it cannot be read
   */
  public static Rows read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      ByteBuffer bytes = channel.map(FileChannel.MapMode.READ_ONLY, 0, channel.size());
      bytes.order(ByteOrder.LITTLE_ENDIAN);
      byte[] header = new byte[bytes.getShort(PREFIX - Short.BYTES)];
      bytes.position(PREFIX).get(header);
      Matcher shape = SHAPE.matcher(new String(header, latin()));
      if (!shape.find()) {
        throw new IOException(file + " is no array of two axes");
      }
      int count = Integer.parseInt(shape.group(1));
      int features = Integer.parseInt(shape.group(2));
      float[] values = new float[count * features];
      bytes.asFloatBuffer().get(values);
      return new Rows(count, features, values);
    }
  }

  private static Charset latin() {
    return StandardCharsets.ISO_8859_1;
  }
}
