package org.inferscope.remote;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.io.gpt2.TraceFile;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.generate.Generation;
import org.inferscope.model.gpt2.generate.GenerationRequest;
import org.inferscope.model.gpt2.generate.Generator;
import org.inferscope.tensor.DType;

/** A model on a backend of this process. */
final class LocalModel implements HostedModel {
  private final OpenModel open;
  private final Gpt2 gpt2;

  private LocalModel(OpenModel open, Gpt2 gpt2) {
    this.open = open;
    this.gpt2 = gpt2;
  }

  /** Gets an opened model ready, which is closed with this or, on a failure, at once. */
  static LocalModel load(Backend backend, OpenModel open, DType format, Runnable checkpoint) {
    Gpt2 gpt2 = null;
    boolean ready = false;
    try {
      gpt2 = Gpt2.load(backend, open.weights(), checkpoint);
      gpt2.use(format, checkpoint);
      ready = true;
      return new LocalModel(open, gpt2);
    } finally {
      if (!ready) {
        if (gpt2 != null) {
          gpt2.close();
        }
        open.close();
      }
    }
  }

  @Override
  public String name() {
    return open.name();
  }

  @Override
  public Gpt2Config config() {
    return gpt2.config();
  }

  @Override
  public TraceSummary trace(GivenPrompt prompt, Set<HookPoint> more, Path out, Watch watch) {
    Keep keep = Keep.huggingFace(gpt2.config()).with(more);
    List<Integer> ids = prompt.tokens(open.tokenizer());
    Gpt2Trace trace = gpt2.trace(ids, keep, List.of(), watch::checkpoint);
    TraceFile.write(out, trace, open.name());
    List<NextToken> next =
        trace.next().top(TraceSummary.SHOWN).stream()
            .map(
                scored ->
                    new NextToken(
                        scored.id(),
                        open.tokenizer().decode(List.of(scored.id())),
                        scored.probability()))
            .toList();
    return new TraceSummary(trace.tokens(), next);
  }

  @Override
  public Generation generate(GenerationWish wish, WritingListener listener, Runnable checkpoint) {
    try (Generator generator = generator(wish, listener)) {
      return generator.run(listener::wrote, checkpoint);
    }
  }

  /** Begins a text, whose steps are the caller's to take. */
  Generator generator(GenerationWish wish, WritingListener listener) {
    List<Integer> ids = wish.prompt().tokens(open.tokenizer());
    gpt2.requireTokens(ids, 0);
    listener.began(ids, open.tokenizer().decode(ids));
    GenerationRequest request =
        new GenerationRequest(
            ids, wish.mostTokens(), wish.sampling(), wish.stop(), 0, wish.cached());
    return new Generator(gpt2, open.tokenizer(), request, System::nanoTime);
  }

  @Override
  public void close() {
    gpt2.close();
    open.close();
  }
}
