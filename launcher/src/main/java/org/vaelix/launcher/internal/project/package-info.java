/** What {@code new} writes: small Maven projects, made from templates. */
package org.vaelix.launcher.internal.project;
