package org.vaelix.cpu.internal.math.vector;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Method;
import java.util.Arrays;

/**
 * A loop over vectors that is compiled by itself, never as part of its caller.
 *
 * <p>HotSpot's compiler sees through the objects of the Vector API only as long as a method and all
 * that is inlined into it stays below some 18 000 of the compiler's nodes, which some forty vector
 * operations use up (NodeCountInliningCutoff). Beyond, it makes an object of each vector and the
 * loop is ten to a hundred times slower. Inlining must therefore end at each loop. A method handle
 * that is no constant is the one call that HotSpot never inlines, and costs a few nanoseconds.
 */
final class Loop {
  // Not final: what the compiler may take for a constant it inlines.
  private MethodHandle handle;

  private Loop(MethodHandle handle) {
    this.handle = handle;
  }

  /**
   * {@return the loop}
   *
   * @param home its class
   * @param name of the one static method of this name there that returns nothing
   */
  static Loop of(Class<?> home, String name) {
    Method method =
        Arrays.stream(home.getDeclaredMethods())
            .filter(m -> m.getName().equals(name) && m.getReturnType() == void.class)
            .findFirst()
            .orElseThrow(() -> new AssertionError(name));
    try {
      return new Loop(MethodHandles.lookup().unreflect(method));
    } catch (IllegalAccessException wrong) {
      throw new AssertionError(name, wrong);
    }
  }

  /** On one operand. */
  void run(float[] x, int xo, float[] y, int yo, int n) {
    try {
      handle.invokeExact(x, xo, y, yo, n);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** On two operands. */
  void run(float[] a, int ao, float[] b, int bo, float[] y, int yo, int n) {
    try {
      handle.invokeExact(a, ao, b, bo, y, yo, n);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** On three operands. */
  void run(float[] a, int ao, float[] b, int bo, float[] c, int co, float[] y, int yo, int n) {
    try {
      handle.invokeExact(a, ao, b, bo, c, co, y, yo, n);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** On a range and a number. */
  void run(float[] a, int ao, float b, float[] y, int yo, int n) {
    try {
      handle.invokeExact(a, ao, b, y, yo, n);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** On three operands and two numbers. */
  void run(
      float[] a,
      int ao,
      float[] b,
      int bo,
      float[] c,
      int co,
      float s,
      float t,
      float[] y,
      int yo,
      int n) {
    try {
      handle.invokeExact(a, ao, b, bo, c, co, s, t, y, yo, n);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** In place, in double precision. */
  void run(double[] x, int n) {
    try {
      handle.invokeExact(x, n);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** A round of Philox. */
  void run(int[] words, int key0, int key1) {
    try {
      handle.invokeExact(words, key0, key1);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  /** From random words to numbers. */
  void run(int[] words, float[] y) {
    try {
      handle.invokeExact(words, y);
    } catch (Throwable thrown) {
      throw unchecked(thrown);
    }
  }

  private static RuntimeException unchecked(Throwable thrown) {
    if (thrown instanceof Error error) {
      throw error;
    }
    return thrown instanceof RuntimeException e ? e : new IllegalStateException(thrown);
  }
}
