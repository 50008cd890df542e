package org.vaelix.launcher.command;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name by which a {@link Command} is called, in lower case: {@code "train"}. It becomes the
 * service property {@code vaelix.command.name}, so that a command is found without loading it.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface CommandName {
  /** Prefix of the service property. */
  String PREFIX_ = "vaelix.";

  /** {@return the name} */
  String value();
}
