/** Random numbers on the host: reproducible, keyed by seed and purpose. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.random;
