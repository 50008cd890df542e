/** Reads NumPy's files. */
package org.vaelix.data.internal.npy;
