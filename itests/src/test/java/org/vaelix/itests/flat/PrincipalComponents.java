package org.vaelix.itests.flat;

import java.util.Arrays;
import org.hipparchus.linear.Array2DRowRealMatrix;
import org.hipparchus.linear.EigenDecompositionSymmetric;
import org.hipparchus.linear.RealMatrix;
import org.hipparchus.linear.SingularValueDecomposition;

/**
 * PCA of some rows, computed with Hipparchus.
 *
 * @param variances eigenvalues of the covariance matrix, descending
 * @param axes eigenvectors in columns, in that order
 */
record PrincipalComponents(double[] variances, RealMatrix axes) {
  static PrincipalComponents of(double[][] rows) {
    int n = rows.length;
    int d = rows[0].length;
    double[] mean = new double[d];
    for (double[] row : rows) {
      for (int j = 0; j < d; j++) {
        mean[j] += row[j] / n;
      }
    }
    RealMatrix covariance = new Array2DRowRealMatrix(d, d);
    for (double[] row : rows) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          covariance.addToEntry(i, j, (row[i] - mean[i]) * (row[j] - mean[j]) / n);
        }
      }
    }
    EigenDecompositionSymmetric decomposition = new EigenDecompositionSymmetric(covariance);
    return new PrincipalComponents(decomposition.getEigenvalues(), decomposition.getV());
  }

  /** The sum of the variances that the first axes leave out. */
  double discarded(int kept) {
    return Arrays.stream(variances, kept, variances.length).sum();
  }

  /**
   * The largest ELBO that a linear VAE of this latent size can reach, per row: the likelihood of
   * probabilistic PCA; Tipping and Bishop 1999, section 3.2; Lucas et al. 2019, section 4.
   */
  double largestElbo(int latent) {
    int d = variances.length;
    double noise = discarded(latent) / (d - latent);
    double logs = Arrays.stream(variances, 0, latent).map(Math::log).sum();
    return -0.5 * (d * Math.log(2 * Math.PI) + logs + (d - latent) * Math.log(noise) + d);
  }

  /** The largest angle in degrees between the space of the first axes and that of some columns. */
  double largestAngle(RealMatrix columns) {
    int latent = columns.getColumnDimension();
    RealMatrix basis =
        new SingularValueDecomposition(columns)
            .getU()
            .getSubMatrix(0, columns.getRowDimension() - 1, 0, latent - 1);
    RealMatrix first = axes.getSubMatrix(0, axes.getRowDimension() - 1, 0, latent - 1);
    double[] cosines =
        new SingularValueDecomposition(first.transposeMultiply(basis)).getSingularValues();
    double smallest = Arrays.stream(cosines).min().orElseThrow();
    return Math.toDegrees(Math.acos(Math.min(1, smallest)));
  }
}
