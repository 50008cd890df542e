package org.vaelix.cpu.internal;

import org.vaelix.core.backend.Backend;
import org.vaelix.testkit.BackendContract;
import org.vaelix.testkit.Precision;

class CpuBackendTest extends BackendContract {
  @Override
  protected Backend<?> backend() {
    return new CpuBackend();
  }

  @Override
  protected Precision precision() {
    return Precision.SINGLE;
  }
}
