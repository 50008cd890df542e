package org.vaelix.cpu.internal.profile;

import java.util.List;
import org.vaelix.core.compile.Stage;
import org.vaelix.cpu.internal.schedule.Task;

/**
 * What a stage has become.
 *
 * @param stage of the graph
 * @param tasks to be run one after another
 */
public record StageTasks(Stage stage, List<Task> tasks) {}
