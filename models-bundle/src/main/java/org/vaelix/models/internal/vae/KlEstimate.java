package org.vaelix.models.internal.vae;

/** How the divergence of the posterior from the prior is computed. */
public enum KlEstimate {
  /** In closed form where prior and posterior know one, else from draws. */
  AUTO,
  /** In closed form, or not at all. */
  CLOSED_FORM,
  /** From draws, always. */
  MONTE_CARLO
}
