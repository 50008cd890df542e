package org.vaelix.core.file;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vaelix.core.backend.HostArray;

/** Values as the bytes that NumPy and safetensors expect. */
final class LittleEndian {
  private static final int CHUNK = 8192;

  private LittleEndian() {}

  static int bytesPerValue(HostArray array) {
    return array.isDouble() ? Double.BYTES : Float.BYTES;
  }

  static void write(HostArray array, OutputStream out) throws IOException {
    int count = array.shape().elements();
    ByteBuffer buffer =
        ByteBuffer.allocate(CHUNK * bytesPerValue(array)).order(ByteOrder.LITTLE_ENDIAN);
    for (int from = 0; from < count; from += CHUNK) {
      int to = Math.min(count, from + CHUNK);
      buffer.clear();
      for (int i = from; i < to; i++) {
        put(array, i, buffer);
      }
      out.write(buffer.array(), 0, buffer.position());
    }
  }

  private static void put(HostArray array, int i, ByteBuffer buffer) {
    if (array.isDouble()) {
      buffer.putDouble(array.doubles()[i]);
    } else {
      buffer.putFloat(array.floats()[i]);
    }
  }
}
