/**
 * How a bundle adds a command to the command line: it registers a prototype-scope {@link
 * org.vaelix.launcher.command.Command} with a {@link org.vaelix.launcher.command.CommandName}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.launcher.command;
