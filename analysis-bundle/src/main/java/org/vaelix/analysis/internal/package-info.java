/** What analyses share. */
package org.vaelix.analysis.internal;
