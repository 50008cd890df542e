package org.vaelix.launcher.internal.doctor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.InvalidSyntaxException;
import org.osgi.framework.ServiceReference;
import org.osgi.service.component.runtime.ServiceComponentRuntime;
import org.osgi.service.component.runtime.dto.ComponentConfigurationDTO;
import org.osgi.service.component.runtime.dto.ComponentDescriptionDTO;
import org.osgi.service.component.runtime.dto.ReferenceDTO;
import org.osgi.service.component.runtime.dto.UnsatisfiedReferenceDTO;

/** Why components of a bundle that is active do not work, as the components' runtime tells. */
final class ComponentChecks {
  private final BundleContext context;
  private final ServiceComponentRuntime runtime;

  ComponentChecks(BundleContext context, ServiceComponentRuntime runtime) {
    this.context = context;
    this.runtime = runtime;
  }

  /** {@return a reason for each component that does not work} */
  List<String> reasons(Bundle bundle) {
    List<String> reasons = new ArrayList<>();
    for (ComponentDescriptionDTO component : runtime.getComponentDescriptionDTOs(bundle)) {
      if (!runtime.isComponentEnabled(component)) {
        reasons.add(name(component) + " is disabled");
      } else {
        unloadable(bundle, component)
            .map(Stream::of)
            .orElseGet(() -> reasons(component).distinct())
            .forEach(reasons::add);
      }
    }
    return reasons;
  }

  /** The runtime only logs this. */
  private static Optional<String> unloadable(Bundle bundle, ComponentDescriptionDTO component) {
    try {
      bundle.loadClass(component.implementationClass);
      return Optional.empty();
    } catch (ClassNotFoundException e) {
      return Optional.of(
          name(component) + " has no class: " + component.implementationClass + " is not in it");
    } catch (LinkageError e) {
      String needed = String.valueOf(e.getMessage()).replace('/', '.');
      return Optional.of(
          name(component) + " needs " + needed + ", which the bundle neither has nor imports");
    }
  }

  private Stream<String> reasons(ComponentDescriptionDTO component) {
    Collection<ComponentConfigurationDTO> configurations =
        runtime.getComponentConfigurationDTOs(component);
    boolean waits = configurations.isEmpty() && component.configurationPolicy.equals("require");
    return waits
        ? Stream.of(unconfigured(component))
        : configurations.stream().flatMap(configuration -> reasons(component, configuration));
  }

  private Stream<String> reasons(
      ComponentDescriptionDTO component, ComponentConfigurationDTO configuration) {
    return switch (configuration.state) {
      case ComponentConfigurationDTO.UNSATISFIED_CONFIGURATION ->
          Stream.of(unconfigured(component));
      case ComponentConfigurationDTO.UNSATISFIED_REFERENCE ->
          Arrays.stream(configuration.unsatisfiedReferences)
              .map(reference -> unsatisfied(component, reference));
      case ComponentConfigurationDTO.FAILED_ACTIVATION ->
          Stream.of(name(component) + " does not start: " + cause(configuration.failure));
      default -> Stream.empty();
    };
  }

  private static String name(ComponentDescriptionDTO component) {
    return "component " + component.implementationClass.replaceFirst("^.*[.$]", "");
  }

  private static String unconfigured(ComponentDescriptionDTO component) {
    return name(component)
        + " waits for a configuration with the PID "
        + String.join(" or ", component.configurationPid);
  }

  private String unsatisfied(
      ComponentDescriptionDTO component, UnsatisfiedReferenceDTO unsatisfied) {
    String type =
        Arrays.stream(component.references)
            .filter(reference -> reference.name.equals(unsatisfied.name))
            .map((ReferenceDTO reference) -> reference.interfaceName)
            .findFirst()
            .orElse(unsatisfied.name);
    boolean isFiltered = unsatisfied.target != null && !unsatisfied.target.isEmpty();
    return name(component)
        + " waits for a service "
        + type
        + (isFiltered ? " with " + unsatisfied.target : "")
        + ", which "
        + (isFiltered && isOffered(type) ? "is there only without it" : "no bundle offers");
  }

  private boolean isOffered(String type) {
    try {
      ServiceReference<?>[] services = context.getAllServiceReferences(type, null);
      return services != null;
    } catch (InvalidSyntaxException e) { // there is no filter
      throw new IllegalStateException(e);
    }
  }

  /** {@return the first line of the failure at the bottom of a stack trace} */
  private static String cause(String trace) {
    String root =
        trace
            .lines()
            .filter(line -> line.startsWith("Caused by: "))
            .reduce((one, next) -> next)
            .orElseGet(() -> trace.lines().findFirst().orElse("it does not say why"));
    return root.replaceFirst("^Caused by: ", "").replaceFirst("^java\\.lang\\.", "");
  }
}
