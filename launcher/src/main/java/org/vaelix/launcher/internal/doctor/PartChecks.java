package org.vaelix.launcher.internal.doctor;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import org.vaelix.core.backend.Availability;
import org.vaelix.core.backend.Backend;
import org.vaelix.core.catalog.Lease;
import org.vaelix.core.catalog.PartReference;
import org.vaelix.core.recipe.PartDescription;

/** Tries parts. Their code is a stranger's: it may throw, and may not come back. */
final class PartChecks {
  private static final String STUCK = " does not come up";

  private final Duration patience;

  PartChecks(Duration patience) {
    this.patience = patience;
  }

  /** {@return why a part cannot be used; empty if it can} */
  Optional<String> fault(PartReference part) {
    return within(part, () -> PartDescription.fault(part));
  }

  /** {@return what a backend that can be leased says of itself} */
  Availability availability(PartReference part) {
    Availability[] answer = new Availability[1];
    Optional<String> fault =
        within(
            part,
            () -> {
              try (Lease lease = part.lease()) {
                answer[0] = ((Backend<?>) lease.factory()).availability();
              }
              return Optional.empty();
            });
    return fault.map(Availability::unavailable).orElse(answer[0]);
  }

  private Optional<String> within(PartReference part, Supplier<Optional<String>> code) {
    CompletableFuture<Optional<String>> answer = new CompletableFuture<>();
    Thread thread =
        new Thread(
            () -> {
              try {
                answer.complete(code.get());
              } catch (Throwable e) { // whatever a plug-in throws is an answer
                answer.completeExceptionally(e);
              }
            },
            "vaelix-doctor");
    thread.setDaemon(true);
    thread.start();
    try {
      return answer.get(patience.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      thread.interrupt();
      return Optional.of(name(part) + STUCK + " within " + patience.toSeconds() + " s");
    } catch (ExecutionException e) {
      return Optional.of(name(part) + " fails: " + e.getCause());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.of(name(part) + " was not tried: interrupted");
    }
  }

  /**
   * {@return whether a component's failure only repeats what is known of its part} That of a part
   * that was given up is our own interruption.
   */
  static boolean isEcho(String component, List<String> faults) {
    return component.contains("InterruptedException")
        && faults.stream().anyMatch(fault -> fault.contains(STUCK));
  }

  static String name(PartReference part) {
    return part.kind() + " '" + part.type() + "'";
  }
}
