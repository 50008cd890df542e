package org.vaelix.core.internal.run;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.data.Dataset;

/** Tells whether rows are the same as those of an earlier session. */
final class DataHash {
  private DataHash() {}

  /** SHA-256 of shape and values, in hexadecimal digits. */
  static String of(Dataset dataset) {
    MessageDigest digest = sha256();
    HostArray values = dataset.values();
    digest.update(values.shape().toString().getBytes(StandardCharsets.UTF_8));
    ByteBuffer value = ByteBuffer.allocate(Double.BYTES);
    for (int i = 0; i < values.shape().elements(); i++) {
      value.clear().putDouble(values.get(i));
      digest.update(value.array());
    }
    return HexFormat.of().formatHex(digest.digest());
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
