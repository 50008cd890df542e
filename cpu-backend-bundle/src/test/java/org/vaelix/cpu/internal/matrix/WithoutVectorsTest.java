package org.vaelix.cpu.internal.matrix;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** In a JVM without the Vector API the plain kernel is chosen, and works. */
class WithoutVectorsTest {
  /** What the other JVM runs: 2 · 3, as a product of one row with one column. */
  public static final class Other {
    private Other() {}

    public static void main(String[] arguments) {
      float[] memory = {2f, 3f, 0f};
      MatrixKernel kernel = MatrixKernel.best();
      Product product = Product.of(1, 1, 1, false, false);
      Runner.run(MatrixProduct.plan(kernel, product).tasks(new Operands(0, 1, 2, 3)), memory);
      System.out.print(kernel.getClass().getSimpleName() + " " + memory[2]);
    }
  }

  @Test
  void thePlainKernelServes() throws IOException, InterruptedException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    String classes = System.getProperty("java.class.path");
    Process process =
        new ProcessBuilder(List.of(java, "-cp", classes, Other.class.getName()))
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, process.waitFor());
    assertEquals("PlainKernel 6.0", said);
  }
}
