package org.vaelix.itests.broken;

import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.model.Conditions;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Prior;
import org.vaelix.core.model.PriorFactory;

/** Priors that start well and are broken when a model is made of them. */
public final class Priors {
  private Priors() {}

  /** A density up to a constant. */
  public record Normal(ModelContext context) implements Prior {
    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      return z.square().multiply(-0.5);
    }

    @Override
    public Tensor sample(Conditions conditions) {
      return context.normal("noise", Shape.of(conditions.rows(), context.latentSize()));
    }
  }

  /** What all of them have in common; broken ones wrap a normal prior. */
  public abstract static class Factory implements PriorFactory<Parts.None> {
    @Override
    public Parts.None defaults() {
      return new Parts.None();
    }

    /** {@return a density that is not what it should be} */
    protected abstract Tensor density(Tensor z);

    @Override
    public Prior create(Parts.None config, ModelContext context) {
      return new Wrapped(this, new Normal(context));
    }
  }

  /** A normal prior with another density. */
  public record Wrapped(Factory factory, Normal normal) implements Prior {
    @Override
    public Tensor logDensity(Tensor z, Conditions conditions) {
      return factory.density(z);
    }

    @Override
    public Tensor sample(Conditions conditions) {
      return normal.sample(conditions);
    }
  }

  /** Its formula throws. */
  public static final class Throwing extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      throw new UnsupportedOperationException("not for these z");
    }
  }

  /** Its formula calls itself for ever. */
  public static final class Endless extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      return density(z.negate());
    }
  }

  /** Its formula is null. */
  public static final class Nothing extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      return null;
    }
  }

  /** Sums over the rows, too. */
  public static final class Misshapen extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      return z.square().sum();
    }
  }

  /** Adds what does not fit. */
  public static final class Mismatched extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      return z.add(z.graph().constant(Shape.of(5), 1, 2, 3, 4, 5));
    }
  }

  /** Takes a logarithm of negative numbers. */
  public static final class Undefined extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      return z.square().negate().subtract(1).log();
    }
  }

  /** It is made in a minute. */
  public static final class Slow extends Factory {
    @Override
    protected Tensor density(Tensor z) {
      return z.square().multiply(-0.5);
    }

    @Override
    public Prior create(Parts.None config, ModelContext context) {
      try {
        Thread.sleep(60_000);
      } catch (InterruptedException e) {
        throw new IllegalStateException(e);
      }
      return super.create(config, context);
    }
  }
}
