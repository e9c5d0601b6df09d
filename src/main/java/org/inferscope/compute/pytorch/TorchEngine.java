package org.inferscope.compute.pytorch;

import ai.djl.Device;
import ai.djl.ndarray.NDManager;
import ai.djl.pytorch.jni.JniUtils;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.inferscope.compute.InferscopeException;

/** DJL's PyTorch, kept off the network and to the threads it is given. Compute thread. */
final class TorchEngine {
  private static final String ENGINE = "PyTorch";

  private TorchEngine() {}

  /** How many threads PyTorch takes if nobody tells it: one a physical core. */
  private static final class Cores {
    static final int COUNT =
        Math.min(JniUtils.getNumThreads(), Runtime.getRuntime().availableProcessors());
  }

  /**
   * A manager of arrays, which are computed with on this thread alone. The first loads PyTorch.
   *
   * @param cache the folder to unpack the library into; need not exist
   */
  static NDManager open(Path cache) {
    tellDjl(cache);
    NDManager manager = NDManager.newBaseManager(Device.cpu(), ENGINE);
    useAllCores(false);
    return manager;
  }

  /** Computes on all physical cores from now on, or on this thread alone. PyTorch is loaded. */
  static void useAllCores(boolean all) {
    // Counted before the first change to it.
    int cores = cores();
    JniUtils.setNumThreads(all ? cores : 1);
  }

  /** How many physical cores there are for it. PyTorch is loaded. */
  static int cores() {
    return Cores.COUNT;
  }

  /**
   * Does some work and tells what goes wrong.
   *
   * @param failed the sentence for a reason why not
   */
  static <T> T guarded(UnaryOperator<String> failed, Supplier<T> work) {
    try {
      return work.get();
    } catch (RuntimeException | LinkageError | AssertionError e) {
      // DJL reports what it does not find on the class path by an AssertionError.
      throw new InferscopeException(failed.apply(reason(e)), e);
    }
  }

  /**
   * DJL reads these when it loads. What it may download otherwise is in the jars; it also tells its
   * makers of each start on a machine of Amazon's cloud unless told not to.
   */
  private static void tellDjl(Path cache) {
    System.setProperty("ai.djl.offline", "true");
    System.setProperty("OPT_OUT_TRACKING", "true");
    System.setProperty("ENGINE_CACHE_DIR", cache.toAbsolutePath().toString());
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
