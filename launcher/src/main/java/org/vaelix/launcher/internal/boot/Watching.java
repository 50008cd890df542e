package org.vaelix.launcher.internal.boot;

import java.nio.file.Path;
import java.util.Map;

/** How Apache Felix FileInstall, which the shell starts, follows the folder of plug-ins. */
public final class Watching {
  private static final String PREFIX = "felix.fileinstall.";

  private Watching() {}

  /**
   * {@return settings of the framework}
   *
   * @param plugins the folder
   * @param storage of the framework, where copies of jars are kept
   */
  public static Map<String, String> settings(Path plugins, Path storage) {
    return Map.of(
        PREFIX + "dir", plugins.toString(),
        // A file is taken when it has not changed from one look to the next.
        PREFIX + "poll", "500",
        PREFIX + "noInitialDelay", "true",
        PREFIX + "filter", "[^.].*\\.jar",
        PREFIX + "subdir.mode", "skip",
        PREFIX + "tmpdir", storage.resolve("fileinstall").toString(),
        // 'doctor' says it in one line; FileInstall would write stack traces to stdout.
        PREFIX + "log.level", "0");
  }
}
