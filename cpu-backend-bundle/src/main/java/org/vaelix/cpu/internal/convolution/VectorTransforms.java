package org.vaelix.cpu.internal.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** By the Vector API. */
final class VectorTransforms implements Transforms {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  @Override
  public void images(float[] floats, int from, int row, int to, int plane, int count) {
    FloatVector four = FloatVector.broadcast(S, 4f);
    FloatVector minusFour = FloatVector.broadcast(S, -4f);
    for (int i = 0; i < count; i += L) {
      int in = from + i;
      int out = to + i;
      FloatVector d0 = FloatVector.fromArray(S, floats, in);
      FloatVector d1 = FloatVector.fromArray(S, floats, in + row);
      FloatVector d2 = FloatVector.fromArray(S, floats, in + 2 * row);
      FloatVector d3 = FloatVector.fromArray(S, floats, in + 3 * row);
      FloatVector d4 = FloatVector.fromArray(S, floats, in + 4 * row);
      FloatVector d5 = FloatVector.fromArray(S, floats, in + 5 * row);
      FloatVector far = d4.sub(d2);
      FloatVector middle = d3.sub(d1);
      FloatVector twice = middle.add(middle);
      FloatVector even = d2.fma(minusFour, d4);
      FloatVector odd = d1.fma(minusFour, d3);
      d0.sub(d2).fma(four, far).intoArray(floats, out);
      even.add(odd).intoArray(floats, out + plane);
      even.sub(odd).intoArray(floats, out + 2 * plane);
      far.add(twice).intoArray(floats, out + 3 * plane);
      far.sub(twice).intoArray(floats, out + 4 * plane);
      middle.fma(minusFour, d5.sub(d3)).intoArray(floats, out + 5 * plane);
    }
  }

  @Override
  public void gradients(float[] floats, int from, int row, int to, int plane, int count) {
    FloatVector two = FloatVector.broadcast(S, 2f);
    FloatVector four = FloatVector.broadcast(S, 4f);
    for (int i = 0; i < count; i += L) {
      int in = from + i;
      int out = to + i;
      FloatVector g0 = FloatVector.fromArray(S, floats, in);
      FloatVector g1 = FloatVector.fromArray(S, floats, in + row);
      FloatVector g2 = FloatVector.fromArray(S, floats, in + 2 * row);
      FloatVector g3 = FloatVector.fromArray(S, floats, in + 3 * row);
      FloatVector even = g0.add(g2);
      FloatVector odd = g1.add(g3);
      FloatVector farEven = g2.fma(four, g0);
      FloatVector farOdd = g3.fma(four, g1).mul(two);
      g0.intoArray(floats, out);
      even.add(odd).intoArray(floats, out + plane);
      even.sub(odd).intoArray(floats, out + 2 * plane);
      farEven.add(farOdd).intoArray(floats, out + 3 * plane);
      farEven.sub(farOdd).intoArray(floats, out + 4 * plane);
      g3.intoArray(floats, out + 5 * plane);
    }
  }

  @Override
  public void results(float[] floats, int at, int row, int count) {
    FloatVector two = FloatVector.broadcast(S, 2f);
    FloatVector four = FloatVector.broadcast(S, 4f);
    FloatVector eight = FloatVector.broadcast(S, 8f);
    for (int i = at; i < at + count; i += L) {
      FloatVector m0 = FloatVector.fromArray(S, floats, i);
      FloatVector m1 = FloatVector.fromArray(S, floats, i + row);
      FloatVector m2 = FloatVector.fromArray(S, floats, i + 2 * row);
      FloatVector m3 = FloatVector.fromArray(S, floats, i + 3 * row);
      FloatVector m4 = FloatVector.fromArray(S, floats, i + 4 * row);
      FloatVector m5 = FloatVector.fromArray(S, floats, i + 5 * row);
      FloatVector near = m1.add(m2);
      FloatVector nearOdd = m1.sub(m2);
      FloatVector far = m3.add(m4);
      FloatVector farOdd = m3.sub(m4);
      m0.add(near).add(far).intoArray(floats, i);
      farOdd.fma(two, nearOdd).intoArray(floats, i + row);
      far.fma(four, near).intoArray(floats, i + 2 * row);
      farOdd.fma(eight, nearOdd).add(m5).intoArray(floats, i + 3 * row);
    }
  }

  @Override
  public void add(float[] floats, int to, int from, int count) {
    for (int i = 0; i < count; i += L) {
      FloatVector.fromArray(S, floats, to + i)
          .add(FloatVector.fromArray(S, floats, from + i))
          .intoArray(floats, to + i);
    }
  }
}
