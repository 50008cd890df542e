import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What a run knows of the system behind the spikes: Poisson NLL per neuron and bin, and the linear
 * R² of the true states from the factors. Plain Java, no dependency: {@code java
 * examples/lorenz/States.java RUN}, after {@code vaelix reconstruct RUN}.
 *
 * <p>Logarithms of rates are linear in the factors, so that states are as linear in the one as in
 * the other. The linear map is fitted to training trials by least squares; R² is 1 − squared error /
 * variance over all bins of all trials of a split.
 */
public final class States {
  private States() {}

  /** Numbers of a .npy file, (rows, bins, width). */
  private record Array(int rows, int bins, int width, double[] values) {
    static Array read(Path file) throws IOException {
      byte[] bytes = Files.readAllBytes(file);
      int length = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).getShort(8);
      String header = new String(bytes, 10, length, StandardCharsets.ISO_8859_1);
      int[] shape =
          Arrays.stream(first("\\(([^)]*)\\)", header).split(",\\s*"))
              .mapToInt(Integer::parseInt)
              .toArray();
      ByteBuffer data =
          ByteBuffer.wrap(bytes, 10 + length, bytes.length - 10 - length)
              .order(ByteOrder.LITTLE_ENDIAN);
      boolean single = header.contains("f4");
      double[] values = new double[shape[0] * shape[1] * shape[2]];
      Arrays.setAll(values, i -> single ? data.getFloat() : data.getDouble());
      return new Array(shape[0], shape[1], shape[2], values);
    }

    double at(int row, int bin, int column) {
      return values[(row * bins + bin) * width + column];
    }
  }

  /** Prints the table. */
  public static void main(String[] arguments) throws IOException {
    if (arguments.length != 1 || !Files.exists(Path.of(arguments[0], "reconstructed.npy"))) {
      System.err.println("usage: java States.java RUN, after ./vaelix reconstruct RUN");
      System.exit(2);
    }
    Path run = Path.of(arguments[0]);
    Array rates = Array.read(run.resolve("reconstructed.npy"));
    Array states = Array.read(run.resolve("truth/states.npy"));
    String splits = Files.readString(run.resolve("split.json"));
    String summary = Files.readString(run.resolve("summary.json"));
    double[][] map = fit(rates, states, rowsOf("train", splits));
    System.out.println("split        trials  NLL per bin   R² of x, y, z");
    for (String split : new String[] {"train", "validation", "test"}) {
      int[] rows = rowsOf(split, splits);
      if (rows.length > 0) {
        String score = first("\"" + split + "\":\\s*(\\{.*?\\})", summary);
        double reconstruction = Double.parseDouble(first("\"reconstruction\":\\s*([-\\d.E]+)", score));
        report(split, rows, -reconstruction / (rates.bins() * rates.width()), map, rates, states);
      }
    }
    int[] all = IntStream.range(0, rates.rows()).toArray();
    report("all", all, Double.NaN, map, rates, states);
  }

  private static void report(
      String split, int[] rows, double loss, double[][] map, Array rates, Array states) {
    String text = Double.isNaN(loss) ? "" : String.format("%.5f", loss);
    System.out.printf("%-12s %6d  %11s ", split, rows.length, text);
    for (int axis = 0; axis < states.width(); axis++) {
      System.out.printf("  %.4f", determination(map[axis], axis, rates, states, rows));
    }
    System.out.println();
  }

  private static String first(String pattern, String text) {
    Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(text);
    if (!matcher.find()) {
      throw new IllegalArgumentException("no " + pattern);
    }
    return matcher.group(1);
  }

  private static int[] rowsOf(String split, String splits) {
    String numbers = first("\"" + split + "\":\\s*\\[([^\\]]*)\\]", splits);
    return Stream.of(numbers.split(",\\s*"))
        .filter(number -> !number.isBlank())
        .mapToInt(Integer::parseInt)
        .toArray();
  }

  /** 1 and the logarithms of the rates of a bin. */
  private static double[] regressors(Array rates, int row, int bin) {
    double[] x = new double[rates.width() + 1];
    x[0] = 1;
    for (int i = 1; i < x.length; i++) {
      x[i] = Math.log(rates.at(row, bin, i - 1));
    }
    return x;
  }

  /** Least squares by normal equations; a trace of ridge, as factors are fewer than neurons. */
  private static double[][] fit(Array rates, Array states, int[] rows) {
    int size = rates.width() + 1;
    double[][] products = new double[size][size + states.width()];
    for (int row : rows) {
      for (int bin = 0; bin < rates.bins(); bin++) {
        double[] x = regressors(rates, row, bin);
        for (int i = 0; i < size; i++) {
          for (int j = 0; j < size; j++) {
            products[i][j] += x[i] * x[j];
          }
          for (int axis = 0; axis < states.width(); axis++) {
            products[i][size + axis] += x[i] * states.at(row, bin, axis);
          }
        }
      }
    }
    for (int i = 0; i < size; i++) {
      products[i][i] += 1e-9 * products[0][0];
    }
    return solved(products, size);
  }

  /** Elimination by Gauss and Jordan; the matrix is positive definite. */
  private static double[][] solved(double[][] m, int size) {
    for (int pivot = 0; pivot < size; pivot++) {
      for (int row = 0; row < size; row++) {
        double factor = row == pivot ? 0 : m[row][pivot] / m[pivot][pivot];
        for (int column = pivot; factor != 0 && column < m[row].length; column++) {
          m[row][column] -= factor * m[pivot][column];
        }
      }
    }
    double[][] weights = new double[m[0].length - size][size];
    for (int axis = 0; axis < weights.length; axis++) {
      for (int i = 0; i < size; i++) {
        weights[axis][i] = m[i][size + axis] / m[i][i];
      }
    }
    return weights;
  }

  private static double determination(
      double[] weights, int axis, Array rates, Array states, int[] rows) {
    double error = 0;
    double sum = 0;
    double squares = 0;
    int count = 0;
    for (int row : rows) {
      for (int bin = 0; bin < rates.bins(); bin++) {
        double[] x = regressors(rates, row, bin);
        double predicted = IntStream.range(0, x.length).mapToDouble(i -> weights[i] * x[i]).sum();
        double state = states.at(row, bin, axis);
        error += (state - predicted) * (state - predicted);
        sum += state;
        squares += state * state;
        count++;
      }
    }
    return 1 - error / (squares - sum * sum / count);
  }
}
