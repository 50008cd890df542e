package org.vaelix.benchmarks.vaelix;

/** Says whether the Vector API is there, which decides the speed of the backend. */
final class SimdHint {
  private SimdHint() {}

  static String text() {
    String java = "Java " + Runtime.version().feature();
    boolean isThere = ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent();
    return java + (isThere ? " with the Vector API" : " without the Vector API");
  }
}
