package org.vaelix.analysis.internal.identifiability;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/** What can be told linearly of one table by another. */
final class LinearMap {
  /** Directions with less of the largest spread than this are rounding. */
  private static final double LEAST = 1e-10;

  private LinearMap() {}

  /**
   * {@return the targets of later rows as the best affine map of the codes of earlier rows
   * foretells them: least squares, of least norm where codes depend on one another}
   *
   * @param codes rows
   * @param targets rows, as many
   * @param trained how many rows, from the first one, the map is fitted to
   */
  static double[][] foretold(double[][] codes, double[][] targets, int trained) {
    double[] centre = means(codes, trained);
    double[] offset = means(targets, trained);
    RealMatrix x = centred(codes, centre, 0, trained);
    RealMatrix y = centred(targets, offset, 0, trained);
    RealMatrix map = inverse(x).multiply(y);
    double[][] foretold = centred(codes, centre, trained, codes.length).multiply(map).getData();
    for (double[] row : foretold) {
      Arrays.setAll(row, j -> row[j] + offset[j]);
    }
    return foretold;
  }

  /** The pseudo-inverse. */
  private static RealMatrix inverse(RealMatrix x) {
    SingularValueDecomposition svd = new SingularValueDecomposition(x);
    double[] values = svd.getSingularValues();
    RealMatrix v = svd.getV().copy();
    for (int j = 0; j < values.length; j++) {
      double factor = values[j] > LEAST * values[0] ? 1 / values[j] : 0;
      for (int i = 0; i < v.getRowDimension(); i++) {
        v.multiplyEntry(i, j, factor);
      }
    }
    return v.multiplyTransposed(svd.getU());
  }

  /**
   * {@return the principal angles between the spaces that the centred columns of two tables span,
   * in radians, the smallest first (Björck and Golub 1973)} Their cosines are the canonical
   * correlations (Hotelling 1936).
   *
   * @param a rows
   * @param b rows, as many
   */
  static double[] angles(double[][] a, double[][] b) {
    RealMatrix left = basis(a);
    RealMatrix right = basis(b);
    RealMatrix both = left.transposeMultiply(right);
    double[] cosines = new SingularValueDecomposition(both).getSingularValues();
    return Arrays.stream(cosines).map(c -> Math.acos(Math.min(1, c))).toArray();
  }

  private static RealMatrix basis(double[][] table) {
    RealMatrix centred = centred(table, means(table, table.length), 0, table.length);
    SingularValueDecomposition svd = new SingularValueDecomposition(centred);
    double[] values = svd.getSingularValues();
    int rank = (int) Arrays.stream(values).filter(v -> v > LEAST * values[0]).count();
    return svd.getU().getSubMatrix(0, table.length - 1, 0, Math.max(rank, 1) - 1);
  }

  private static double[] means(double[][] table, int rows) {
    double[] means = new double[table[0].length];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < means.length; j++) {
        means[j] += table[i][j] / rows;
      }
    }
    return means;
  }

  private static RealMatrix centred(double[][] table, double[] centre, int from, int to) {
    double[][] centred = new double[to - from][centre.length];
    for (int i = from; i < to; i++) {
      for (int j = 0; j < centre.length; j++) {
        centred[i - from][j] = table[i][j] - centre[j];
      }
    }
    return new Array2DRowRealMatrix(centred, false);
  }
}
