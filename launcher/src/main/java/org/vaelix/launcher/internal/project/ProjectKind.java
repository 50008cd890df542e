package org.vaelix.launcher.internal.project;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What a new project may hold. Each has a folder of templates by its name. */
public enum ProjectKind {
  /** A distribution of latent variables. */
  PRIOR("Prior", "prior", "A prior of Vaelix: independent logistic distributions."),
  /** How observations scatter. */
  LIKELIHOOD("Likelihood", "likelihood", "A likelihood of Vaelix: geometric counts."),
  /** Networks of both directions. */
  ARCHITECTURE("Architecture", "architecture", "An architecture of Vaelix: one hidden layer."),
  /** An architecture of one direction. */
  DECODER("Decoder", "architecture", "A decoder of Vaelix: a sum over latent variables."),
  /** What is trained for. */
  OBJECTIVE("Objective", "objective", "An objective of Vaelix: the variational Rényi bound."),
  /** Where rows come from. */
  DATA("Data", "data", "A data source of Vaelix: points around a circle."),
  /** What computes. */
  BACKEND("Backend", "backend", "A backend of Vaelix: hands its work to the reference backend."),
  /** A command of the command line; it is no part of a recipe. */
  COMMAND("Command", "command", "A command of Vaelix: counts the parts there are.");

  private final String suffix;
  private final String partKind;
  private final String summary;

  ProjectKind(String suffix, String partKind, String summary) {
    this.suffix = suffix;
    this.partKind = partKind;
    this.summary = summary;
  }

  /** {@return the kinds' names, as users write them} */
  public static List<String> names() {
    return Arrays.stream(values()).map(ProjectKind::label).toList();
  }

  /** {@return the kind of a name, if there is one} */
  public static Optional<ProjectKind> named(String name) {
    return Arrays.stream(values()).filter(kind -> kind.label().equals(name)).findFirst();
  }

  /** {@return its name, as users write it} */
  public String label() {
    return suffix.toLowerCase(Locale.ROOT);
  }

  /** {@return what a class name of this kind ends with} */
  String suffix() {
    return suffix;
  }

  /** {@return the kind that the catalog knows such a part under} */
  public String partKind() {
    return partKind;
  }

  /** {@return what the template is, in one sentence} */
  String summary() {
    return summary;
  }
}
