package org.vaelix.benchmarks.contestant;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.vaelix.benchmarks.workload.Architecture;
import org.vaelix.benchmarks.workload.Likelihood;
import org.vaelix.benchmarks.workload.Rows;
import org.vaelix.benchmarks.workload.RowsFile;
import org.vaelix.benchmarks.workload.Workload;

/** What a contestant is told on its command line, as {@code key=value}. */
public final class Settings {
  private final Map<String, String> values = new LinkedHashMap<>();

  private Settings() {}

  /**
   * {@return the arguments that describe a workload}
   *
   * @param workload to be trained
   * @param data file of its rows
   * @param threads to be used
   */
  public static List<String> arguments(Workload workload, Path data, int threads) {
    String hidden =
        workload.hidden().stream().map(String::valueOf).collect(Collectors.joining(","));
    return List.of(
        "data=" + data,
        "likelihood=" + workload.likelihood().type(),
        "architecture=" + workload.architecture().type(),
        "hidden=" + hidden,
        "side=" + workload.side(),
        "latent=" + workload.latent(),
        "batch=" + workload.batch(),
        "threads=" + threads);
  }

  /**
   * {@return what was given}
   *
   * @param arguments of the main method
   */
  public static Settings of(String... arguments) {
    Settings settings = new Settings();
    for (String argument : arguments) {
      int equals = argument.indexOf('=');
      settings.values.put(argument.substring(0, equals), argument.substring(equals + 1));
    }
    return settings;
  }

  /**
   * {@return one value}
   *
   * @param key that must have been given
   */
  public String get(String key) {
    if (!values.containsKey(key)) {
      throw new IllegalArgumentException("'" + key + "=' is missing");
    }
    return values.get(key);
  }

  /**
   * {@return one number}
   *
   * @param key that must have been given
   */
  public int number(String key) {
    return Integer.parseInt(get(key));
  }

  /** {@return the widths of the encoder's hidden layers, or a U-Net's channels} */
  public List<Integer> hidden() {
    return Stream.of(get("hidden").split(",")).map(Integer::valueOf).toList();
  }

  /** {@return the likelihood} */
  public Likelihood likelihood() {
    return Likelihood.of(get("likelihood"));
  }

  /** {@return the architecture} */
  public Architecture architecture() {
    return Architecture.of(get("architecture"));
  }

  /** {@return the side of square images in pixels} */
  public int side() {
    return number("side");
  }

  /** {@return the file of the rows} */
  public Path data() {
    return Path.of(get("data"));
  }

  /**
   * {@return the rows}
   *
   * @throws IOException if they cannot be read
   */
  public Rows rows() throws IOException {
    return RowsFile.read(data());
  }
}
