package org.vaelix.core.internal.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Column;
import org.vaelix.core.data.Dataset;

/** Tells whether rows are the same as those of an earlier session. */
final class DataHash {
  private DataHash() {}

  /** SHA-256 of shape, values and conditions, in hexadecimal digits. */
  static String of(Dataset dataset) {
    MessageDigest digest = sha256();
    HostArray values = dataset.values();
    digest.update(values.shape().toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer value = ByteBuffer.allocate(Double.BYTES);
    for (int i = 0; i < values.shape().elements(); i++) {
      value.clear().putLong(Double.doubleToLongBits(values.get(i))); // one NaN is like another
      digest.update(value.array());
    }
    new TreeMap<>(dataset.conditions()).forEach((name, column) -> add(digest, name, column));
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, String name, Column column) {
    digest.update((name + "\n" + column.width() + "\n").getBytes(StandardCharsets.UTF_8));
    for (String text : column.texts()) {
      digest.update((text + "\n").getBytes(StandardCharsets.UTF_8));
    }
    ByteBuffer number = ByteBuffer.allocate(Double.BYTES);
    for (double value : column.numbers()) {
      number.clear().putLong(Double.doubleToLongBits(value));
      digest.update(number.array());
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
