package org.vaelix.cpu.internal.convolution;

import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorSpecies;

/** By the Vector API. */
final class VectorTransforms implements Transforms {
  private static final VectorSpecies<Float> S = FloatVector.SPECIES_PREFERRED;
  private static final int L = S.length();

  @Override
  public void images(float[] floats, int from, int row, int to, int plane, int count) {
    FloatVector near = FloatVector.broadcast(S, NEAR);
    FloatVector far = FloatVector.broadcast(S, FAR);
    FloatVector lessNearSquare = FloatVector.broadcast(S, -NEAR_SQUARE);
    FloatVector lessFarSquare = FloatVector.broadcast(S, -FAR_SQUARE);
    FloatVector lessSquares = FloatVector.broadcast(S, -SQUARES);
    for (int i = 0; i < count; i += L) {
      int in = from + i;
      int out = to + i;
      FloatVector d0 = FloatVector.fromArray(S, floats, in);
      FloatVector d1 = FloatVector.fromArray(S, floats, in + row);
      FloatVector d2 = FloatVector.fromArray(S, floats, in + 2 * row);
      FloatVector d3 = FloatVector.fromArray(S, floats, in + 3 * row);
      FloatVector d4 = FloatVector.fromArray(S, floats, in + 4 * row);
      FloatVector d5 = FloatVector.fromArray(S, floats, in + 5 * row);
      FloatVector nearEven = d2.fma(lessFarSquare, d4);
      FloatVector nearOdd = d1.fma(lessFarSquare, d3).mul(near);
      FloatVector farEven = d2.fma(lessNearSquare, d4);
      FloatVector farOdd = d1.fma(lessNearSquare, d3).mul(far);
      d2.fma(lessSquares, d0.add(d4)).intoArray(floats, out);
      nearEven.add(nearOdd).intoArray(floats, out + plane);
      nearEven.sub(nearOdd).intoArray(floats, out + 2 * plane);
      farEven.add(farOdd).intoArray(floats, out + 3 * plane);
      farEven.sub(farOdd).intoArray(floats, out + 4 * plane);
      d3.fma(lessSquares, d1.add(d5)).intoArray(floats, out + 5 * plane);
    }
  }

  @Override
  public void gradients(float[] floats, int from, int row, int to, int plane, int count) {
    FloatVector near = FloatVector.broadcast(S, NEAR);
    FloatVector far = FloatVector.broadcast(S, FAR);
    FloatVector nearSquare = FloatVector.broadcast(S, NEAR_SQUARE);
    FloatVector farSquare = FloatVector.broadcast(S, FAR_SQUARE);
    for (int i = 0; i < count; i += L) {
      int in = from + i;
      int out = to + i;
      FloatVector g0 = FloatVector.fromArray(S, floats, in);
      FloatVector g1 = FloatVector.fromArray(S, floats, in + row);
      FloatVector g2 = FloatVector.fromArray(S, floats, in + 2 * row);
      FloatVector g3 = FloatVector.fromArray(S, floats, in + 3 * row);
      FloatVector nearEven = g2.fma(nearSquare, g0);
      FloatVector nearOdd = g3.fma(nearSquare, g1).mul(near);
      FloatVector farEven = g2.fma(farSquare, g0);
      FloatVector farOdd = g3.fma(farSquare, g1).mul(far);
      g0.intoArray(floats, out);
      nearEven.add(nearOdd).intoArray(floats, out + plane);
      nearEven.sub(nearOdd).intoArray(floats, out + 2 * plane);
      farEven.add(farOdd).intoArray(floats, out + 3 * plane);
      farEven.sub(farOdd).intoArray(floats, out + 4 * plane);
      g3.intoArray(floats, out + 5 * plane);
    }
  }

  @Override
  public void results(float[] floats, int at, int row, int count) {
    FloatVector c = FloatVector.broadcast(S, NEAR);
    FloatVector inverse = FloatVector.broadcast(S, FAR);
    FloatVector nearSquare = FloatVector.broadcast(S, NEAR_SQUARE);
    FloatVector farSquare = FloatVector.broadcast(S, FAR_SQUARE);
    for (int i = at; i < at + count; i += L) {
      FloatVector m0 = FloatVector.fromArray(S, floats, i);
      FloatVector m1 = FloatVector.fromArray(S, floats, i + row);
      FloatVector m2 = FloatVector.fromArray(S, floats, i + 2 * row);
      FloatVector m3 = FloatVector.fromArray(S, floats, i + 3 * row);
      FloatVector m4 = FloatVector.fromArray(S, floats, i + 4 * row);
      FloatVector m5 = FloatVector.fromArray(S, floats, i + 5 * row);
      FloatVector near = m1.add(m2);
      FloatVector nearOdd = m1.sub(m2).mul(c);
      FloatVector far = m3.add(m4);
      FloatVector farOdd = m3.sub(m4).mul(inverse);
      m0.add(near.add(far)).intoArray(floats, i);
      nearOdd.add(farOdd).intoArray(floats, i + row);
      far.fma(farSquare, near.mul(nearSquare)).intoArray(floats, i + 2 * row);
      farOdd.fma(farSquare, nearOdd.fma(nearSquare, m5)).intoArray(floats, i + 3 * row);
    }
  }
}
