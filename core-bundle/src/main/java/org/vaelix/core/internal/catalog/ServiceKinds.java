package org.vaelix.core.internal.catalog;

import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.ServiceReference;
import org.vaelix.core.analysis.AnalysisFactory;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.data.DataSourceFactory;
import org.vaelix.core.model.ArchitectureFactory;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelFactory;
import org.vaelix.core.model.ObjectiveFactory;
import org.vaelix.core.model.PosteriorFactory;
import org.vaelix.core.model.PriorFactory;
import org.vaelix.core.training.OptimiserFactory;
import org.vaelix.core.training.ScheduleFactory;

/**
 * Tells the kind of a part from the interfaces under which its service is registered, without
 * loading the part. An interface of another bundle, a new kind, is loaded: it is no part.
 */
final class ServiceKinds {
  private static final Map<String, String> CORE =
      Stream.of(
              AnalysisFactory.class,
              ArchitectureFactory.class,
              Backend.class,
              DataSourceFactory.class,
              LikelihoodFactory.class,
              ModelFactory.class,
              ObjectiveFactory.class,
              OptimiserFactory.class,
              PosteriorFactory.class,
              PriorFactory.class,
              ScheduleFactory.class)
          .collect(Collectors.toMap(Class::getName, type -> Kinds.of(type).orElseThrow()));

  private ServiceKinds() {}

  /** {@return the kind of a service's part, if it is a part} */
  static Optional<String> of(ServiceReference<?> service) {
    String[] interfaces = (String[]) service.getProperty(Constants.OBJECTCLASS);
    return first(interfaces, name -> Optional.ofNullable(CORE.get(name)))
        .or(() -> first(interfaces, name -> foreign(service.getBundle(), name)));
  }

  private static Optional<String> first(
      String[] interfaces, Function<String, Optional<String>> kind) {
    return Stream.of(interfaces).flatMap(name -> kind.apply(name).stream()).findFirst();
  }

  private static Optional<String> foreign(Bundle bundle, String name) {
    try {
      return bundle == null ? Optional.empty() : Kinds.of(bundle.loadClass(name));
    } catch (ClassNotFoundException | LinkageError | IllegalStateException e) {
      return Optional.empty(); // no kind that anybody could ask for
    }
  }
}
