package org.inferscope.support;

import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.pytorch.PyTorch;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** The PyTorch on the tests' class path. */
public final class RealTorch {
  /** What it is unpacked into; kept between runs, since that takes seconds. */
  private static final Path CACHE = Path.of("target", "pytorch");

  private RealTorch() {}

  /** PyTorch, in a {@link TorchTest}. */
  public static LinearPeer peer() {
    return find().orElseThrow();
  }

  /** Its products of matrices, in a {@link TorchTest}. */
  public static MatmulImpl matmul() {
    return PyTorch.matmul(CACHE);
  }

  private static Optional<LinearPeer> find() {
    return PyTorch.find(CACHE);
  }

  /** Skips a test that needs PyTorch where it is missing, and prints why: no silent skips. */
  static final class Condition implements ExecutionCondition {
    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
      if (find().isPresent()) {
        return ConditionEvaluationResult.enabled("PyTorch is on the class path");
      }
      String reason =
          "the class path has no PyTorch for %s on %s"
              .formatted(System.getProperty("os.name"), System.getProperty("os.arch"));
      System.out.println("SKIPPED " + context.getDisplayName() + ": " + reason);
      return ConditionEvaluationResult.disabled(reason);
    }
  }
}
