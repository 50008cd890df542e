package {{package}};

import org.vaelix.core.backend.Backend;
import org.vaelix.testkit.BackendContract;
import org.vaelix.testkit.Precision;

class {{class}}Test extends BackendContract {
  private final {{class}} backend = new {{class}}();

  @Override
  protected Backend<?> backend() {
    return backend;
  }

  @Override
  protected Precision precision() {
    return Precision.DOUBLE;
  }
}
