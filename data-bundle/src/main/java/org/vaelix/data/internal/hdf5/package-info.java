/** Reads HDF5 files. */
package org.vaelix.data.internal.hdf5;
