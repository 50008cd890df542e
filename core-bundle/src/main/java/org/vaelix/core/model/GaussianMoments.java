package org.vaelix.core.model;

import org.vaelix.core.graph.Tensor;

/**
 * What a closed-form KL needs to know of a Gaussian N(μ, Σ).
 *
 * @param mean μ, (rows, latent size)
 * @param variance the diagonal of Σ, (rows, latent size)
 * @param logDeterminant terms whose sum over the last axis is ln det Σ, (rows, latent size)
 */
public record GaussianMoments(Tensor mean, Tensor variance, Tensor logDeterminant) {}
