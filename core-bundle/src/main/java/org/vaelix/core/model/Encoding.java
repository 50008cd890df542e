package org.vaelix.core.model;

import java.util.List;
import java.util.Map;
import org.vaelix.core.graph.Tensor;

/**
 * What an encoder gives.
 *
 * @param heads (rows, the head's shape…) each, by name
 * @param skips feature maps for the decoder of the same architecture, first level first; empty
 *     without skip connections
 */
public record Encoding(Map<String, Tensor> heads, List<Tensor> skips) {}
