package org.vaelix.itests.process;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A table with a batch column and missing cells, by the packaged command line. */
class ConditionsProcessTest {
  private static final String RECIPE =
      """
      {"data": {"type": "csv", "file": "cells.csv"}, "conditions": ["batch"],
       "preprocess": {"missing": "mask"}, "run": {"folder": "run"},
       "model": {"type": "vae", "latent": 1}, "training": {"epochs": 2}}
      """;

  @TempDir Path folder;

  @Test
  void trainsEvaluatesEncodesAndSamples() throws IOException {
    Files.writeString(
        folder.resolve("cells.csv"), "g1,batch,g2\n" + "1,A,2\n,B,4\n5,A,NA\n6,B,5\n".repeat(10));
    Files.writeString(folder.resolve("cells.json"), RECIPE);

    VaelixProcess.run(folder, "train", "cells.json").expect(0);
    VaelixProcess.run(folder, "evaluate", "run").expect(0);
    String scores =
        VaelixProcess.run(folder, "evaluate", "run", "--data", "cells.csv").expect(0).out();
    assertTrue(scores.lines().anyMatch(line -> line.startsWith("data     40")), scores);
    String codes = VaelixProcess.run(folder, "encode", "run", "cells.csv").expect(0).out();
    assertTrue(codes.contains("shape (40, 1)"), codes);

    String[] sample = {"sample", "run", "-n", "7", "--condition", "batch=B", "--out"};
    assertEquals(
        "wrote b.npy, shape (7, 2)",
        VaelixProcess.run(folder, with(sample, "b.npy")).expect(0).out().strip());
    assertTrue(Files.exists(folder.resolve("b.npy")));
  }

  /** What the run folder keeps is enough to encode and sample; the training data may be gone. */
  @Test
  void theTrainingDataMayBeGone() throws IOException {
    Files.writeString(folder.resolve("cells.csv"), "g1,batch,g2\n" + "1,A,2\n3,B,4\n".repeat(10));
    Files.writeString(folder.resolve("cells.json"), RECIPE);
    VaelixProcess.run(folder, "train", "cells.json").expect(0);
    Files.move(folder.resolve("cells.csv"), folder.resolve("others.csv"));

    VaelixProcess.run(folder, "encode", "run", "others.csv").expect(0);
    VaelixProcess.run(folder, "sample", "run", "-n", "3").expect(0);
    String refused = VaelixProcess.run(folder, "evaluate", "run").expect(2).err();
    assertTrue(refused.startsWith("vaelix: cells.csv does not exist in "), refused);
  }

  private static String[] with(String[] arguments, String last) {
    String[] all = Arrays.copyOf(arguments, arguments.length + 1);
    all[arguments.length] = last;
    return all;
  }
}
