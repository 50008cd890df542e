package org.vaelix.launcher.internal.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.Run;
import org.vaelix.core.run.Summary;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code train}: trains the model of a recipe, or goes on with a run. */
@CommandName("train")
@CommandLine.Command(description = "Trains the model that a recipe describes.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Train implements Command {
  private final Experiments experiments;

  @Parameters(
      arity = "0..1",
      paramLabel = "RECIPE",
      description = "Recipe file; with --resume, the run's own recipe is used.")
  private Path recipe;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = {
        "Changes the recipe, for example training.epochs=5; can be repeated.",
        "run.folder=DIR chooses the run folder."
      })
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--resume",
      paramLabel = "RUN",
      description = "Goes on with the run in this folder, from its last checkpoint.")
  private Path resumed;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Train(@Reference Catalog catalog) {
    experiments = new Experiments(catalog);
  }

  @Override
  public int run(Caller caller) {
    try (Run run = open(caller)) {
      Summary summary = train(run, caller);
      Path folder = Paths.shortest(run.folder());
      if (summary.stopped() == Summary.Stopped.INTERRUPTED) {
        caller
            .err()
            .printf(
                "vaelix: interrupted after %d steps; go on with%n  %s train --resume %s%n",
                summary.steps(), caller.program(), Paths.quoted(folder));
        return Interpreter.INTERRUPTED;
      }
      caller.out().print(ResultPage.afterTraining(summary, folder, caller.program()));
      return 0;
    }
  }

  private Run open(Caller caller) {
    if (resumed == null) {
      if (recipe == null) {
        throw new CommandException("'train' needs a recipe file, or --resume with a run folder");
      }
      return experiments.start(recipe, settings);
    }
    if (recipe != null) {
      caller.err().println(resumed + " goes on with its own recipe; " + recipe + " is not read");
    }
    return experiments.resume(resumed, settings);
  }

  private static Summary train(Run run, Caller caller) {
    try (Progress progress = Progress.on(caller)) {
      progress.message("run folder " + Paths.shortest(run.folder()));
      return run.train(progress, caller::interrupted);
    }
  }
}
