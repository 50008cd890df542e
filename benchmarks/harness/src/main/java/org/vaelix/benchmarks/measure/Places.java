package org.vaelix.benchmarks.measure;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/** Where things are: the folder {@code benchmarks} of this repository. */
public final class Places {
  private static final int PYTHON_PATIENCE_SECONDS = 60;

  private final Path root;
  private final Optional<String> python;

  /**
   * Looks whether there is a Python with PyTorch.
   *
   * @param root the folder {@code benchmarks}
   * @param python the interpreter to try
   */
  public Places(Path root, String python) {
    this.root = root;
    this.python = hasTorch(python) ? Optional.of(python) : Optional.empty();
  }

  private static boolean hasTorch(String python) {
    try {
      Process process =
          new ProcessBuilder(python, "-c", "import torch")
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      return process.waitFor(PYTHON_PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
    } catch (IOException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /** {@return a Python that has PyTorch, if the machine has one} */
  public Optional<String> python() {
    return python;
  }

  /** {@return where data sets are kept} */
  public Path data() {
    return root.resolve("target/data");
  }

  /** {@return where results are written} */
  public Path results() {
    return root.resolve("target/results");
  }

  /** {@return where contestants' error output goes} */
  public Path logs() {
    return root.resolve("target/logs");
  }

  /** {@return the file of JVM options with which {@code vaelix} starts} */
  public Path launcherOptions() {
    return root.resolveSibling("launcher").resolve("src/main/scripts/jvm.options");
  }

  /**
   * {@return a Python script}
   *
   * @param name of the file
   */
  public Path script(String name) {
    return root.resolve("python").resolve(name);
  }

  /**
   * {@return the class path of one of the repository's modules, tests included}
   *
   * @param modules their folders beside {@code benchmarks}
   */
  public String testClassPath(String... modules) {
    List<String> entries = new ArrayList<>();
    for (String module : modules) {
      entries.add(root.resolveSibling(module).resolve("target/test-classes").toString());
      entries.add(root.resolveSibling(module).resolve("target/classes").toString());
    }
    return String.join(File.pathSeparator, entries);
  }

  /**
   * {@return the command that starts a class of a contestant's module}
   *
   * @param module its folder
   * @param main the class
   * @param jvmOptions of the JVM
   */
  public List<String> java(String module, String main, String... jvmOptions) {
    Path target = root.resolve(module).resolve("target");
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of(jvmOptions));
    command.add("-cp");
    command.add(target.resolve("classes") + File.pathSeparator + classPath(target));
    command.add(main);
    return command;
  }

  private static String classPath(Path target) {
    try {
      return Files.readString(target.resolve("classpath.txt")).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("build the benchmarks first, with benchmarks/run", e);
    }
  }
}
