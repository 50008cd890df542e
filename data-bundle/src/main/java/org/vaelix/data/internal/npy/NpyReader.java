package org.vaelix.data.internal.npy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.DataException;
import org.vaelix.core.graph.Shape;
import org.vaelix.data.internal.Allocation;
import org.vaelix.data.internal.AxisWalk;
import org.vaelix.data.internal.Layout;

/**
 * Reads one array in NumPy's .npy format, versions 1.0 to 3.0. No memory is taken before the header
 * has been found to agree with the file's length.
 */
final class NpyReader {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y'};
  private static final byte[] ZIP = {'P', 'K'};

  /** NumPy's own bound; a longer header does not describe an array of plain numbers. */
  private static final int MAX_HEADER = 10_000;

  /** A multiple of every element's size. */
  private static final int CHUNK = 1 << 16;

  private final InputStream in;
  private final String place;
  private long left;

  /**
   * Creates a reader.
   *
   * @param in at the array's first byte
   * @param length of the array's file in bytes
   * @param place of the array, for messages
   */
  NpyReader(InputStream in, long length, String place) {
    this.in = in;
    this.left = length;
    this.place = place;
  }

  HostArray read(Layout layout) throws IOException {
    return read(header(false), layout);
  }

  /** {@return the array as a column: numbers for each entry of the first axis, or one text} */
  Column readColumn() throws IOException {
    NpyHeader header = header(true);
    HostArray array = read(header, new Layout(0, true));
    int rows = array.shape().size(0);
    int width = array.shape().size(1);
    double[] numbers = array.toDoubles();
    if (!header.isText()) {
      return Column.of(width, numbers);
    }
    String[] texts = new String[rows];
    Arrays.setAll(texts, row -> text(numbers, row * width, (row + 1) * width));
    double[] none = new double[rows];
    Arrays.fill(none, Double.NaN);
    return Column.of(texts, none);
  }

  private static String text(double[] characters, int from, int to) {
    StringBuilder text = new StringBuilder();
    for (int i = from; i < to && characters[i] != 0; i++) {
      text.appendCodePoint((int) characters[i]);
    }
    return text.toString().strip();
  }

  private HostArray read(NpyHeader header, Layout layout) throws IOException {
    Shape rowsFirst = layout.rowsFirst(header.shape(), place);
    checkLength(header);
    HostArray array =
        Allocation.of(layout.result(rowsFirst), header.type().format().fitsFloat(), place);
    fill(
        array,
        header,
        new AxisWalk(header.shape(), header.fortranOrder(), layout.strides(rowsFirst)));
    return array;
  }

  private NpyHeader header(boolean allowsText) throws IOException {
    byte[] magic = next((int) Math.min(left, MAGIC.length));
    if (!Arrays.equals(magic, MAGIC)) {
      boolean zip = magic.length > 1 && Arrays.equals(Arrays.copyOf(magic, 2), ZIP);
      throw new DataException(
          place + " is not a .npy file" + (zip ? "; it is an archive: use type \"npz\"" : ""));
    }
    int version = next(2)[0];
    if (version < 1 || version > 3) {
      throw new DataException(
          place + " is in .npy format " + version + ", which is unknown; save the array again");
    }
    int length = headerLength(version);
    Charset charset = version == 3 ? StandardCharsets.UTF_8 : StandardCharsets.ISO_8859_1;
    return NpyHeader.parse(new String(next(length), charset), place, allowsText);
  }

  private int headerLength(int version) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(next(version == 1 ? 2 : 4)).order(ByteOrder.LITTLE_ENDIAN);
    long length =
        version == 1
            ? Short.toUnsignedInt(bytes.getShort())
            : Integer.toUnsignedLong(bytes.getInt());
    if (length > MAX_HEADER) {
      throw new DataException(
          place
              + " has a header of "
              + length
              + " bytes, which no array of plain numbers has; save the array again");
    }
    return (int) length;
  }

  private void checkLength(NpyHeader header) {
    long needed = (long) header.shape().elements() * header.type().format().bytes();
    if (needed != left) {
      throw new DataException(
          String.format(
              "%s has %d bytes of values where its shape %s needs %d: %s",
              place,
              left,
              header.shape(),
              needed,
              left < needed
                  ? "it is cut short; copy or save it again"
                  : "something follows the array; save it alone"));
    }
  }

  private void fill(HostArray array, NpyHeader header, AxisWalk walk) throws IOException {
    while (left > 0) {
      byte[] chunk = next((int) Math.min(CHUNK, left));
      ByteBuffer buffer = ByteBuffer.wrap(chunk).order(header.type().order());
      while (buffer.hasRemaining()) {
        array.set(walk.next(), header.type().read(buffer));
      }
    }
  }

  private byte[] next(int count) throws IOException {
    byte[] bytes = in.readNBytes(count);
    if (bytes.length < count) {
      throw new DataException(place + " is cut short; copy or save it again");
    }
    left -= count;
    return bytes;
  }
}
