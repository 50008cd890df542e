/** Which changes of the latent space leave the bound as it is. */
package org.vaelix.analysis.internal.invariance;
