package org.vaelix.benchmarks.workload;

/** What encoder and decoder are made of; the names are those of recipes. */
public enum Architecture {
  /** Rectified fully connected layers; the decoder has the encoder's widths in reverse. */
  MLP("mlp"),
  /**
   * A U-Net of square images of one channel. On each level of the encoder two rectified
   * convolutions of 3 × 3 and the largest of each 2 × 2 values, then two such convolutions at the
   * bottleneck; in the decoder a rectified fully connected layer, then on each level a transposed
   * convolution of 2 × 2, the encoder's maps F as σ(G z + g) ⊙ F + S z + s beside it, and two
   * rectified convolutions of 3 × 3; last one of 1 × 1, with a bias for each pixel. For half the
   * rows of a minibatch, drawn anew in each step, F is 0.
   */
  UNET("unet");

  private final String type;

  Architecture(String type) {
    this.type = type;
  }

  /** {@return its name in a recipe} */
  public String type() {
    return type;
  }

  /**
   * {@return the architecture of that name}
   *
   * @param type as in a recipe
   */
  public static Architecture of(String type) {
    for (Architecture architecture : values()) {
      if (architecture.type.equals(type)) {
        return architecture;
      }
    }
    throw new IllegalArgumentException("no architecture is called '" + type + "'");
  }
}
