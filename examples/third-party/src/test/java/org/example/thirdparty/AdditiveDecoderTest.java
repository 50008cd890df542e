package org.example.thirdparty;

import org.vaelix.core.model.Architecture;
import org.vaelix.core.model.ModelContext;
import org.vaelix.testkit.ArchitectureContract;

class AdditiveDecoderTest extends ArchitectureContract {
  private final AdditiveDecoder factory = new AdditiveDecoder();

  @Override
  protected Architecture create(ModelContext context) {
    return factory.create(new AdditiveDecoder.Config(4), context);
  }

  @Override
  protected boolean hasEncoder() {
    return false;
  }
}
