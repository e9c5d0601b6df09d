package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatrixView;
import org.inferscope.model.gpt2.Recorder.Span;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * A GPT-2 on one backend. Belongs to the backend's thread; what it returns is immutable and for any
 * thread. It uses the weights it was loaded from until it is closed.
 */
public final class Gpt2 implements AutoCloseable {
  private final Backend backend;
  private final Gpt2Config config;
  private final PlacedParameters parameters;
  private final Workspace workspace;
  private final Map<DType, Gpt2Layers> formats = new EnumMap<>(DType.class);

  /** Those that have not been closed yet. */
  private final Set<Decoder> decoders = new HashSet<>();

  private Gpt2Layers layers;

  private Gpt2(Backend backend, Gpt2Config config, PlacedParameters parameters) {
    this.backend = backend;
    this.config = config;
    this.parameters = parameters;
    workspace = new Workspace(backend);
    layers = new Gpt2Layers(backend, config, parameters, DType.FP32);
    while (!layers.isComplete()) {
      layers.makeNext();
    }
    formats.put(DType.FP32, layers);
  }

  /**
   * Puts a model on a backend, with weights of 32 bits. Takes no time where the backend uses them
   * where they lie.
   *
   * @param checkpoint called between parameters; throws to give up, which leaves nothing behind
   */
  public static Gpt2 load(Backend backend, Gpt2Weights weights, Runnable checkpoint) {
    PlacedParameters parameters = PlacedParameters.of(backend, weights, checkpoint);
    try {
      return new Gpt2(backend, weights.config(), parameters);
    } catch (RuntimeException | Error e) {
      parameters.close();
      throw e;
    }
  }

  /** The sizes. */
  public Gpt2Config config() {
    return config;
  }

  /** What it computes on. */
  public Backend backend() {
    return backend;
  }

  /** The format of the weights in use. */
  public DType format() {
    return layers.format();
  }

  PlacedParameters parameters() {
    return parameters;
  }

  Gpt2Layers layers() {
    return layers;
  }

  Workspace workspace() {
    return workspace;
  }

  /**
   * Begins to make weights of another format beside those in use. Whoever asked takes the steps;
   * once it is complete, {@link #use} changes over.
   *
   * @param format {@link DType#BF16} or {@link DType#INT8}; for {@link DType#FP32} it is complete
   *     at once
   */
  public Conversion convert(DType format) {
    return new Conversion(
        formats.getOrDefault(format, new Gpt2Layers(backend, config, parameters, format)));
  }

  /** Whether a conversion makes weights for this model. */
  boolean isOwn(Conversion conversion) {
    return conversion.layers.isFor(parameters);
  }

  /**
   * Computes with other weights from now on; those used before stay.
   *
   * @throws IllegalArgumentException if the conversion is not complete
   */
  public void use(Conversion conversion) {
    Args.require(conversion.isComplete(), "conversion", conversion.fraction(), "complete");
    Args.require(isOwn(conversion), "conversion", conversion.layers.format(), "of this model");
    layers = conversion.layers;
    formats.put(layers.format(), layers);
  }

  /**
   * Makes weights of a format, unless they are there already, and computes with them from now on.
   *
   * @param checkpoint called between matrices; throws to give up, which leaves those in use
   */
  public void use(DType format, Runnable checkpoint) {
    Conversion conversion = convert(format);
    while (!conversion.isComplete()) {
      checkpoint.run();
      conversion.step();
    }
    use(conversion);
  }

  /** Weights of another format in the making. Belongs to the thread of its model. */
  public static final class Conversion implements AutoCloseable {
    private final Gpt2Layers layers;

    private Conversion(Gpt2Layers layers) {
      this.layers = layers;
    }

    /** How far it is, from 0 to 1. */
    public double fraction() {
      return (double) layers.done() / layers.size();
    }

    /** Whether no step is left. */
    public boolean isComplete() {
      return layers.isComplete();
    }

    /** Makes the next matrix: some milliseconds for GPT-2 small, but for the last, its largest. */
    public void step() {
      if (!isComplete()) {
        layers.makeNext();
      }
    }

    /** Frees weights that are not used after all. Not for those that {@link Gpt2#use} was given. */
    @Override
    public void close() {
      layers.close();
    }
  }

  /**
   * Runs a prompt.
   *
   * @param ids its tokens
   * @param keep which values are kept
   * @param interventions values to replace on the way
   * @param checkpoint called between blocks; throws to give up, which leaves nothing behind
   * @throws InferscopeException if there is no token, there are too many or one is unknown
   * @throws IllegalArgumentException if an intervention does not fit
   */
  public Gpt2Trace trace(
      List<Integer> ids, Keep keep, List<Intervention> interventions, Runnable checkpoint) {
    return traceAll(List.of(ids), keep, interventions, checkpoint).get(0);
  }

