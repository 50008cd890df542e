package org.vaelix.architectures.internal.unet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.vaelix.architectures.internal.Normalisation;
import org.vaelix.architectures.internal.unet.UnetArchitecture.Config;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.part.OptionException;
import org.vaelix.testkit.PartHarness;

class UnetArchitectureTest {
  private static Config config(
      int levels, List<Integer> channels, List<Skip> skips, double gate, int groups) {
    Config d = new UnetArchitecture().defaults();
    return new Config(
        levels,
        channels,
        d.pooling(),
        d.upsampling(),
        skips,
        gate,
        d.dropProbability(),
        d.skipLatent(),
        d.injection(),
        d.activation(),
        Normalisation.GROUP,
        groups,
        d.momentum(),
        d.epsilon(),
        d.initialiser());
  }

  private static Config levels(int levels) {
    return config(levels, List.of(8), List.of(Skip.FILM), 0.1, 8);
  }

  private static OptionException refusal(Config config, Shape event) {
    return assertThrows(
        OptionException.class,
        () -> new UnetArchitecture().create(config, PartHarness.of(event, 2).context()));
  }

  @Test
  void channelsDoubleUnlessAllAreGiven() {
    Config given = config(2, List.of(8, 24, 40), List.of(Skip.FILM), 0.1, 8);
    assertEquals(32, levels(2).width(2));
    assertEquals(40, given.width(2));
  }

  @Test
  void sidesThatCannotBeHalvedSoOftenAreRefusedWithWhatWouldDo() {
    OptionException refused = refusal(levels(3), Shape.of(1, 28, 32));
    assertEquals("levels", refused.option());
    assertEquals(
        "3 halvings need sides that are multiples of 8, and observations are (1, 28, 32); take at"
            + " most 2, or crop or pad them to (24 or 32) × 32",
        refused.getMessage());
    assertEquals(
        "2 halvings need numbers of bins that are multiples of 4, and observations are (3, 5);"
            + " take another architecture, or crop or pad them to 4",
        refusal(levels(2), Shape.of(3, 5)).getMessage());
  }

  @Test
  void vectorsAreRefused() {
    OptionException refused = refusal(levels(1), Shape.of(64));
    assertEquals("type", refused.option());
    assertEquals(
        "convolutions need images (channels, height, width) or traces (bins, features), and"
            + " observations are (64,); set /preprocess/shape, such as [1, 8, 8], or take the"
            + " architecture 'mlp'",
        refused.getMessage());
  }

  @Test
  void optionsOutOfRangeAreRefused() {
    List<Integer> channels = List.of(8);
    List<Skip> film = List.of(Skip.FILM);
    assertRefused("levels", () -> levels(0));
    assertRefused("channels", () -> config(2, List.of(8, 16), film, 0.1, 8));
    assertRefused("channels", () -> config(2, List.of(), film, 0.1, 8));
    assertRefused("channels", () -> config(20, channels, film, 0.1, 8));
    assertRefused("channels", () -> config(1, List.of(8, 0), film, 0.1, 8));
    assertRefused("skips", () -> config(2, channels, List.of(), 0.1, 8));
    assertRefused("skips", () -> config(3, channels, List.of(Skip.NONE, Skip.FILM), 0.1, 8));
    assertRefused("gate", () -> config(2, channels, film, 0, 8));
    assertRefused("gate", () -> config(2, channels, film, 1, 8));
    assertRefused("groups", () -> config(2, channels, film, 0.1, 16));
  }

  private static void assertRefused(String option, Runnable making) {
    assertEquals(option, assertThrows(OptionException.class, making::run).option());
  }
}
