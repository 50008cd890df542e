package org.vaelix.benchmarks.command;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import org.vaelix.benchmarks.measure.Places;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/**
 * Products and convolutions alone, beside the machine's peak of fused multiply-adds. The harnesses
 * are among the backend's tests, since what they time is internal to it.
 */
@Command(
    name = "kernels",
    description = "Times the cpu backend's products and convolutions beside the FMA peak.",
    mixinStandardHelpOptions = true)
final class Kernels implements Callable<Integer> {
  private static final List<String> HARNESSES =
      List.of(
          "org.vaelix.cpu.internal.matrix.MatrixSpeed",
          "org.vaelix.cpu.internal.convolution.ConvolutionSpeed");

  @Mixin Common common;

  @Override
  public Integer call() throws IOException {
    Places places = common.places();
    Report report = new Report("kernels", System.out);
    for (String harness : HARNESSES) {
      report.say("### " + harness.substring(harness.lastIndexOf('.') + 1) + "\n\n```");
      run(harness, places, report);
      report.say("```\n");
    }
    report.write(places);
    return 0;
  }

  private static void run(String harness, Places places, Report report) throws IOException {
    Process process =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "--add-modules",
                "jdk.incubator.vector",
                "-cp",
                places.testClassPath("cpu-backend-bundle", "core-bundle"),
                harness)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        report.say(line);
      }
    }
  }
}
