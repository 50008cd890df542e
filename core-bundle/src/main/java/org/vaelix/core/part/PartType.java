package org.vaelix.core.part;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.osgi.annotation.bundle.Capability;
import org.osgi.service.component.annotations.ComponentPropertyType;

/**
 * The name by which recipes call a part, in lower case with hyphens: {@code "laplace"}. On a {@link
 * PartFactory}, beside {@code @Component}. It becomes the service property {@code vaelix.part.type}
 * and, at build time, an entry for {@link java.util.ServiceLoader}, so that the same class is found
 * with and without a framework.
 */
@ComponentPropertyType
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.TYPE)
@Capability(
    namespace = "osgi.serviceloader",
    name = "org.vaelix.core.part.PartFactory",
    attribute = "register:=\"${@class}\"")
public @interface PartType {
  /** Prefix of the service property. */
  String PREFIX_ = "vaelix.";

  /** {@return the name} */
  String value();
}
