package org.vaelix.benchmarks.workload;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A variational autoencoder to be trained: an architecture on both sides, a diagonal normal
 * posterior with log-variances, a standard normal prior with the KL term in closed form, one draw
 * per row, Adam at 10⁻³.
 *
 * @param name short, for example W1
 * @param title what it stands for
 * @param likelihood of the rows
 * @param architecture of encoder and decoder
 * @param features values of a row
 * @param hidden widths of the encoder's hidden layers; of a U-Net the channels of its levels, the
 *     finest first, and of its bottleneck; the decoder has them in reverse
 * @param latent latent variables
 * @param batch rows in a step
 * @param rows rows of the data set
 */
public record Workload(
    String name,
    String title,
    Likelihood likelihood,
    Architecture architecture,
    int features,
    List<Integer> hidden,
    int latent,
    int batch,
    int rows) {
  /** Copies the list. */
  public Workload {
    hidden = List.copyOf(hidden);
  }

  /**
   * {@return the same at another batch size, with data for at least four batches}
   *
   * @param other rows in a step
   */
  public Workload withBatch(int other) {
    int enough = Math.max(rows, 4 * other);
    return new Workload(
        name, title, likelihood, architecture, features, hidden, latent, other, enough);
  }

  /**
   * {@return the same with another number of features}
   *
   * @param other values of a row
   * @param otherRows rows of the data set
   */
  public Workload withFeatures(int other, int otherRows) {
    return new Workload(
        name, title, likelihood, architecture, other, hidden, latent, batch, otherRows);
  }

  /**
   * {@return the same with other hidden layers}
   *
   * @param other widths of the encoder's hidden layers
   */
  public Workload withHidden(List<Integer> other) {
    return new Workload(
        name, title, likelihood, architecture, features, other, latent, batch, rows);
  }

  /** {@return how many numbers are trained, from the formula and not from any contestant} */
  public long parameters() {
    return architecture == Architecture.UNET
        ? new UnetSize(side(), hidden, latent).parameters()
        : dense();
  }

  /** {@return the side of square images with as many pixels, rounded} */
  public int side() {
    return (int) Math.round(Math.sqrt(features));
  }

  private long dense() {
    long count = 0;
    int width = features;
    for (int next : hidden) {
      count += dense(width, next);
      width = next;
    }
    count += 2 * dense(width, latent);
    width = latent;
    for (int i = hidden.size() - 1; i >= 0; i--) {
      count += dense(width, hidden.get(i));
      width = hidden.get(i);
    }
    count += dense(width, features);
    return likelihood == Likelihood.NEGATIVE_BINOMIAL ? count + features : count;
  }

  private static long dense(int inputs, int outputs) {
    return (long) inputs * outputs + outputs;
  }

  /** {@return the model in a line, for example {@code mlp 784-512-512-16 bernoulli, batch 128}} */
  public String shape() {
    String widths = hidden.stream().map(w -> w + "-").collect(Collectors.joining());
    String network = architecture.type() + " " + features + "-" + widths + latent;
    return network + " " + likelihood.type() + ", batch " + batch;
  }
}
