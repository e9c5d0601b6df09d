package org.inferscope.io.log;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An error as text, for a log file or to be copied: with its causes and what was suppressed. */
public final class StackTrace {
  private final StringBuilder text = new StringBuilder();
  private final Set<Throwable> told = Collections.newSetFromMap(new IdentityHashMap<>());

  private StackTrace() {}

  /** The text, each line ended. Nothing an error does, such as having no message, makes it fail. */
  public static String of(Throwable error) {
    StackTrace trace = new StackTrace();
    trace.append("", "", error);
    return trace.text.toString();
  }

  private void append(String indent, String role, @Nullable Throwable error) {
    if (error == null) {
      return;
    }
    text.append(indent).append(role).append(nameOf(error)).append('\n');
    if (!told.add(error)) {
      return; // A cause of its own cause.
    }
    for (StackTraceElement frame : error.getStackTrace()) {
      text.append(indent).append("  at ").append(frame).append('\n');
    }
    for (Throwable suppressed : error.getSuppressed()) {
      append(indent + "  ", "Suppressed: ", suppressed);
    }
    append(indent, "Caused by: ", error.getCause());
  }

  private static String nameOf(Throwable error) {
    try {
      return error.toString();
    } catch (RuntimeException e) {
      return error.getClass().getName();
    }
  }
}
