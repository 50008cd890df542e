package org.vaelix.core.internal.contain;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.Set;
import java.util.function.Supplier;
import org.vaelix.core.catalog.CatalogException;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.ShapeException;
import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ConditionalDistribution;
import org.vaelix.core.model.LatentDistribution;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.Model;
import org.vaelix.core.model.ModelException;
import org.vaelix.core.model.Objective;
import org.vaelix.core.model.Posterior;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.Regulariser;

/**
 * A part as others see it: whatever it throws, or returns in a wrong shape, becomes a sentence that
 * names the part, its bundle and version. It is seen through the interface of its kind only.
 *
 * @param part which
 * @param target what its factory made
 * @param graph that it writes
 * @param makers where its nodes are noted
 */
public record ContainedPart(PartReference part, Object target, Graph graph, Makers makers)
    implements InvocationHandler {
  private static final Set<Class<?>> KINDS =
      Set.of(
          Architecture.class,
          ConditionalDistribution.class,
          LatentDistribution.class,
          Likelihood.class,
          Model.class,
          Objective.class,
          Posterior.class,
          Prior.class,
          Regulariser.class);

  /** Called for every row or value, so on the caller's own thread. */
  private static final Set<String> OFTEN = Set.of("support", "conflict");

  /**
   * {@return what a factory made, contained; as it is if its kind is not one of the core's}
   *
   * @param part which
   * @param made by its factory, or by the part itself
   * @param graph that it writes
   * @param makers where its nodes are noted
   */
  public static Object of(PartReference part, Object made, Graph graph, Makers makers) {
    Class<?>[] kinds = KINDS.stream().filter(kind -> kind.isInstance(made)).toArray(Class[]::new);
    boolean isContained = made != null && Proxy.isProxyClass(made.getClass());
    return kinds.length == 0 || isContained
        ? made
        : Proxy.newProxyInstance(
            ContainedPart.class.getClassLoader(),
            kinds,
            new ContainedPart(part, made, graph, makers));
  }

  /**
   * {@return what a part's code returns}
   *
   * @throws ModelException that names the part if it throws anything but what is for the user
   */
  public static <T> T guarded(PartReference part, String what, Supplier<T> code) {
    try {
      return code.get();
    } catch (ModelException | CatalogException | OutOfMemoryError e) {
      throw e;
    } catch (ShapeException e) {
      throw new ModelException(
          "the model's parts do not fit together: "
              + e.getMessage()
              + "; this formula is that of "
              + Faults.who(part));
    } catch (RuntimeException | LinkageError | StackOverflowError | AssertionError e) {
      throw new ModelException(Faults.sentence(part, what, e), e);
    }
  }

  @Override
  public Object invoke(Object proxy, Method method, Object[] arguments) throws Throwable {
    if (method.getDeclaringClass() == Object.class) {
      return switch (method.getName()) {
        case "equals" -> proxy == arguments[0];
        case "hashCode" -> System.identityHashCode(proxy);
        default -> target.toString();
      };
    }
    boolean isDirect = OFTEN.contains(method.getName()) || method.getReturnType() == void.class;
    return isDirect
        ? guarded(part, method.getName(), () -> call(method, arguments))
        : PartCalls.call(part, method.getName(), () -> written(method, arguments));
  }

  private Object written(Method method, Object[] arguments) {
    int before = graph.nodes().size();
    try {
      Object result = guarded(part, method.getName(), () -> call(method, arguments));
      return of(part, checked(method, arguments, result), graph, makers);
    } finally {
      makers.note(graph, before, part);
    }
  }

  private Object checked(Method method, Object[] arguments, Object result) {
    String what = method.getName();
    if (result == null) {
      throw new ModelException(Faults.sentence(part, "returned nothing from " + what));
    }
    ResultCheck.fault(target, what, arguments, result)
        .ifPresent(
            fault -> {
              String deed = "returned a wrong shape from " + what + ": " + fault;
              throw new ModelException(Faults.sentence(part, deed));
            });
    return result;
  }

  private Object call(Method method, Object[] arguments) {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw ContainedPart.<RuntimeException>unchecked(e.getCause());
    } catch (IllegalAccessException e) { // the kinds' interfaces are public
      throw new IllegalStateException(e);
    }
  }

  /** Nothing that a part throws may change before it is judged. */
  @SuppressWarnings("unchecked")
  private static <E extends Throwable> E unchecked(Throwable failure) throws E {
    throw (E) failure;
  }
}
