package org.vaelix.launcher.internal.command;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.vaelix.core.analysis.Analysis;
import org.vaelix.core.analysis.AnalysisFactory;
import org.vaelix.core.analysis.Finding;
import org.vaelix.core.analysis.Subject;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.run.Experiments;
import org.vaelix.core.run.RowChoice;
import org.vaelix.core.run.TrainedModel;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandException;
import org.vaelix.launcher.command.CommandName;
import picocli.CommandLine;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/**
 * {@code analyse}: what the latent space of a trained model holds, by all analyses that there are.
 */
@CommandName("analyse")
@CommandLine.Command(description = "Says what the latent space of a trained model holds.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Analyse implements Command {
  private static final String KIND = "analysis";
  private static final Gson JSON = new GsonBuilder().serializeSpecialFloatingPointValues().create();

  private final Catalog catalog;

  @Parameters(paramLabel = "RUN", description = "Run folder.")
  private Path run;

  @Option(
      names = "--rows",
      paramLabel = "ROWS",
      description = {
        "The rows to look at: " + RowOption.SYNTAX + ".",
        "Otherwise the test rows, or, if there are none, those of validation or training."
      })
  private String rows;

  @Option(
      names = "--most",
      paramLabel = "N",
      defaultValue = "2000",
      description = "How many of them at most, drawn at random; otherwise 2000.")
  private int most;

  @Option(
      names = "--only",
      paramLabel = "TYPE",
      description = "One analysis alone; 'list analysis' shows those there are.")
  private String only;

  @Option(
      names = "--with",
      paramLabel = "RUN",
      description = {
        "Another run of the same data, such as one with another seed,",
        "with which the codes are compared."
      })
  private Path with;

  @Option(names = "--json", paramLabel = "FILE", description = "Writes all findings as JSON, too.")
  private Path json;

  /**
   * Creates the command.
   *
   * @param catalog of parts
   */
  @Activate
  public Analyse(@Reference Catalog catalog) {
    this.catalog = catalog;
  }

  @Override
  public int run(Caller caller) throws IOException {
    OptionChecks.atLeastOne("--most", most);
    JsonOption.check(json);
    List<PartReference> analyses = analyses();
    JsonObject findings = new JsonObject();
    Experiments experiments = new Experiments(catalog);
    try (TrainedModel model = experiments.open(run);
        TrainedModel other = with == null ? null : experiments.open(with)) {
      String choice = rows == null ? heldOut(model) : rows;
      Subject subject =
          other == null
              ? model.subject(RowChoice.parse(choice), most)
              : model.subject(RowChoice.parse(choice), most, other);
      caller.out().printf("%d rows of %s%n", subject.rows(), choice);
      findings.addProperty("rows", choice);
      ask(analyses, subject, caller, findings);
    }
    JsonOption.write(json, findings, caller);
    return 0;
  }

  /** One that finds nothing it can look at does not keep the others from answering. */
  private static void ask(
      List<PartReference> analyses, Subject subject, Caller caller, JsonObject findings) {
    List<ModelException> refusals = new ArrayList<>();
    for (PartReference part : analyses) {
      try {
        Finding finding = find(part, subject);
        caller.out().print("\n" + finding.text());
        findings.add(part.type(), JSON.toJsonTree(finding.numbers()));
      } catch (ModelException e) {
        refusals.add(e);
        if (refusals.size() == analyses.size()) {
          throw refusals.get(0);
        }
        caller.out().printf("%n%s: %s%n", part.type(), e.getMessage());
      }
    }
  }

  private List<PartReference> analyses() {
    List<PartReference> all = catalog.parts(KIND);
    List<PartReference> meant =
        all.stream().filter(part -> only == null || part.type().equals(only)).toList();
    if (meant.isEmpty()) {
      throw new CommandException(
          all.isEmpty()
              ? "there are no analyses: the bundle that offers them is not installed or not started"
              : "there is no analysis '" + only + "'; 'list analysis' shows those there are");
    }
    return meant;
  }

  /** What training did not see says more than what it did. */
  private static String heldOut(TrainedModel model) {
    List<String> splits = List.copyOf(model.splits().keySet());
    return splits.get(splits.size() - 1);
  }

  private static Finding find(PartReference part, Subject subject) {
    try (Lease lease = part.lease()) {
      return byDefault((AnalysisFactory<?>) lease.factory()).of(subject);
    }
  }

  private static <C extends Record> Analysis byDefault(AnalysisFactory<C> factory) {
    return factory.create(factory.defaults());
  }
}
