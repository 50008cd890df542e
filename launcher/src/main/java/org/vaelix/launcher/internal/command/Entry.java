package org.vaelix.launcher.internal.command;

import java.util.function.BooleanSupplier;
import java.util.function.ToIntFunction;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

/**
 * The command line as the program sees it: from arguments to an exit code. The second interface is
 * for Ctrl-C: it asks the running command to stop and says whether it will.
 */
@Component(service = ToIntFunction.class, property = "vaelix.entry:Boolean=true")
public final class Entry implements ToIntFunction<String[]>, BooleanSupplier {
  private final Interpreter interpreter;
  private volatile Invocation running;

  /**
   * Creates the component.
   *
   * @param context of this bundle
   */
  @Activate
  public Entry(BundleContext context) {
    interpreter =
        new Interpreter(
            new CommandServices(context), Version.describe(context), Failures.inTempFolder());
  }

  @Override
  public int applyAsInt(String[] arguments) {
    Invocation caller = running; // the shell, if it is the one who calls
    Invocation invocation = Invocation.ofProcess();
    running = invocation;
    try {
      return interpreter.run(invocation, arguments);
    } finally {
      running = caller;
    }
  }

  @Override
  public boolean getAsBoolean() {
    Invocation invocation = running;
    if (invocation == null || !invocation.interrupt()) {
      return false;
    }
    invocation.err().println("\nvaelix: stopping; once more ends at once");
    return true;
  }
}
