package org.inferscope.support;

import java.awt.AWTError;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Skips a test that needs a display where there is none, and prints why: no silent skips. */
final class DisplayCondition implements ExecutionCondition {
  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    Optional<String> reason = whyThereIsNoDisplay();
    if (reason.isEmpty()) {
      return ConditionEvaluationResult.enabled("a display can be reached");
    }
    System.out.println("SKIPPED " + context.getDisplayName() + ": " + reason.get());
    return ConditionEvaluationResult.disabled(reason.get());
  }

  private static Optional<String> whyThereIsNoDisplay() {
    if (GraphicsEnvironment.isHeadless()) {
      return Optional.of("no display (DISPLAY is not set, or java.awt.headless is true)");
    }
    try {
      GraphicsEnvironment.getLocalGraphicsEnvironment().getDefaultScreenDevice();
      return Optional.empty();
    } catch (AWTError | HeadlessException e) {
      return Optional.of("the display cannot be reached: " + e.getMessage());
    }
  }
}
