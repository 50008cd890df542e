/** Whether latent variables carry information, and what of it the decoder uses. */
package org.vaelix.analysis.internal.information;
