package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.compute.ComputeService;
import org.inferscope.compute.JobLane;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.model.linear.LayerCode;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Keeps the code of what is on screen: writes it at once where it is short, and in a job, when told
 * to, where its thousands of numbers would hold up the thread. Confined to one thread, which the
 * compute service must call back on.
 */
final class CodeWriter {
  /** What the code is written with. */
  enum Language {
    NUMPY,
    TORCH
  }

  /** Numbers that are written in about a millisecond. */
  static final int SHORT = 120;

  private final JobLane lane;
  private final Runnable changed;
  private @Nullable Subject subject;
  private String text = "";
  private boolean current;

  /** What the text depends on; a new precision or row in focus changes none of it. */
  private record Subject(Language language, LayerEntries entries, Source source) {
    static Subject of(Language language, LinearState state) {
      return new Subject(language, state.entries(), state.source());
    }

    int numbers() {
      return entries.outputs() * (entries.inputs() + 1) + entries.batch() * entries.inputs();
    }

    String write() {
      LayerCode.Subject code =
          new LayerCode.Subject(
              entries.layer(), entries.x().matrix(), source.init(), source.inputSeed());
      return language == Language.NUMPY ? LayerCode.numpy(code) : LayerCode.torch(code);
    }
  }

  /**
   * @param changed is called when a job has written the code
   */
  CodeWriter(ComputeService compute, Runnable changed) {
    lane = compute.lane("linear.code");
    this.changed = changed;
  }

  /** The code last written. */
  String text() {
    return text;
  }

  /** Whether that is the code of what it was last asked for. */
  boolean isCurrent() {
    return current;
  }

  /**
   * Asks for the code of a state, and writes it where it is short; where it is not, and not yet
   * written, {@link #write} has to be called.
   *
   * @return whether it is another one than asked for before
   */
  boolean want(Language language, LinearState state) {
    Subject wanted = Subject.of(language, state);
    if (wanted.equals(subject)) {
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
    Subject wanted = subject;
    if (wanted == null || current) {
      return;
    }
    lane.submit(
        new JobRequest<>(Texts.get("linear.code.job"), context -> wanted.write()),
        outcome -> finished(wanted, outcome));
  }

  private void finished(Subject of, Outcome<String> outcome) {
    Optional<String> written =
        outcome instanceof Outcome.Done<String> done ? Optional.of(done.value()) : Optional.empty();
    if (written.isPresent() && of.equals(subject)) {
      text = written.get();
      current = true;
      changed.run();
    }
  }
}
