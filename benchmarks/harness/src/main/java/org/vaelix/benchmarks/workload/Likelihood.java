package org.vaelix.benchmarks.workload;

import com.google.gson.JsonObject;

/** How observations scatter around what the decoder says; the names are those of recipes. */
public enum Likelihood {
  /** Counts; the decoder gives logarithms of rates. */
  POISSON("poisson"),
  /** Values 0 and 1; the decoder gives log-odds. */
  BERNOULLI("bernoulli"),
  /**
   * Counts; the decoder gives logarithms of means, and each feature has a dispersion of its own.
   */
  NEGATIVE_BINOMIAL("negative-binomial");

  private final String type;

  Likelihood(String type) {
    this.type = type;
  }

  /** {@return its name in a recipe} */
  public String type() {
    return type;
  }

  /** {@return its configuration in a recipe} */
  public JsonObject recipe() {
    JsonObject recipe = new JsonObject();
    recipe.addProperty("type", type);
    return recipe;
  }

  /**
   * {@return the likelihood of that name}
   *
   * @param type as in a recipe
   */
  public static Likelihood of(String type) {
    for (Likelihood likelihood : values()) {
      if (likelihood.type.equals(type)) {
        return likelihood;
      }
    }
    throw new IllegalArgumentException("no likelihood is called '" + type + "'");
  }
}
