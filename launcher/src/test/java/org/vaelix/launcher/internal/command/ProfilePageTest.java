package org.vaelix.launcher.internal.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.vaelix.core.backend.Profile;
import org.vaelix.core.backend.Profile.Kernel;
import org.vaelix.core.backend.Profile.Phase;
import org.vaelix.core.backend.Profile.Task;
import org.vaelix.core.backend.Profile.Times;
import org.vaelix.core.run.StepProfile;

class ProfilePageTest {
  private static Times around(double nanoseconds) {
    return new Times(nanoseconds * 0.9, nanoseconds, nanoseconds * 1.1);
  }

  private static Kernel loop(Map<String, Double> scopes) {
    return new Kernel(
        "loop",
        "loop 4: add (1 operation)",
        scopes,
        1_000_000,
        2_000_000,
        1_000_000,
        around(100_000),
        0.5,
        List.of(new Task("Loop", 1, around(100_000))));
  }

  private static StepProfile profile(boolean isWarm) {
    Kernel product =
        new Kernel(
            "matmul",
            "matmul 128×784×512",
            Map.of("encoder/dense0/gradient", 1.0),
            102_760_448,
            2_007_040,
            262_144,
            around(800_000),
            0.95,
            List.of(new Task("Multiply", 12, around(800_000))));
    Map<String, Double> shared = new LinkedHashMap<>();
    shared.put("", 0.25);
    shared.put("encoder/dense0", 0.75);
    Profile profile =
        new Profile(
            List.of(loop(shared), product, loop(Map.of("", 1.0))),
            around(1_020_000),
            around(20_000),
            2,
            3_000_000,
            List.of(new Phase("simplify", 120_900_000, "389 of 580 nodes")));
    return new StepProfile(
        "digits",
        "cpu",
        2,
        128,
        34768,
        71.5e6,
        197.6e6,
        640,
        isWarm,
        100,
        around(1_100_000),
        around(1_010_000),
        profile);
  }

  @Test
  void theWholeThenKernelsThenSums() {
    assertEquals(
        """
        Step of 'digits': batch of 128, 34768 parameters, backend cpu, 2 threads.
        100 steps measured after 640 to warm up.

        a step                            median           middle half
        rows in, program, measures out  1.100 ms  0.990 ms to 1.210 ms
          program                       1.010 ms  0.909 ms to 1.111 ms
            with clocks at its kernels  1.020 ms  0.918 ms to 1.122 ms
              kernels                   1.000 ms
              between kernels           0.020 ms  0.018 ms to 0.022 ms

        3 kernels: 104.8 MFLOP at 104.8 GFLOP/s, 8.3 MB at 8.3 GB/s; 3.0 MB of memory.

            time   share  GFLOP/s  GB/s  threads  kernel                     part
        0.800 ms  80.0 %    128.5   2.8      1.9  matmul 128×784×512         encoder/dense0/gradient
        0.100 ms  10.0 %     10.0  30.0      1.0  loop 4: add (1 operation)  encoder/dense0 and 1 more
        and 1 more: 0.100 ms, 10.0 % (--top shows more of them)

        part                time   share   forward  backward   operations   bytes
        encoder/dense0  0.875 ms  87.5 %  0.075 ms  0.800 ms  103.5 MFLOP  4.5 MB
        (model)         0.125 ms  12.5 %  0.125 ms  0.000 ms    1.3 MFLOP  3.8 MB

        kind    kernels      time   share  GFLOP/s  GB/s
        matmul        1  0.800 ms  80.0 %    128.5   2.8
        loop          2  0.200 ms  20.0 %     10.0  30.0

        compiling                       time  result
        trace                        71.5 ms
        simplify                    120.9 ms  389 of 580 nodes
        trace and all of compiling  269.1 ms

        Times are medians, shares are of all kernels' time. Operations are floating-point ones; an exponential
        counts as one. Bytes count each tensor once for each kernel that reads or writes it; caches see fewer
        or more. 'threads' is how many worked on average. A kernel of several parts is shared among them as its
        operations are.
        """,
        new ProfilePage(profile(true), 2, 3).toString());
  }

  @Test
  void aColdJvmIsOwnedUpTo() {
    String page = new ProfilePage(profile(false), 20, 3).toString();

    assertTrue(page.contains("warm up; the JVM was still compiling then, so measure again."), page);
    assertTrue(!page.contains("--top"), page);
  }

  @Test
  void depthJoinsParts() {
    assertEquals("encoder", ProfileSums.part("encoder/dense0/gradient", 1));
    assertEquals("objective/decoder", ProfileSums.part("objective/decoder/dense1/weight", 2));
    assertEquals("(model)", ProfileSums.part("gradient", 3));
  }

  @Test
  void jsonHasEveryFigure() {
    JsonObject json = ProfileJson.of(profile(true));
    JsonObject product = json.getAsJsonArray("kernels").get(1).getAsJsonObject();

    assertEquals(3, json.getAsJsonArray("kernels").size());
    assertEquals(102_760_448, product.get("operations").getAsLong());
    assertEquals(800_000, product.getAsJsonObject("time").get("median").getAsDouble());
    assertEquals(1, product.getAsJsonObject("scopes").get("encoder/dense0/gradient").getAsDouble());
    assertEquals(
        12, product.getAsJsonArray("tasks").get(0).getAsJsonObject().get("parts").getAsInt());
    assertEquals(197.6e6, json.getAsJsonObject("compiling").get("compile").getAsDouble());
  }
}
