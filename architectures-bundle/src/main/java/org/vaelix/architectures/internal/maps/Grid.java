package org.vaelix.architectures.internal.maps;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.vaelix.core.graph.Shape;
import org.vaelix.core.graph.Tensor;
import org.vaelix.core.part.Check;

/**
 * How observations lie on a grid. Images are (channels, height, width). Traces are (bins,
 * features), as recordings are kept; on the grid each feature is a channel, the bins are its width,
 * and its height is 1.
 *
 * @param event the shape of an observation
 * @param channels of an observation
 * @param height of the grid, 1 of traces
 * @param width of the grid
 */
public record Grid(Shape event, int channels, int height, int width) {
  /**
   * {@return the grid of observations}
   *
   * @param event the shape of an observation
   * @throws org.vaelix.core.part.OptionException if it is no image and no trace
   */
  public static Grid of(Shape event) {
    Check.that(
        event.rank() == 2 || event.rank() == 3,
        "type",
        "convolutions need images (channels, height, width) or traces (bins, features), and"
            + " observations are "
            + event
            + "; set /preprocess/shape, such as [1, 8, 8], or take the architecture 'mlp'");
    return event.rank() == 3
        ? new Grid(event, event.size(0), event.size(1), event.size(2))
        : new Grid(event, event.size(1), 1, event.size(0));
  }

  /** {@return whether observations are traces, so that nothing happens down the grid} */
  public boolean isTrace() {
    return event.rank() == 2;
  }

  /**
   * {@return how many times a side goes into itself when it is halved or doubled: 1 down traces}
   */
  public int factorDown() {
    return isTrace() ? 1 : 2;
  }

  /**
   * {@return observations as feature maps, (rows, channels, height, width)}
   *
   * @param values (rows, event shape…)
   */
  public Tensor maps(Tensor values) {
    int rows = values.shape().size(0);
    return isTrace() ? values.transpose(0, 2, 1).reshape(rows, channels, height, width) : values;
  }

  /**
   * {@return whether a head asks for numbers at each value of an observation}
   *
   * @param head its shape: the event's, or with more axes before
   */
  public boolean holds(Shape head) {
    int[] sizes = head.sizes();
    int extra = sizes.length - event.rank();
    return extra >= 0
        && Arrays.equals(Arrays.copyOfRange(sizes, extra, sizes.length), event.sizes());
  }

  /**
   * {@return feature maps in a head's shape, (rows, head's shape…)}
   *
   * @param maps (rows, channels of the head, height, width)
   * @param head a shape that {@link #holds}
   */
  public Tensor values(Tensor maps, Shape head) {
    int rows = maps.shape().size(0);
    if (!isTrace()) {
      return maps.reshape(head.prepend(rows));
    }
    int extra = head.rank() - 2;
    int[] swapped = head.sizes();
    swapped[extra] = channels;
    swapped[extra + 1] = width;
    int[] axes = IntStream.range(0, head.rank() + 1).toArray();
    axes[extra + 1] = extra + 2;
    axes[extra + 2] = extra + 1;
    return maps.reshape(Shape.of(swapped).prepend(rows)).transpose(axes);
  }

  /**
   * {@return numbers of each row repeated over the whole of a feature map, (rows, k, height,
   * width)}
   *
   * @param numbers (rows, k)
   * @param like feature maps of the height and width wanted
   */
  public static Tensor spread(Tensor numbers, Tensor like) {
    Shape wanted = like.shape().with(1, numbers.shape().size(1));
    return perMap(numbers).broadcast(wanted);
  }

  /**
   * {@return a number for each map, (rows, k, 1, 1), which broadcasts over it}
   *
   * @param numbers (rows, k)
   */
  public static Tensor perMap(Tensor numbers) {
    return numbers.reshape(numbers.shape().size(0), numbers.shape().size(1), 1, 1);
  }
}
