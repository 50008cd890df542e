package org.vaelix.core.part;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * The type of the part that an option holds when a recipe says nothing, with that part's own
 * default options. On components whose default cannot be made without a catalog, such as an
 * optimiser: the default record has null there.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface DefaultType {
  /** {@return the type name, for example {@code adam}} */
  String value();
}
