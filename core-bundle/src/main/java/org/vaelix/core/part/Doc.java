package org.vaelix.core.part;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * A description for users, printed by {@code describe} and put into the JSON Schema: of a part (on
 * its factory) or of an option (on a component of its configuration record).
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT})
public @interface Doc {
  /** {@return one line; for an option with its unit and range} */
  String value();

  /** {@return a part's formula} */
  String formula() default "";

  /** {@return where the formula comes from: paper and equation} */
  String source() default "";
}
