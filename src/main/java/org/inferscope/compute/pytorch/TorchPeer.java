package org.inferscope.compute.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LinearPeer;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/** PyTorch's {@code torch.nn.functional.linear} and activations on the CPU. Compute thread. */
final class TorchPeer implements LinearPeer {
  private static final String ENGINE = "PyTorch";

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
    tellDjl();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      return work.apply(manager);
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // DJL reports what it does not find on the class path by an AssertionError.
      throw new InferscopeException(failed.apply(reason(e)), e);
    }
  }

  private static Matrix matrix(NDArray array) {
    Shape shape = array.getShape();
    return Matrix.owning((int) shape.get(0), (int) shape.get(1), array.toFloatArray());
  }

  private static NDArray array(NDManager manager, Matrix matrix) {
    return manager.create(matrix.toArray(), new Shape(matrix.rows(), matrix.cols()));
  }

  /**
   * DJL reads these when it loads. What it may download otherwise is in the jars; it also tells its
   * makers of each start on a machine of Amazon's cloud unless told not to.
   */
  private void tellDjl() {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ENGINE_CACHE_DIR", cache.toAbsolutePath().toString());
    System.setProperty("ai.djl.pytorch.num_threads", "1");
    System.setProperty("ai.djl.pytorch.num_interop_threads", "1");
  }

  /** The message at the bottom of it, such as that of the system's linker or disk. */
  private static String reason(Throwable error) {
    Throwable deepest = error;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String message = Objects.requireNonNullElse(deepest.getMessage(), "");
    return message
        .lines()
        .findFirst()
        .filter(line -> !line.isBlank())
        .orElse(deepest.getClass().getSimpleName());
  }
}
