package org.vaelix.core.composition;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.vaelix.core.graph.Attributes;
import org.vaelix.core.graph.Graph;
import org.vaelix.core.graph.Initialiser;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;

/** Computed by hand from r = 1 + Σ (kₗ − 1) Π sᵢ (Araujo, Norris and Sim 2019, equation 2). */
class ReceptiveFieldTest {
  private static final Initialiser ZEROS = (shape, random) -> new double[shape.elements()];

  private final Graph graph = new Graph();
  private int layers;

  private Tensor image(int size) {
    return graph.input(Tracer.VALUES, Shape.of(1, 1, size, size));
  }

  private Tensor convolved(Tensor maps, int window, int stride) {
    int channels = maps.shape().size(1);
    Tensor weight =
        graph.parameter("w" + layers++, Shape.of(channels, channels, window, window), ZEROS);
    return maps.conv2d(weight, Attributes.Convolution.of(stride, window / 2)).relu();
  }

  /** As the architectures pool: windows that do not overlap, without windows2d. */
  private static Tensor pooled(Tensor maps) {
    int side = maps.shape().size(2);
    return maps.reshape(1, maps.shape().size(1), side / 2, 2, side / 2, 2)
        .transpose(0, 3, 5, 1, 2, 4)
        .max(1, 2);
  }

  private void assertField(int height, int width) {
    assertEquals(Optional.of(new ReceptiveField(height, width)), ReceptiveField.of(graph));
  }

  @Test
  void aConvolutionSeesItsWindow() {
    convolved(image(8), 3, 1);
    assertField(3, 3);
  }

  /** 1 + 2·1 + 2·2 + 2·4. */
  @Test
  void stridesMultiply() {
    convolved(convolved(convolved(image(16), 3, 2), 3, 2), 3, 2);
    assertField(15, 15);
  }

  /** Two of 3, a pooling of 2, two of 3 on half the resolution: 1 + 2 + 2 + 1 + 4 + 4. */
  @Test
  void poolingSeesItsWindowAndHalvesTheResolution() {
    Tensor half = pooled(convolved(convolved(image(16), 3, 1), 3, 1));
    convolved(convolved(half, 3, 1), 3, 1);
    assertField(14, 14);
  }

  /** 1 + 2, a pooling of 3 with stride 2: + 2, then 5 at twice the distance: + 4·2. */
  @Test
  void slidingWindowsOverlap() {
    Tensor maps = convolved(image(17), 3, 1);
    Tensor windows = maps.windows2d(new Attributes.Window(3, 3, 2, 2));
    convolved(windows.max(4), 5, 1);
    assertField(13, 13);
  }

  /** The longer way counts, as in a residual block. */
  @Test
  void ofSeveralPathsTheWidestCounts() {
    Tensor maps = convolved(image(8), 3, 1);
    maps.add(convolved(convolved(maps, 3, 1), 3, 1)).relu();
    assertField(7, 7);
  }

  @Test
  void statisticsOfWholeMapsAreNotCounted() {
    Tensor maps = convolved(image(8), 3, 1);
    Tensor centred = maps.subtract(maps.sumKeeping(2, 3).divide(64));
    convolved(centred, 3, 1);
    assertField(5, 5);
  }

  /**
   * As group normalisation does: flattened, centred and put back; then 3 more at twice the
   * distance.
   */
  @Test
  void mapsThatAreFlattenedAndPutBackKeepTheirPlaces() {
    Tensor maps = convolved(image(8), 3, 2);
    Tensor flat = maps.reshape(1, 1, 16);
    Tensor back = flat.subtract(flat.sumKeeping(2).divide(16)).reshape(1, 1, 4, 4);
    convolved(back, 3, 1);
    assertField(7, 7);
  }

  /** (rows, bins, features) as maps of height 1. */
  @Test
  void tracesHaveBins() {
    Tensor trace = graph.input(Tracer.VALUES, Shape.of(1, 8, 3));
    Tensor maps = trace.transpose(0, 2, 1).reshape(1, 3, 1, 8);
    Tensor weight = graph.parameter("w", Shape.of(2, 3, 1, 3), ZEROS);
    Attributes.Convolution same = new Attributes.Convolution(1, 2, 0, 1, 0, 1);
    Tensor half = maps.conv2d(weight, same);
    half.conv2d(graph.parameter("v", Shape.of(2, 2, 1, 3), ZEROS), same);
    assertField(1, 7);
  }

  @Test
  void denseLayersHaveNone() {
    Tensor flat = image(4).reshape(1, 16);
    flat.matmul(graph.parameter("w", Shape.of(16, 2), ZEROS)).relu();
    assertEquals(Optional.empty(), ReceptiveField.of(graph));
  }
}
