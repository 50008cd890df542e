package {{package}};

import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.ArchitectureContract;

class {{class}}Test extends ArchitectureContract {
  private final {{class}} factory = new {{class}}();

  @Override
  protected Architecture create(ModelContext context) {
    return factory.create(new {{class}}.Config(4), context);
  }

  @Override
  protected boolean hasEncoder() {
    return false;
  }
}
