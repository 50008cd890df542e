package org.vaelix.core.internal.run;

import com.google.gson.Gson;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.vaelix.core.backend.HostArray;
import org.vaelix.core.file.SafeTensors;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.internal.data.Coded;
import org.vaelix.core.internal.data.Coding;
import org.vaelix.core.internal.data.Statistics;
import org.vaelix.core.model.Condition;
import org.vaelix.core.model.Moments;

/**
 * The statistics of training rows in a run folder, as safetensors: {@code mean}, {@code variance}
 * and {@code zeros} of the event's shape, and for each condition {@code condition/<name>} of the
 * training rows, its {@code mean/<name>} and its {@code scale/<name>}. Levels, kinds and the names
 * of columns are metadata.
 */
final class StatisticsFile {
  private static final String ROWS = "rows";
  private static final String COLUMNS = "columns";
  private static final String CONDITIONS = "conditions";
  private static final String MEAN = "mean";
  private static final String VARIANCE = "variance";
  private static final String ZEROS = "zeros";
  private static final String SCALE = "scale";
  private static final Gson GSON = new Gson();

  private StatisticsFile() {}

  /** What is known of a condition beside its numbers. */
  private record Described(
      String name,
      String column,
      Condition.Kind kind,
      List<String> levels,
      double[] mean,
      Condition.Networks networks) {}

  static void write(Path file, Statistics statistics) throws IOException {
    Moments moments = statistics.moments();
    Map<String, HostArray> arrays = new LinkedHashMap<>();
    arrays.put(MEAN, HostArray.of(statistics.eventShape(), moments.mean()));
    arrays.put(VARIANCE, HostArray.of(statistics.eventShape(), moments.variance()));
    arrays.put(ZEROS, HostArray.of(statistics.eventShape(), moments.zeros()));
    for (Coding coding : statistics.codings()) {
      String name = coding.condition().name();
      arrays.put(name(MEAN, name), vector(coding.mean()));
      arrays.put(name(SCALE, name), vector(coding.scale()));
      arrays.put(name("condition", name), vector(statistics.conditions().get(name).numbers()));
    }
    List<Described> conditions =
        statistics.codings().stream().map(StatisticsFile::described).toList();
    Map<String, String> metadata =
        Map.of(
            ROWS,
            String.valueOf(moments.rows()),
            COLUMNS,
            GSON.toJson(moments.columns()),
            CONDITIONS,
            GSON.toJson(conditions));
    new SafeTensors(arrays, metadata).write(file);
  }

  private static Described described(Coding coding) {
    Condition c = coding.condition();
    return new Described(c.name(), coding.column(), c.kind(), c.levels(), c.mean(), c.networks());
  }

  private static String name(String what, String condition) {
    return what + "/" + condition;
  }

  private static HostArray vector(double[] numbers) {
    return HostArray.of(Shape.of(numbers.length), numbers);
  }

  static Statistics read(Path file) throws IOException {
    SafeTensors content = SafeTensors.read(file);
    try {
      return read(content);
    } catch (JsonParseException | NullPointerException | NumberFormatException e) {
      throw new IOException("its content is damaged", e);
    }
  }

  private static Statistics read(SafeTensors content) {
    Map<String, HostArray> arrays = content.arrays();
    Moments moments =
        new Moments(
            Long.parseLong(content.metadata().get(ROWS)),
            arrays.get(MEAN).toDoubles(),
            arrays.get(VARIANCE).toDoubles(),
            arrays.get(ZEROS).toDoubles(),
            List.of(GSON.fromJson(content.metadata().get(COLUMNS), String[].class)));
    Described[] conditions = GSON.fromJson(content.metadata().get(CONDITIONS), Described[].class);
    Map<String, Coded> coded = new LinkedHashMap<>();
    for (Described c : conditions) {
      boolean isCategory = c.kind() == Condition.Kind.CATEGORY;
      double[] numbers = arrays.get(name("condition", c.name())).toDoubles();
      coded.put(c.name(), new Coded(c.mean().length, isCategory, numbers));
    }
    List<Coding> codings = List.of(conditions).stream().map(c -> coding(c, arrays)).toList();
    return new Statistics(arrays.get(MEAN).shape(), moments, codings, coded);
  }

  private static Coding coding(Described c, Map<String, HostArray> arrays) {
    return new Coding(
        c.column(),
        new Condition(c.name(), c.kind(), List.copyOf(c.levels()), c.mean(), c.networks()),
        arrays.get(name(MEAN, c.name())).toDoubles(),
        arrays.get(name(SCALE, c.name())).toDoubles());
  }
}
