package org.vaelix.launcher.internal.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.vaelix.core.backend.Profile.Kernel;

/** Sums over the kernels of a profile; the largest time comes first. */
final class ProfileSums {
  /** What differentiation adds to the name of the part that it differentiates. */
  private static final String GRADIENT = "gradient";

  /** A part without a name: what the model itself adds between its parts. */
  static final String UNNAMED = "(model)";

  private ProfileSums() {}

  /**
   * What some kernels need together.
   *
   * @param name of what they have in common
   * @param kernels how many
   * @param forward nanoseconds
   * @param backward nanoseconds, in gradients
   * @param operations floating-point ones
   * @param bytes read and written
   */
  record Sum(
      String name, int kernels, double forward, double backward, double operations, double bytes) {

    double nanoseconds() {
      return forward + backward;
    }

    Sum plus(Sum other) {
      return new Sum(
          name,
          kernels + other.kernels,
          forward + other.forward,
          backward + other.backward,
          operations + other.operations,
          bytes + other.bytes);
    }
  }

  /** {@return a sum for each kind of kernel} */
  static List<Sum> byKind(List<Kernel> kernels) {
    return sorted(kernels, kernel -> List.of(sum(kernel.kind(), kernel, 1, false)));
  }

  /**
   * {@return a sum for each part; a kernel of several parts is shared among them as its operations
   * are}
   *
   * @param depth how many names of a part count
   */
  static List<Sum> byPart(List<Kernel> kernels, int depth) {
    return sorted(
        kernels,
        kernel -> {
          List<Sum> shares = new ArrayList<>();
          kernel
              .scopes()
              .forEach(
                  (scope, share) ->
                      shares.add(sum(part(scope, depth), kernel, share, isGradient(scope))));
          return shares;
        });
  }

  private static Sum sum(String name, Kernel kernel, double share, boolean isBackward) {
    double time = share * kernel.time().median();
    return new Sum(
        name,
        1,
        isBackward ? 0 : time,
        isBackward ? time : 0,
        share * kernel.operations(),
        share * (kernel.bytesRead() + kernel.bytesWritten()));
  }

  private static List<Sum> sorted(List<Kernel> kernels, Function<Kernel, List<Sum>> shares) {
    Map<String, Sum> sums = new LinkedHashMap<>();
    for (Kernel kernel : kernels) {
      shares.apply(kernel).forEach(share -> sums.merge(share.name(), share, Sum::plus));
    }
    return sums.values().stream()
        .sorted(Comparator.comparingDouble(Sum::nanoseconds).reversed())
        .toList();
  }

  /** {@return the first names of a scope, without what marks gradients} */
  static String part(String scope, int depth) {
    List<String> names =
        Arrays.stream(scope.split("/"))
            .filter(name -> !name.isEmpty() && !name.equals(GRADIENT))
            .limit(depth)
            .toList();
    return names.isEmpty() ? UNNAMED : String.join("/", names);
  }

  static boolean isGradient(String scope) {
    return Arrays.asList(scope.split("/")).contains(GRADIENT);
  }
}
