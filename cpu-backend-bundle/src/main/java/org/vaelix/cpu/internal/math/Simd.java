package org.vaelix.cpu.internal.math;

import java.util.Optional;
import org.vaelix.core.graph.Op;
import org.vaelix.cpu.internal.math.vector.VectorMath;

/** Whether this JVM has SIMD to offer, found out once; and what to do where it has none. */
public final class Simd {
  private static final String MODULE = "jdk.incubator.vector";
  private static final Optional<String> REMEDY = findRemedy();

  private Simd() {}

  /** {@return whether the Vector API is there and works} */
  public static boolean isThere() {
    return REMEDY.isEmpty();
  }

  /** {@return how to get SIMD, where it is not there} */
  public static Optional<String> remedy() {
    return REMEDY;
  }

  /** No class of the Vector API is touched unless its module is there. */
  private static Optional<String> findRemedy() {
    if (ModuleLayer.boot().findModule(MODULE).isEmpty()) {
      return Optional.of("start the JVM with --add-modules " + MODULE);
    }
    try {
      Class.forName(MODULE + ".FloatVector", false, Simd.class.getClassLoader());
    } catch (ClassNotFoundException hidden) {
      return Optional.of(
          "let the framework export " + MODULE + " (org.osgi.framework.system.packages.extra)");
    }
    return works()
        ? Optional.empty()
        : Optional.of("run it on Java 17 or a newer long-term release");
  }

  private static boolean works() {
    try {
      float[] two = {2};
      VectorMath.create().binaryScalar(Op.MULTIPLY, two, 0, 2, two, 0, 1);
      return two[0] == 4;
    } catch (LinkageError changed) {
      // The module is incubating: in another Java it may have changed.
      return false;
    }
  }
}
