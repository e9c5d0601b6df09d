package org.inferscope.remote;

import java.nio.file.Path;
import java.util.Set;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.generate.Generation;

/**
 * A model that is ready on a device. Belongs to its {@link ModelHost}'s thread; every call waits
 * until it is done.
 */
public interface HostedModel extends AutoCloseable {

  /** What the model is called. */
  String name();

  /** Its sizes. */
  Gpt2Config config();

  /**
   * Runs a prompt and writes token ids, hidden states, attention and logits to a safetensors file;
   * see {@link org.inferscope.io.gpt2.TraceFile}.
   *
   * @param more what else to write
   * @param out the file; it has the new content or, on any failure, the old one
   * @throws InferscopeException with the reason in words if that fails
   */
  TraceSummary trace(GivenPrompt prompt, Set<HookPoint> more, Path out, Watch watch);

  /**
   * Writes a text on.
   *
   * @param listener hears of it token by token
   * @param checkpoint called now and then; throws to give up
   * @throws InferscopeException with the reason in words if that fails
   */
  Generation generate(GenerationWish wish, WritingListener listener, Runnable checkpoint);

  /** Frees what it holds on the device. */
  @Override
  void close();
}
