package org.inferscope.remote;

import java.util.List;
import org.inferscope.model.gpt2.generate.Generation.Step;

/** Hears of a text while it is written, on the thread that asked for it. */
public interface WritingListener {

  /** The prompt has been understood. */
  void began(List<Integer> ids, String text);

  /** One more token; its {@code text} can be shown at once. */
  void wrote(Step step);
}
