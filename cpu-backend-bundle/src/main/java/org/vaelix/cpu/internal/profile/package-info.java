/** Measures a program kernel by kernel, on a way of its own that costs ordinary runs nothing. */
package org.vaelix.cpu.internal.profile;
