package org.vaelix.launcher;

import org.vaelix.launcher.internal.boot.Home;
import org.vaelix.launcher.internal.boot.Host;

/**
 * The program: starts a framework with the bundles of the packaged directory and hands the
 * arguments to the command line, which is one of them. Called by {@code bin/vaelix}.
 */
public final class Main {
  private Main() {}

  /**
   * Runs one command and ends the JVM with its exit code.
   *
   * @param arguments of the command line
   */
  public static void main(String[] arguments) {
    System.exit(new Host(Home.ofThisJar()).run(arguments));
  }
}
