package org.vaelix.cpu.internal.math;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.cpu.internal.CpuBackend;

/** With SIMD, without its module, and with the module hidden: the backend says which it is. */
class SimdTest {
  /** What other JVMs and other class loaders run. */
  public static final class Other {
    private Other() {}

    /** Prints what the backend says of itself. */
    public static void main(String[] arguments) {
      System.out.print(reason());
    }

    /** {@return what the backend says of itself} */
    public static String reason() {
      return new CpuBackend().availability().reason();
    }
  }

  @Test
  void withTheModuleThereIsNoHint() {
    assertTrue(Simd.isThere());
    assertTrue(
        Other.reason().matches("SIMD, \\d+ lanes, single precision"), "said: " + Other.reason());
  }

  @Test
  void withoutTheModuleTheFlagIsNamed() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(List.of(java, "-cp", classes, Other.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    assertEquals(
        "plain Java, single precision; several times faster with SIMD: start the JVM with"
            + " --add-modules jdk.incubator.vector",
        said);
  }

  @Test
  void aFrameworkThatHidesTheModuleIsTold() throws Exception {
    try (URLClassLoader hiding = hiding()) {
      Class<?> other = hiding.loadClass(Other.class.getName());
      assertEquals(
          "plain Java, single precision; several times faster with SIMD: let the framework export"
              + " jdk.incubator.vector (org.osgi.framework.system.packages.extra)",
          other.getMethod("reason").invoke(null));
    }
  }

  /** The tests' own class path once more, but for the Vector API. */
  private static URLClassLoader hiding() throws MalformedURLException {
    List<URL> urls = new ArrayList<>();
    for (String entry : System.getProperty("java.class.path").split(File.pathSeparator)) {
      urls.add(new File(entry).toURI().toURL());
    }
    ClassLoader parent = ClassLoader.getPlatformClassLoader();
    return new URLClassLoader(urls.toArray(URL[]::new), parent) {
      @Override
      protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (name.startsWith("jdk.incubator.vector.")) {
          throw new ClassNotFoundException(name);
        }
        return super.loadClass(name, resolve);
      }
    };
  }
}
