package org.vaelix.architectures.internal;

import java.util.function.Supplier;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.model.Initialisers;

/** The rules for first values of weights that recipes can choose from. */
public enum WeightRule {
  /** U(±1/√fan-in), what PyTorch's layers start with (Glorot and Bengio 2010, equation 1). */
  FAN_IN_UNIFORM(Initialisers::fanInUniform),
  /** N(0, 1/fan-in) (LeCun et al. 1998, equation 16). */
  LECUN_NORMAL(Initialisers::lecunNormal),
  /** U(±√(3/fan-in)), of the same variance. */
  LECUN_UNIFORM(Initialisers::lecunUniform),
  /** N(0, 2/(fan-in + fan-out)) (Glorot and Bengio 2010, equation 12). */
  GLOROT_NORMAL(Initialisers::glorotNormal),
  /** U(±√(6/(fan-in + fan-out))) (Glorot and Bengio 2010, equation 16). */
  GLOROT_UNIFORM(Initialisers::glorotUniform),
  /** N(0, 2/fan-in) (He et al. 2015, equation 10). */
  HE_NORMAL(Initialisers::heNormal),
  /** U(±√(6/fan-in)), of the same variance. */
  HE_UNIFORM(Initialisers::heUniform);

  /** The option's description, which is the same for all architectures. */
  public static final String INITIALISER =
      "first values of all weights: fan-in-uniform, lecun-normal, lecun-uniform, glorot-normal,"
          + " glorot-uniform, he-normal or he-uniform";

  private final Supplier<Initialiser> rule;

  WeightRule(Supplier<Initialiser> rule) {
    this.rule = rule;
  }

  /** {@return the first values of weights} */
  public Initialiser weights() {
    return rule.get();
  }
}
