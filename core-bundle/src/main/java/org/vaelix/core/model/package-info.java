/**
 * The kinds of part that a model is made of, and how they meet: a {@link
 * org.vaelix.core.model.Model} composes an {@link org.vaelix.core.model.Architecture}, a {@link
 * org.vaelix.core.model.Likelihood}, a {@link org.vaelix.core.model.Prior}, a {@link
 * org.vaelix.core.model.Posterior} and an {@link org.vaelix.core.model.Objective}. All of them are
 * pure functions from a configuration to tensor expressions.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.model;
