/** The KL term taken apart, by estimators that see all rows or minibatches of them. */
package org.vaelix.analysis.internal.decomposition;
