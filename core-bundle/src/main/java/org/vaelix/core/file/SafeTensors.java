package org.vaelix.core.file;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.graph.Shape;

/**
 * Named arrays with text beside them in the safetensors format, which Python's {@code safetensors}
 * reads. It holds numbers only: reading it runs no code.
 *
 * @param arrays by name
 * @param metadata texts by name
 */
public record SafeTensors(Map<String, HostArray> arrays, Map<String, String> metadata) {
  private static final String METADATA = "__metadata__";
  private static final int ALIGNMENT = 8;
  private static final long LONGEST_HEADER = 100_000_000;

  /**
   * Writes the file.
   *
   * @param target replaced if it exists
   * @throws IOException if writing fails; the target is then as it was
   */
  public void write(Path target) throws IOException {
    byte[] header = header().getBytes(StandardCharsets.UTF_8);
    ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    length.putLong(header.length);
    AtomicFile.write(
        target,
        out -> {
          out.write(length.array());
          out.write(header);
          for (HostArray array : arrays.values()) {
            LittleEndian.write(array, out);
          }
        });
  }

  private String header() {
    JsonObject header = new JsonObject();
    if (!metadata.isEmpty()) {
      JsonObject texts = new JsonObject();
      metadata.forEach(texts::addProperty);
      header.add(METADATA, texts);
    }
    long offset = 0;
    for (Map.Entry<String, HostArray> entry : arrays.entrySet()) {
      HostArray array = entry.getValue();
      long end = offset + (long) array.shape().elements() * LittleEndian.bytesPerValue(array);
      header.add(entry.getKey(), entry(array, offset, end));
      offset = end;
    }
    String text = header.toString();
    int bytes = text.getBytes(StandardCharsets.UTF_8).length;
    return text + " ".repeat(Math.floorMod(-bytes, ALIGNMENT));
  }

  private static JsonObject entry(HostArray array, long start, long end) {
    JsonObject entry = new JsonObject();
    entry.addProperty("dtype", array.isDouble() ? "F64" : "F32");
    JsonArray sizes = new JsonArray();
    array.shape().toList().forEach(sizes::add);
    entry.add("shape", sizes);
    JsonArray offsets = new JsonArray();
    offsets.add(start);
    offsets.add(end);
    entry.add("data_offsets", offsets);
    return entry;
  }

  /**
   * {@return the content of a file}
   *
   * @param file with arrays of type F32 or F64
   * @throws IOException if it cannot be read, or is no such file
   */
  public static SafeTensors read(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file)) {
      long length = bytes(channel, 0, Long.BYTES).getLong();
      if (length < 2 || length > Math.min(LONGEST_HEADER, channel.size() - Long.BYTES)) {
        throw new IOException("its header has an impossible length, " + length);
      }
      String text =
          StandardCharsets.UTF_8.decode(bytes(channel, Long.BYTES, (int) length)).toString();
      return read(channel, JsonParser.parseString(text).getAsJsonObject(), Long.BYTES + length);
    } catch (JsonParseException
        | IllegalStateException
        | IllegalArgumentException
        | IndexOutOfBoundsException
        | NullPointerException e) {
      throw new IOException("its header is damaged: " + e.getMessage(), e);
    }
  }

  private static SafeTensors read(FileChannel channel, JsonObject header, long start)
      throws IOException {
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    Map<String, String> metadata = new LinkedHashMap<>();
    checkTotal(header, channel.size());
    for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
      JsonObject value = entry.getValue().getAsJsonObject();
      if (entry.getKey().equals(METADATA)) {
        value.entrySet().forEach(e -> metadata.put(e.getKey(), e.getValue().getAsString()));
      } else {
        arrays.put(entry.getKey(), array(channel, entry.getKey(), value, start));
      }
    }
    return new SafeTensors(arrays, metadata);
  }

  /** Arrays that share their bytes would take many times the file's size in memory. */
  private static void checkTotal(JsonObject header, long size) throws IOException {
    long left = size;
    for (Map.Entry<String, JsonElement> entry : header.entrySet()) {
      if (!entry.getKey().equals(METADATA)) {
        JsonArray offsets = entry.getValue().getAsJsonObject().getAsJsonArray("data_offsets");
        left -= offsets.get(1).getAsLong() - offsets.get(0).getAsLong();
      }
      if (left < 0) {
        throw new IOException("its arrays claim more bytes than it has");
      }
    }
  }

  private static HostArray array(FileChannel channel, String name, JsonObject entry, long start)
      throws IOException {
    int[] sizes =
        entry.getAsJsonArray("shape").asList().stream().mapToInt(JsonElement::getAsInt).toArray();
    Shape shape = Shape.of(sizes);
    JsonArray offsets = entry.getAsJsonArray("data_offsets");
    long from = offsets.get(0).getAsLong();
    long size = offsets.get(1).getAsLong() - from;
    String type = entry.get("dtype").getAsString();
    boolean isDouble = type.equals("F64");
    if (!isDouble && !type.equals("F32")) {
      throw new IOException("array '" + name + "' is of type " + type + ", not F32 or F64");
    }
    long expected = (long) shape.elements() * (isDouble ? Double.BYTES : Float.BYTES);
    if (from < 0 || size != expected || start + from + size > channel.size()) {
      throw new IOException("array '" + name + "' has impossible offsets; the file is cut short");
    }
    ByteBuffer bytes = bytes(channel, start + from, (int) size);
    if (isDouble) {
      double[] values = new double[shape.elements()];
      bytes.asDoubleBuffer().get(values);
      return HostArray.of(shape, values);
    }
    float[] values = new float[shape.elements()];
    bytes.asFloatBuffer().get(values);
    return HostArray.of(shape, values);
  }

  private static ByteBuffer bytes(FileChannel channel, long from, int count) throws IOException {
    ByteBuffer buffer = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
    while (buffer.hasRemaining()) {
      if (channel.read(buffer, from + buffer.position()) < 0) {
        throw new IOException("the file is cut short");
      }
    }
    return buffer.flip();
  }
}
