package org.vaelix.launcher.internal.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ServiceScope;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.vaelix.core.catalog.Catalog;
import org.vaelix.launcher.command.Caller;
import org.vaelix.launcher.command.Command;
import org.vaelix.launcher.command.CommandName;
import org.vaelix.launcher.internal.doctor.BundleReport;
import org.vaelix.launcher.internal.doctor.Diagnosis;
import org.vaelix.launcher.internal.doctor.Examination;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** {@code doctor}: every bundle, and why something is not available. */
@CommandName("doctor")
@CommandLine.Command(
    description = "Shows every bundle with what it offers, and why something is not available.")
@Component(service = Command.class, scope = ServiceScope.PROTOTYPE)
public final class Doctor implements Command {
  private final BundleContext context;
  private final Catalog catalog;
  private final ServiceComponentRuntime runtime;

  @Option(names = "--json", paramLabel = "FILE", description = "Also writes everything to a file.")
  private Path json;

  /**
   * Creates the command.
   *
   * @param context of this bundle
   * @param catalog of parts
   * @param runtime of components
   */
  @Activate
  public Doctor(
      BundleContext context,
      @Reference Catalog catalog,
      @Reference ServiceComponentRuntime runtime) {
    this.context = context;
    this.catalog = catalog;
    this.runtime = runtime;
  }

  @Override
  public int run(Caller caller) throws IOException {
    JsonOption.check(json);
    Diagnosis diagnosis = new Examination(context, catalog, runtime).run();
    caller.out().print(bundles(diagnosis));
    caller.out().println();
    diagnosis
        .backends()
        .forEach((name, says) -> caller.out().println("backend " + name + ": " + says));
    caller.out().println();
    diagnosis
        .findings()
        .forEach(finding -> caller.out().println(finding.subject() + ": " + finding.reason()));
    caller.out().println(count(diagnosis.findings().size()));
    JsonOption.write(json, DoctorJson.of(diagnosis), caller);
    return 0;
  }

  private static String count(int findings) {
    return switch (findings) {
      case 0 -> "Everything is available.";
      case 1 -> "1 finding.";
      default -> findings + " findings.";
    };
  }

  private static Table bundles(Diagnosis diagnosis) {
    Table table = new Table("bundle", "version", "state", "leases", "offers");
    for (BundleReport bundle : diagnosis.bundles()) {
      table.row(
          bundle.name(),
          bundle.version(),
          bundle.state(),
          String.valueOf(bundle.leases()),
          offers(bundle.offers()));
    }
    return table;
  }

  /** {@return kind by kind: {@code prior laplace, vamp; command train}} */
  private static String offers(List<String> names) {
    Map<String, List<String>> kinds =
        names.stream()
            .map(name -> name.split("/", 2))
            .collect(
                Collectors.groupingBy(
                    name -> name[0],
                    TreeMap::new,
                    Collectors.mapping(name -> name[1], Collectors.toList())));
    return kinds.entrySet().stream()
        .map(kind -> kind.getKey() + " " + String.join(", ", kind.getValue()))
        .collect(Collectors.joining("; "));
  }
}
