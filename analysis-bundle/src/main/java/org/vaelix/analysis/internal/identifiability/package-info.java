/** How well codes can be told from factors, or from the codes of another model. */
package org.vaelix.analysis.internal.identifiability;
