package org.vaelix.core.file;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.vaelix.core.backend.HostArray;

/** Writes arrays in NumPy's format (NumPy Enhancement Proposal 1), read by {@code numpy.load}. */
public final class Npy {
  private static final byte[] MAGIC = {(byte) 0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  private static final int ALIGNMENT = 64;

  private Npy() {}

  /**
   * Writes an array, in C order and its own precision.
   *
   * @param target replaced if it exists
   * @param array what to write
   * @throws IOException if writing fails; the target is then as it was
   */
  public static void write(Path target, HostArray array) throws IOException {
    AtomicFile.write(
        target,
        out -> {
          out.write(header(array));
          LittleEndian.write(array, out);
        });
  }

  private static byte[] header(HostArray array) {
    String dictionary =
        String.format(
            "{'descr': '<f%d', 'fortran_order': False, 'shape': %s, }",
            LittleEndian.bytesPerValue(array), array.shape());
    int unpadded = MAGIC.length + 2 + dictionary.length() + 1;
    int length = dictionary.length() + 1 + Math.floorMod(-unpadded, ALIGNMENT);
    String padded = dictionary + " ".repeat(length - dictionary.length() - 1) + "\n";
    byte[] header = new byte[MAGIC.length + 2 + length];
    System.arraycopy(MAGIC, 0, header, 0, MAGIC.length);
    header[MAGIC.length] = (byte) length;
    header[MAGIC.length + 1] = (byte) (length >> 8);
    byte[] text = padded.getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(text, 0, header, MAGIC.length + 2, length);
    return header;
  }
}
