package org.vaelix.core.run;

import java.nio.file.Path;

/**
 * The files of a run folder, by their names.
 *
 * @param folder the run folder
 */
public record RunFiles(Path folder) {
  /** {@return the recipe with every default spelled out} */
  public Path recipe() {
    return folder.resolve("recipe.json");
  }

  /** {@return one JSON object for each epoch, a line each} */
  public Path metrics() {
    return folder.resolve("metrics.jsonl");
  }

  /** {@return the scores and times} */
  public Path summary() {
    return folder.resolve("summary.json");
  }

  /** {@return the model's variables} */
  public Path weights() {
    return folder.resolve("weights.safetensors");
  }

  /** {@return the code of each row, in the data's order} */
  public Path latents() {
    return folder.resolve("latents.npy");
  }

  /**
   * {@return what a model must know of its training rows: means, variances, and how conditions are
   * coded}
   */
  public Path statistics() {
    return folder.resolve("statistics.safetensors");
  }

  /** {@return where everything came from} */
  public Path provenance() {
    return folder.resolve("provenance.json");
  }

  /** {@return from where training goes on} */
  public Path checkpoint() {
    return folder.resolve("checkpoint.safetensors");
  }

  /** {@return the row numbers of each split, from 0} */
  public Path split() {
    return folder.resolve("split.json");
  }

  /**
   * {@return what is known of the rows beside their values}
   *
   * @param name of the truth, for example {@code rates}
   */
  public Path truth(String name) {
    return folder.resolve("truth").resolve(name + ".npy");
  }

  /** {@return held by the process that trains here} */
  public Path lock() {
    return folder.resolve("run.lock");
  }
}
