package {{package}};

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.testkit.PriorContract;

class {{class}}Test extends PriorContract {
  private final {{class}} factory = new {{class}}();

  @Override
  protected Prior create(ModelContext context) {
    return factory.create(new {{class}}.Config(0.7), context);
  }
}
