package org.vaelix.core.composition;

import java.util.Map;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.model.Model;
import org.vaelix.core.training.Schedule;

/**
 * A finished graph and what its driver must know of it.
 *
 * @param graph ready to be compiled
 * @param schedules of the scalar inputs to be fed at each step, by input name
 * @param model the model it was traced from
 */
public record Traced(Graph graph, Map<String, Schedule> schedules, Model model) {}