  /**
   * Runs a prompt while a clock looks on.
   *
   * @param ids its tokens
   * @param keep which values are kept; more operations are told apart where more is kept
   * @param checkpoint called between blocks; throws to give up, which leaves nothing behind
   * @param clock is told what begins and ends
   * @throws InferscopeException if there is no token, there are too many or one is unknown
   */
  public Gpt2Trace trace(List<Integer> ids, Keep keep, Runnable checkpoint, PassClock clock) {
    return traceAll(List.of(ids), keep, List.of(), checkpoint, clock).get(0);
  }

  /**
   * Runs several prompts as one batch: each gets what it gets alone.
   *
   * @param prompts the tokens of each; their lengths may differ
   * @param interventions made in each prompt
   * @return a trace for each, in order
   */
  public List<Gpt2Trace> traceAll(
      List<List<Integer>> prompts,
      Keep keep,
      List<Intervention> interventions,
      Runnable checkpoint) {
    return traceAll(prompts, keep, interventions, checkpoint, null);
  }

  private List<Gpt2Trace> traceAll(
      List<List<Integer>> prompts,
      Keep keep,
      List<Intervention> interventions,
      Runnable checkpoint,
      @Nullable PassClock clock) {
    List<Span> spans = new ArrayList<>();
    int count = 0;
    for (List<Integer> prompt : prompts) {
      requireTokens(prompt, 0);
      interventions.forEach(intervention -> intervention.requireFits(config, prompt.size()));
      spans.add(new Span(count, prompt.size()));
      count += prompt.size();
    }
    int[] ids = prompts.stream().flatMap(List::stream).mapToInt(Integer::intValue).toArray();
    Recorder recorder =
        new Recorder(backend, config, keep.points(), i -> interventions, spans, clock);
    MatrixView stream = new ForwardPass(this, recorder, checkpoint).run(ids, spans, null);
    float[][] logits = new Unembedding(this, recorder, checkpoint).run(stream, spans, keep);
    List<Gpt2Trace> traces = new ArrayList<>();
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      List<float[]> own = List.of(logits).subList(span.start(), span.start() + span.count());
      traces.add(
          new Gpt2Trace(config, prompts.get(i), recorder.keptRows(i), recorder.keptPairs(i), own));
    }
    return traces;
  }

  /**
   * A decoder, which is given a text bit by bit. It is closed with this model at the latest.
   *
   * @param capacity how many tokens it has room for, at most the context
   */
  public Decoder decoder(int capacity) {
    Args.inRange(capacity, 1, config.context(), "capacity");
    Decoder decoder = new Decoder(this, capacity);
    decoders.add(decoder);
    return decoder;
  }

  /** A decoder is closed. */
  void forget(Decoder decoder) {
    decoders.remove(decoder);
  }

  /**
   * Runs a text anew, as a model without a cache does for each token, and keeps nothing else.
   *
   * @param ids its tokens
   * @param checkpoint called between blocks; throws to give up
   * @return logits after the last of them [V]
   * @throws InferscopeException if there is no token, there are too many or one is unknown
   */
  public float[] next(List<Integer> ids, Runnable checkpoint) {
    return next(ids, null, checkpoint);
  }

  /** Logits after the last of some tokens. */
  float[] next(List<Integer> ids, @Nullable KvCache cache, Runnable checkpoint) {
    requireTokens(ids, cache == null ? 0 : cache.length());
    int[] all = ids.stream().mapToInt(Integer::intValue).toArray();
    List<Span> spans = List.of(new Span(0, all.length));
    Keep keep = Keep.nextToken();
    Recorder recorder = new Recorder(backend, config, keep.points(), i -> List.of(), spans);
    MatrixView stream = new ForwardPass(this, recorder, checkpoint).run(all, spans, cache);
    float[][] logits = new Unembedding(this, recorder, checkpoint).run(stream, spans, keep);
    return logits[all.length - 1];
  }

  /**
   * Checks tokens.
   *
   * @param past how many came before
   * @throws InferscopeException if there is none, they are too many or one is unknown
   */
  public void requireTokens(List<Integer> ids, int past) {
    if (ids.isEmpty()) {
      throw new InferscopeException(Texts.get("gpt2.noTokens"));
    }
    int length = past + ids.size();
    if (length > config.context()) {
      throw new InferscopeException(
          Texts.get(
              "gpt2.tooManyTokens",
              Numbers.count(length),
              Numbers.count(length - config.context()),
              Numbers.count(config.context())));
    }
    for (int id : ids) {
      if (id < 0 || id >= config.vocabulary()) {
        throw new InferscopeException(
            Texts.get(
                "gpt2.unknownToken", Numbers.count(id), Numbers.count(config.vocabulary() - 1)));
      }
    }
  }

  /** Frees what it put on the backend, decoders too; the weights it was loaded from stay. */
  @Override
  public void close() {
    List.copyOf(decoders).forEach(Decoder::close);
    formats.values().forEach(Gpt2Layers::close);
    workspace.close();
    parameters.close();
  }
}
