package org.vaelix.itests.projects;

import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;
import org.vaelix.itests.Packaged;

/**
 * A project that {@code vaelix new} has written, compiled and tested in this JVM against this
 * build's modules: what {@code mvn verify} does in it, in a tenth of the time.
 *
 * @param folder of the project
 */
record GeneratedProject(Path folder) {
  /** {@return every Java file of the project} */
  List<Path> sources() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  /**
   * Compiles main and test sources. {@return all that the compiler says, nothing if all is well}
   */
  String compile(Path classes) throws IOException {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    List<String> options =
        List.of(
            "--release",
            "17",
            "-Xlint:all,-processing,-serial,-classfile,-options,-try",
            "-parameters",
            "-proc:none",
            "-d",
            classes.toString(),
            "-classpath",
            System.getProperty("java.class.path") + File.pathSeparator + picocli());
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8)) {
      compiler
          .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(sources()))
          .call();
    }
    return said.toString();
  }

  /** Runs the project's test class. {@return what came of it} */
  TestExecutionSummary test(Path classes) throws IOException, ClassNotFoundException {
    URL[] urls = {classes.toUri().toURL(), picocli().toUri().toURL()};
    ClassLoader outer = Thread.currentThread().getContextClassLoader();
    try (URLClassLoader loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      Thread.currentThread().setContextClassLoader(loader);
      LauncherDiscoveryRequest request =
          LauncherDiscoveryRequestBuilder.request()
              .selectors(DiscoverySelectors.selectClass(loader.loadClass(testClass())))
              .build();
      SummaryGeneratingListener listener = new SummaryGeneratingListener();
      LauncherFactory.create().execute(request, listener);
      return listener.getSummary();
    } finally {
      Thread.currentThread().setContextClassLoader(outer);
    }
  }

  private String testClass() throws IOException {
    Path root = folder.resolve("src/test/java");
    return sources().stream()
        .filter(source -> source.startsWith(root))
        .map(source -> root.relativize(source).toString())
        .map(path -> path.replaceFirst("\\.java$", "").replace(File.separatorChar, '.'))
        .findFirst()
        .orElseThrow();
  }

  private static Path picocli() {
    return Packaged.directory().jar("bundles", "picocli");
  }
}
