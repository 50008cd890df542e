package org.vaelix.benchmarks.contestant;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/**
 * A contestant's end of the line protocol. It says {@code @ready}, then answers lines until its
 * input ends: {@code run N} with {@code @ran loss ns ns …}, {@code about} with {@code @about
 * parameters description}. Libraries that print cannot disturb it: other lines are ignored, and
 * {@link System#out} is the error stream.
 */
public final class Server {
  private Server() {}

  /** Makes the model. */
  @FunctionalInterface
  public interface Factory {
    /**
     * {@return a model whose parameters have their first values}
     *
     * @param settings of the command line
     * @throws IOException if the data cannot be read
     */
    Trainer create(Settings settings) throws IOException;
  }

  /**
   * Serves until the input ends.
   *
   * @param arguments of the main method
   * @param factory of the model
   * @throws IOException if the data or a request cannot be read
   */
  public static void serve(String[] arguments, Factory factory) throws IOException {
    PrintStream out = System.out;
    System.setOut(System.err);
    Trainer trainer = factory.create(Settings.of(arguments));
    say(out, "@ready");
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      say(out, answer(trainer, line));
    }
    // Libraries leave threads behind that would keep the process alive.
    System.exit(0);
  }

  private static String answer(Trainer trainer, String line) {
    if (line.equals("about")) {
      return "@about " + trainer.parameters() + " " + trainer.description();
    }
    long[] nanoseconds = new long[Integer.parseInt(line.substring("run ".length()))];
    double loss = trainer.run(nanoseconds);
    StringBuilder answer = new StringBuilder("@ran ").append(loss);
    for (long time : nanoseconds) {
      answer.append(' ').append(time);
    }
    return answer.toString();
  }

  private static void say(PrintStream out, String line) {
    out.println(line);
    out.flush();
  }
}
