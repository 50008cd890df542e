package org.vaelix.itests.process;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * A run folder read as any other program would read it, with nothing of Vaelix's.
 *
 * @param folder the run folder
 */
record RunFolderFiles(Path folder) {
  Path file(String name) {
    return folder.resolve(name);
  }

  /** Removes the folder and all in it. */
  void delete() throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }

  byte[] weights() throws IOException {
    return Files.readAllBytes(file("weights.safetensors"));
  }

  JsonObject json(String name) throws IOException {
    return JsonParser.parseString(Files.readString(file(name))).getAsJsonObject();
  }

  /** {@return the lines of the metrics without what a clock has measured} */
  List<JsonObject> metrics() throws IOException {
    List<JsonObject> lines =
        Files.readAllLines(file("metrics.jsonl")).stream()
            .map(line -> JsonParser.parseString(line).getAsJsonObject())
            .toList();
    lines.forEach(line -> line.remove("seconds"));
    return lines;
  }

  /** {@return how many whole lines the metrics have; 0 before there are any} */
  long epochs() {
    try {
      Path metrics = file("metrics.jsonl");
      return Files.exists(metrics)
          ? Files.readString(metrics).chars().filter(c -> c == '\n').count()
          : 0;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** {@return the doubles of a .npy file after its header of 64 aligned bytes, version 1.0} */
  static double[] doubles(Path npy) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(npy)).order(ByteOrder.LITTLE_ENDIAN);
    int header = Short.toUnsignedInt(bytes.getShort(8));
    String description = new String(bytes.array(), 10, header, StandardCharsets.US_ASCII);
    if (!description.contains("'<f8'") || !description.contains("'fortran_order': False")) {
      throw new IOException(npy + " has another header: " + description);
    }
    double[] values = new double[(bytes.limit() - 10 - header) / Double.BYTES];
    bytes.position(10 + header);
    bytes.asDoubleBuffer().get(values);
    return values;
  }
}
