package org.vaelix.benchmarks.libtorch;

import java.util.List;
import java.util.function.Function;
import org.bytedeco.pytorch.Dispatcher;
import org.bytedeco.pytorch.GenericList;
import org.bytedeco.pytorch.IValue;
import org.bytedeco.pytorch.IValueVector;
import org.bytedeco.pytorch.NoGradGuard;
import org.bytedeco.pytorch.OperatorHandle;
import org.bytedeco.pytorch.Scalar;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorList;
import org.bytedeco.pytorch.global.torch;

/**
 * The kernel behind Python's {@code Adam(fused=True)}, one pass over each parameter. The C++ class
 * does not use it and the presets do not name it, so the dispatcher is asked for it.
 */
final class FusedUpdates extends Updates {
  private final OperatorHandle kernel =
      Dispatcher.singleton().findSchemaOrThrow("aten::_fused_adam_", "");
  private final List<Tensor> parameters;
  private final IValue parameterList;
  private final IValue moments1;
  private final IValue moments2;
  private final IValue noTensors = list(List.of(), t -> t);
  private final IValue steps;
  private final IValue learningRate = new IValue(LEARNING_RATE);
  private final IValue beta1 = new IValue(0.9);
  private final IValue beta2 = new IValue(0.999);
  private final IValue weightDecay = new IValue(0.0);
  private final IValue epsilon = new IValue(1e-8);
  private final IValue no = new IValue(false);
  private final IValue none = new IValue();
  private final Scalar one = new Scalar(1f);
  private final Tensor step = torch.zeros(1);

  FusedUpdates(List<Tensor> parameters) {
    super(parameters);
    this.parameters = parameters;
    this.parameterList = list(parameters, p -> p);
    this.moments1 = list(parameters, p -> torch.zeros_like(p.detach()));
    this.moments2 = list(parameters, p -> torch.zeros_like(p.detach()));
    // One counter for all is one small operation a step instead of one for each parameter.
    this.steps = list(parameters, p -> step);
  }

  @Override
  void apply() {
    try (NoGradGuard guard = new NoGradGuard()) {
      step.add_(one);
      IValue gradients = list(parameters, Tensor::grad);
      kernel.callBoxed(
          new IValueVector(
              parameterList,
              gradients,
              moments1,
              moments2,
              noTensors,
              steps,
              learningRate,
              beta1,
              beta2,
              weightDecay,
              epsilon,
              no,
              no,
              none,
              none));
    }
  }

  private static IValue list(List<Tensor> tensors, Function<Tensor, Tensor> map) {
    GenericList list = new GenericList(new TensorList().elementType());
    tensors.forEach(t -> list.push_back(new IValue(map.apply(t))));
    return new IValue(list);
  }

  @Override
  public String toString() {
    return "fused Adam";
  }
}
