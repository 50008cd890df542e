package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.StepProfile;
import org.vaelix.core.training.TrainingListener;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code profile}: where the time of a recipe's training step goes. */
@CommandName("profile")
@CommandLine.Command(
    description = "Prints where the time, bytes and operations of a training step go.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class ProfileStep implements Command {
  private final Experiments experiments;

  @Parameters(paramLabel = "RECIPE", description = "Recipe file; no run folder is made.")
  private Path recipe;

  @Option(
      names = "--set",
      paramLabel = "PATH=VALUE",
      description = "Changes the recipe, for example backend.threads=1; can be repeated.")
  private List<String> settings = new ArrayList<>();

  @Option(
      names = "--steps",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many steps are measured once the JVM is warm; otherwise 100.")
  private int steps;

  @Option(
      names = "--top",
      paramLabel = "N",
      defaultValue = "20",
      description = "How many rows a table has at most; otherwise 20.")
  private int top;

  @Option(
      names = "--depth",
      paramLabel = "N",
      defaultValue = "3",
      description = "How many names of a part count in its sums; otherwise 3.")
  private int depth;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes all figures as JSON, too.")
  private Path json;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public ProfileStep(@Reference Catalog catalog) {
    experiments = new Experiments(catalog);
  }

  @Override
  public int run(Caller caller) throws IOException {
    OptionChecks.atLeastOne("--steps", steps);
    OptionChecks.atLeastOne("--top", top);
    OptionChecks.atLeastOne("--depth", depth);
    JsonOption.check(json);
    StepProfile profile = measure(caller);
    caller.out().print(new ProfilePage(profile, top, depth));
    JsonOption.write(json, ProfileJson.of(profile), caller);
    return 0;
  }

  private StepProfile measure(Caller caller) {
    TrainingListener listener =
        new TrainingListener() {
          @Override
          public void message(String message) {
            caller.err().println(message);
          }
        };
    return experiments.profile(recipe, settings, steps, listener);
  }
}
