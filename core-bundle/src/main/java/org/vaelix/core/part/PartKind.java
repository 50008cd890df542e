package org.vaelix.core.part;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The name of a kind of part, in lower case with hyphens: {@code "prior"}. On the factory's
 * interface and on the interface of what it makes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
public @interface PartKind {
  /** {@return the name} */
  String value();
}
