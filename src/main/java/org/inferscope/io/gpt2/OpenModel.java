package org.inferscope.io.gpt2;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/**
 * A model that was found to be whole: weights, tokenizer, and what is known of them. May be read on
 * any thread; whoever opened it closes it, once nobody reads it any more.
 */
public final class OpenModel implements AutoCloseable {
  private final String name;
  private final Path folder;
  private final Gpt2Weights weights;
  private final Tokenizer tokenizer;
  private final ModelFacts facts;
  private final List<FileStamp> files;

  OpenModel(
      String name,
      Path folder,
      Gpt2Weights weights,
      Tokenizer tokenizer,
      ModelFacts facts,
      List<FileStamp> files) {
    this.name = name;
    this.folder = folder;
    this.weights = weights;
    this.tokenizer = tokenizer;
    this.facts = facts;
    this.files = files;
  }

  /** What it is called on screen: "gpt2". */
  public String name() {
    return name;
  }

  /** Where its files are. */
  public Path folder() {
    return folder;
  }

  /** Its sizes. */
  public Gpt2Config config() {
    return weights.config();
  }

  /** Its parameters. */
  public Gpt2Weights weights() {
    return weights;
  }

  /** Texts to token ids and back. */
  public Tokenizer tokenizer() {
    return tokenizer;
  }

  /** What else is known of it. */
  public ModelFacts facts() {
    return facts;
  }

  /**
   * Whether all its files are still there as they were when it was opened. If not, it should be
   * opened again: weights that are used in place refuse to be asked for. Waits for the disk, some
   * microseconds.
   */
  public boolean isUnchanged() {
    return files.stream().allMatch(FileStamp::isCurrent);
  }

  /** Gives weights and tokenizer back; closing again does nothing. */
  @Override
  public void close() {
    weights.close();
    tokenizer.close();
  }
}
