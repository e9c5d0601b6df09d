package org.inferscope.compute.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.core.Linear;
import java.nio.file.Path;
import java.util.Objects;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.LinearPeer;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;
import org.inferscope.text.Texts;

/** PyTorch's {@code torch.nn.functional.linear} on the CPU. Compute thread. */
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
    tellDjl();
    try (NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE)) {
      NDArray weight = array(manager, w);
      // x [T, I] weight [O, I] b [O] -> [T, O]
      NDArray y = Linear.linear(array(manager, x), weight, manager.create(b)).singletonOrThrow();
      return Matrix.owning(x.rows(), w.rows(), y.toFloatArray());
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // DJL reports what it does not find on the class path by an AssertionError.
      throw new InferscopeException(Texts.get("compute.torch.failed", name, reason(e)), e);
    }
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
