package org.vaelix.core.part;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The option that a plain string stands for where an object is expected: {@code "batch"} instead of
 * {@code {"column": "batch"}}. On records within a configuration whose other options have defaults.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface ShortForm {
  /** {@return the component's name, of a string} */
  String value();
}
