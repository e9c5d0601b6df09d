package org.inferscope.compute.pytorch;

import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.inferscope.compute.LinearPeer;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/** PyTorch's {@code torch.nn.functional.linear} and activations on the CPU. Compute thread. */
final class TorchPeer implements LinearPeer {
  private final String name;
  private final Path cache;

  /**
   * PyTorch as it is found on the class path.
   *
   * @param name name and version
   * @param cache the folder to unpack the library into; need not exist
   */
  TorchPeer(String name, Path cache) {
    this.name = name;
    this.cache = cache;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public Matrix linear(Matrix x, Matrix w, float[] b) {
    Args.require(w.cols() == x.cols(), "w", w.shapeText(), x.cols() + " columns, as x");
    Args.require(b.length == w.rows(), "b", b.length, w.rows() + " numbers, as w has rows");
    return compute(
        reason -> Texts.get("compute.torch.failed", name, reason),
        manager -> {
          // x [T, I] w [O, I] b [O] -> [T, O]
          NDArray y =
              Linear.linear(array(manager, x), array(manager, w), manager.create(b))
                  .singletonOrThrow();
          return matrix(y);
        });
  }

  @Override
  public List<Matrix> network(Matrix x, List<Dense> layers) {
    int before = x.cols();
    for (Dense layer : layers) {
      Matrix w = layer.w();
      Args.require(w.cols() == before, "w", w.shapeText(), before + " columns, as come in");
      before = w.rows();
    }
    return compute(
        reason -> Texts.get("compute.torch.networkFailed", name, reason),
        manager -> {
          List<Matrix> given = new ArrayList<>();
          NDArray h = array(manager, x);
          for (Dense layer : layers) {
            // h [T, I] w [O, I] b [O] -> [T, O]
            NDArray z =
                Linear.linear(h, array(manager, layer.w()), manager.create(layer.b().toArray()))
                    .singletonOrThrow();
            h = layer.f().map(f -> TorchActivations.apply(f, z)).orElseGet(() -> z.softmax(1));
            given.add(matrix(h));
          }
          return given;
        });
  }

  /**
   * Computes with arrays that last as long as it takes.
   *
   * @param failed the sentence for a reason why not
   */
  private <T> T compute(UnaryOperator<String> failed, Function<NDManager, T> work) {
    return TorchEngine.guarded(
        failed,
        () -> {
          try (NDManager manager = TorchEngine.open(cache)) {
            return work.apply(manager);
          }
        });
  }

  private static Matrix matrix(NDArray array) {
    Shape shape = array.getShape();
    return Matrix.owning((int) shape.get(0), (int) shape.get(1), array.toFloatArray());
  }

  private static NDArray array(NDManager manager, Matrix matrix) {
    return manager.create(matrix.toArray(), new Shape(matrix.rows(), matrix.cols()));
  }
}
