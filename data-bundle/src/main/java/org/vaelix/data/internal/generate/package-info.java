/** Generates rows whose truth is known. */
package org.vaelix.data.internal.generate;
