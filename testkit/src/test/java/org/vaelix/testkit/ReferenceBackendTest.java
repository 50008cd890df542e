package org.vaelix.testkit;

import org.vaelix.core.backend.Backend;

/** The reference backend meets its own contract; what is compared with itself there, core tests. */
class ReferenceBackendTest extends BackendContract {
  @Override
  protected Backend<?> backend() {
    return Backends.reference();
  }

  @Override
  protected Precision precision() {
    return Precision.DOUBLE;
  }
}
