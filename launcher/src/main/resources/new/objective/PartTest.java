package {{package}};

import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Objective;
import org.vaelix.testkit.ObjectiveContract;

class {{class}}Test extends ObjectiveContract {
  private final {{class}} factory = new {{class}}();

  @Override
  protected Objective create(ModelContext context) {
    return factory.create(new {{class}}.Config(0.3, 3), context);
  }
}
