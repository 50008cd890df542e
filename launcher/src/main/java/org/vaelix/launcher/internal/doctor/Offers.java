package org.vaelix.launcher.internal.doctor;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.Constants;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.part.PartKind;
import org.vaelix.launcher.command.Command;

/** What bundles offer by name, and where two offer the same. */
final class Offers {
  private static final String PART = "vaelix.part.type";
  private static final String COMMAND = "vaelix.command.name";

  private final BundleContext context;
  private final Map<Manifests.Identity, List<PartReference>> parts;
  private final List<PartReference> all;

  Offers(BundleContext context, List<PartReference> all) {
    this.context = context;
    this.all = all;
    this.parts = all.stream().collect(Collectors.groupingBy(Offers::owner));
  }

  static Manifests.Identity owner(PartReference part) {
    var origin = part.origin();
    return new Manifests.Identity(
        origin.bundle(), org.osgi.framework.Version.parseVersion(origin.version()));
  }

  List<PartReference> parts(Bundle bundle) {
    return parts.getOrDefault(Manifests.Identity.of(bundle), List.of());
  }

  /** {@return parts and commands of a bundle by kind and name} */
  List<String> names(Bundle bundle) {
    return Stream.concat(
            parts(bundle).stream().map(part -> part.kind() + "/" + part.type()),
            commands().stream()
                .filter(command -> bundle.equals(command.getBundle()))
                .map(command -> "command/" + command.getProperty(COMMAND)))
        .distinct()
        .toList();
  }

  /** {@return services that look like parts but are none} */
  List<String> misfits(Bundle bundle) {
    List<String> reasons = new ArrayList<>();
    ServiceReference<?>[] services = bundle.getRegisteredServices();
    for (ServiceReference<?> service : services == null ? new ServiceReference<?>[0] : services) {
      misfit(bundle, service).ifPresent(reasons::add);
    }
    return reasons;
  }

  private Optional<String> misfit(Bundle bundle, ServiceReference<?> service) {
    Object type = service.getProperty(PART);
    String[] interfaces = (String[]) service.getProperty(Constants.OBJECTCLASS);
    if (type == null) {
      return Stream.of(interfaces)
          .filter(name -> isKind(bundle, name))
          .map(name -> "its " + name + " has no type; give its class a @PartType")
          .findFirst();
    }
    boolean isPart = parts(bundle).stream().anyMatch(part -> part.type().equals(type));
    return isPart
        ? Optional.empty()
        : Optional.of(
            "its part '"
                + type
                + "' is registered as "
                + String.join(", ", interfaces)
                + ", which is no kind of part");
  }

  private static boolean isKind(Bundle bundle, String name) {
    try {
      return bundle.loadClass(name).isAnnotationPresent(PartKind.class);
    } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
      return false;
    }
  }

  /** {@return a finding for each part and command that another one of its name hides} */
  List<Finding> clashes() {
    List<Finding> findings = new ArrayList<>();
    group(all, part -> part.kind() + " '" + part.type() + "'")
        .forEach((name, same) -> hidden(name, same, Offers::owner, findings));
    group(commands(), command -> "command '" + command.getProperty(COMMAND) + "'")
        .forEach(
            (name, same) ->
                hidden(
                    name, same, service -> Manifests.Identity.of(service.getBundle()), findings));
    return findings;
  }

  private static <T> Map<String, List<T>> group(Collection<T> all, Function<T, String> name) {
    return all.stream().collect(Collectors.groupingBy(name, TreeMap::new, Collectors.toList()));
  }

  private static <T> void hidden(
      String name, List<T> same, Function<T, Manifests.Identity> owner, List<Finding> findings) {
    Manifests.Identity winner = owner.apply(same.get(0));
    for (T other : same.subList(1, same.size())) {
      Manifests.Identity loser = owner.apply(other);
      findings.add(
          new Finding(
              loser.toString(),
              "its " + name + " gives way to that of " + winner + remedy(name, winner, loser)));
    }
  }

  private static String remedy(String name, Manifests.Identity winner, Manifests.Identity loser) {
    if (name.startsWith("command ") || winner.version().equals(loser.version())) {
      return ", which was there first; give it another name";
    }
    return ", which is newer; a recipe takes it with \"version\": \"["
        + loser.version()
        + ","
        + loser.version()
        + "]\"";
  }

  /** {@return the commands; of two of one name the one that wins comes first} */
  private List<ServiceReference<Command>> commands() {
    try {
      return context.getServiceReferences(Command.class, "(" + COMMAND + "=*)").stream()
          .sorted(java.util.Comparator.reverseOrder())
          .toList();
    } catch (InvalidSyntaxException e) { // a constant
      throw new IllegalStateException(e);
    }
  }
}
