package org.vaelix.benchmarks.libtorch;

import java.io.IOException;
import java.util.List;
import org.bytedeco.pytorch.Tensor;
import org.vaelix.benchmarks.contestant.Settings;
import org.vaelix.benchmarks.workload.Rows;

/** Encoder and decoder. An encoder's skips are kept for the decoder of the same step. */
interface Network {
  /** All that is trained. */
  List<Tensor> parameters();

  /** The encoder's last features, (rows, …). */
  Tensor encode(Tensor rows);

  /** Of the posterior. */
  Tensor mean(Tensor features);

  /** Of the posterior. */
  Tensor logVariance(Tensor features);

  /** Log-rates, log-odds or log-means, one for each feature. */
  Tensor decode(Tensor z);

  /** Of the negative binomial, one for each feature. */
  Tensor logDispersion();

  static Network of(Rows rows, Settings settings) throws IOException {
    return switch (settings.architecture()) {
      case MLP -> new Mlp(rows, settings);
      case UNET -> new Unet(rows, settings);
    };
  }
}
