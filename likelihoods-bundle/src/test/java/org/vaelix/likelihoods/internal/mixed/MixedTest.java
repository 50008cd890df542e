package org.vaelix.likelihoods.internal.mixed;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.model.Head;
import org.vaelix.core.model.Likelihood;
import org.vaelix.core.model.LikelihoodFactory;
import org.vaelix.core.model.ModelContext;
import org.vaelix.core.model.Moments;
import org.vaelix.core.model.PartSpec;
import org.vaelix.core.part.OptionException;
import org.vaelix.likelihoods.internal.categorical.CategoricalLikelihood;
import org.vaelix.likelihoods.internal.gaussian.GaussianLikelihood;
import org.vaelix.likelihoods.internal.laplace.LaplaceLikelihood;
import org.vaelix.likelihoods.internal.mixed.MixedLikelihood.Part;
import org.vaelix.likelihoods.internal.poisson.PoissonLikelihood;
import org.vaelix.testkit.LikelihoodContract;
import org.vaelix.testkit.PartHarness;

class MixedTest {
  /** A part as a recipe's reader makes it. */
  private record Spec<C extends Record>(LikelihoodFactory<C> factory, C config)
      implements PartSpec<Likelihood> {
    @Override
    public String type() {
      return factory.getClass().getSimpleName();
    }

    @Override
    public Likelihood create(ModelContext context) {
      return factory.create(config, context);
    }
  }

  private static <C extends Record> Part part(LikelihoodFactory<C> factory, String... columns) {
    return new Part(new Spec<>(factory, factory.defaults()), Optional.of(List.of(columns)));
  }

  private abstract static class Contract extends LikelihoodContract {
    private final Measure measure;
    private final List<Part> parts;

    Contract(Measure measure, Part... parts) {
      this.measure = measure;
      this.parts = List.of(parts);
    }

    @Override
    protected Likelihood create(ModelContext context) {
      return new MixedLikelihood().create(new MixedLikelihood.Config(parts), context);
    }

    @Override
    protected Measure measure() {
      return measure;
    }
  }

  @Nested
  class RealNumbers extends Contract {
    RealNumbers() {
      super(
          Measure.DENSITY,
          part(new LaplaceLikelihood(), "2"),
          new Part(
              new Spec<>(
                  new GaussianLikelihood(),
                  new GaussianLikelihood.Config(1, GaussianLikelihood.Learn.PER_VALUE)),
              Optional.empty()));
    }

    /** An even grid is that far off at the kink of the second. */
    @Override
    protected double tolerance() {
      return 1e-5;
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{1, 5, -2}, {2, 4, -1.5}, {4, 4.5, -3}, {3, 4.7, 1}, {2.5, 4.4, 0}};
    }
  }

  @Nested
  class Counts extends Contract {
    Counts() {
      super(
          Measure.MASS, part(new PoissonLikelihood(), "1..2"), part(new PoissonLikelihood(), "3"));
    }

    @Override
    protected double[] outOfSupport() {
      return new double[] {-1, 0.5};
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{1, 5, 0}, {2, 4, 1}, {4, 7, 0}, {3, 6, 2}};
    }
  }

  @Nested
  class OfManyKinds extends Contract {
    OfManyKinds() {
      super(
          Measure.SCORE,
          part(new CategoricalLikelihood(), "2", "4"),
          part(new PoissonLikelihood(), "1"),
          part(new GaussianLikelihood()));
    }

    @Override
    protected double[][] trainingRows() {
      return new double[][] {{0, 1, -2, 0}, {1, 1, 0.5, 0}, {3, 0, 1.5, 1}, {1, 1, 2, 0}};
    }
  }

  private static final List<String> NAMES = List.of("age", "counts1", "counts2", "7", "x..y");

  private static Likelihood named(Part... parts) {
    double[] ones = {1, 1, 1, 1, 1};
    Moments moments = new Moments(9, ones, ones, new double[5], NAMES);
    PartHarness harness = PartHarness.of(Shape.of(5), moments, false);
    return new MixedLikelihood()
        .create(new MixedLikelihood.Config(List.of(parts)), harness.context().scope("likelihood"));
  }

  @Test
  void columnsGoByNamesRangesAndNumbers() {
    Likelihood likelihood =
        named(
            part(new PoissonLikelihood(), "counts1..counts2"),
            part(new CategoricalLikelihood(), "7", "x..y"),
            part(new GaussianLikelihood()));
    assertEquals("finite numbers (part 3)", likelihood.support(0).description());
    assertTrue(likelihood.support(2).contains(4));
    assertFalse(likelihood.support(2).contains(0.5));
    assertFalse(likelihood.support(3).contains(4), "the name '7' goes before a number");
    assertEquals(
        List.of("0/logRate", "1/logits", "2/mean"),
        likelihood.heads().stream().map(Head::name).toList());
    assertEquals(
        List.of(2, 2, 1),
        likelihood.heads().stream().map(head -> head.shape().elements()).toList());
    assertTrue(likelihood.conflict(new double[] {0, 0, 0, 1, 1}).orElseThrow().contains("'x..y'"));
    assertEquals(Optional.empty(), likelihood.conflict(new double[] {0, 0, 0, 1, 0}));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "agee     | there is no column 'agee'; did you mean 'age'?",
        "12345678 | there is no column '12345678'; columns go by their names, or by the numbers 1"
            + " to 5",
        "1..2     | no part has column 'counts2'; name it in one",
        "2..1     | '2..1' ends before it begins",
      })
  void columnsThatDoNotFitAreRefused(String columns, String message) {
    OptionException refused =
        assertThrows(OptionException.class, () -> named(part(new GaussianLikelihood(), columns)));
    assertEquals("parts", refused.option());
    assertEquals(message, refused.getMessage());
  }

  @Test
  void aColumnHasOneLikelihood() {
    OptionException twice =
        assertThrows(
            OptionException.class,
            () ->
                named(
                    part(new GaussianLikelihood(), "1..5"), part(new LaplaceLikelihood(), "age")));
    assertEquals("column 'age' is named twice; each column has one likelihood", twice.getMessage());
    OptionException none =
        assertThrows(
            OptionException.class,
            () -> named(part(new GaussianLikelihood(), "1..5"), part(new LaplaceLikelihood())));
    assertEquals("no column is left for part 2; leave it out", none.getMessage());
  }

  @Test
  void columnsAreSpreadWhereTheyBelong() {
    PartHarness harness = PartHarness.of(Shape.of(5), Moments.standard(5), false);
    Columns columns = new Columns(new int[] {1, 3, 4}, 5);
    var rows = harness.given("x", Shape.of(2, 5), 0, 1, 2, 3, 4, 10, 11, 12, 13, 14);
    assertArrayEquals(
        new double[] {0, 1, 0, 3, 4, 0, 11, 0, 13, 14},
        harness.values(columns.spread(columns.of(rows))));
  }
}
