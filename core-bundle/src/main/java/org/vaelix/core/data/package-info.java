/**
 * Where rows come from: a {@link org.vaelix.core.data.DataSource} reads a {@link
 * org.vaelix.core.data.Dataset}.
 */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.data;
