package org.inferscope.tab.gpt2.desk;

import java.nio.file.Path;
import org.inferscope.compute.ComputeService;
import org.inferscope.io.gpt2.ModelFacts;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Session;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/**
 * The model that the tab shows. Its weights may be read on the event thread, a few at a time, and
 * in jobs of its session; see the package's description for why that is safe.
 */
public final class ModelInUse {
  private final OpenModel open;
  private final Gpt2Session session;
  private boolean closed;

  ModelInUse(OpenModel open, ComputeService compute) {
    this.open = open;
    session = new Gpt2Session(compute, open.weights());
  }

  /** What it is called on screen. */
  public String name() {
    return open.name();
  }

  /** Where its files are. */
  public Path folder() {
    return open.folder();
  }

  /** Its sizes. */
  public Gpt2Config config() {
    return open.config();
  }

  /** What else is known of it. */
  public ModelFacts facts() {
    return open.facts();
  }

  /** Its parameters. */
  public Gpt2Weights weights() {
    return open.weights();
  }

  /** Texts to tokens and back; for any thread until it is closed. */
  public Tokenizer tokenizer() {
    return open.tokenizer();
  }

  /** Runs jobs that use it. */
  public Gpt2Session session() {
    return session;
  }

  /** Whether it is closed, or will be once its jobs have ended. */
  public boolean isClosed() {
    return closed;
  }

  /** The file that it was opened from. */
  OpenModel file() {
    return open;
  }

  void close() {
    if (!closed) {
      closed = true;
      session.close(open::close);
    }
  }
}
