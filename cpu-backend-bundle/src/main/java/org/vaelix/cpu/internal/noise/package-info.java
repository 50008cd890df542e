/** Random numbers, as {@code org.vaelix.core.graph.Noise} defines them. */
package org.vaelix.cpu.internal.noise;
