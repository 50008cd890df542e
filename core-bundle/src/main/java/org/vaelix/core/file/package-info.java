/** Files that other tools read: NumPy arrays, safetensors, and how any file is written whole. */
@org.osgi.annotation.bundle.Export
@org.osgi.annotation.versioning.Version("0.1.0")
package org.vaelix.core.file;
