package org.inferscope.tab.network.panel;

import org.inferscope.compute.ComputeService;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.model.network.code.CodeText;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the program of what is on screen: writes it at once where it is short, and in a job, when
 * told to, where its thousands of numbers would hold up the thread. Confined to one thread, which
 * the compute service must call back on.
 */
final class CodeWriter {
  /** Numbers that are written in a few milliseconds. */
  static final int SHORT = 400;

  private final JobLane lane;
  private final Runnable changed;
  private @Nullable CodeSubject subject;
  private CodeText text = new CodeText("", "", false);
  private boolean current;

  /**
   * A writer without a program yet.
   *
   * @param changed is called when a job has written one
   */
  CodeWriter(ComputeService compute, Runnable changed) {
    lane = compute.lane("network.code");
    this.changed = changed;
  }

  /** The program last written. */
  CodeText text() {
    return text;
  }

  /** Whether that is the one last asked for. */
  boolean isCurrent() {
    return current;
  }

  /**
   * Asks for a program, and writes it where it is short; where it is not, and not yet written,
   * {@link #write} has to be called.
   *
   * @return whether it is another one than asked for before
   */
  boolean want(CodeSubject wanted) {
    CodeSubject before = subject;
    if (before != null && before.isSame(wanted)) {
      return false;
    }
    subject = wanted;
    lane.cancel();
    current = wanted.numbers() <= SHORT;
    if (current) {
      text = wanted.write();
    }
    return true;
  }

  /** Writes what was asked for in a job, unless it is written. */
  void write() {
    CodeSubject wanted = subject;
    if (wanted != null && !current) {
      lane.submit(
          new JobRequest<>(Texts.get("networkpanel.code.job"), context -> wanted.write()),
          outcome -> finished(wanted, outcome));
    }
  }

  private void finished(CodeSubject of, Outcome<CodeText> outcome) {
    CodeSubject wanted = subject;
    if (wanted != null && wanted.isSame(of) && outcome instanceof Outcome.Done<CodeText> done) {
      text = done.value();
      current = true;
      changed.run();
    }
  }
}
