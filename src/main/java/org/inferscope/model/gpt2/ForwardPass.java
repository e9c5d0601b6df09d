package org.inferscope.model.gpt2;

import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.LayerWeights;
import org.inferscope.compute.MatrixView;
import org.inferscope.compute.Pointwise;
import org.inferscope.compute.VectorView;
import org.inferscope.model.gpt2.Recorder.Span;
import org.inferscope.model.gpt2.Workspace.Purpose;
import org.inferscope.tensor.Matrix;
import org.jspecify.annotations.Nullable;

/**
 * One pass through GPT-2 (Radford et al., 2019): from token ids to the normalised stream that the
 * unembedding turns into logits. Compute thread.
 *
 * <p>Letters in shapes: N tokens of all prompts, T of one, P before them in the cache, D width, F
 * neurons of an MLP.
 */
final class ForwardPass {
  private final Backend backend;
  private final Gpt2Config config;
  private final PlacedParameters parameters;
  private final Gpt2Layers layers;
  private final Workspace workspace;
  private final Recorder recorder;
  private final Runnable checkpoint;

  ForwardPass(Gpt2 model, Recorder recorder, Runnable checkpoint) {
    backend = model.backend();
    config = model.config();
    parameters = model.parameters();
    layers = model.layers();
    workspace = model.workspace();
    this.recorder = recorder;
    this.checkpoint = checkpoint;
  }

  /**
   * Runs it.
   *
   * @param ids N token ids, prompt after prompt
   * @param spans where each prompt's are
   * @param cache keys and values of earlier tokens of the only prompt, which takes those of these;
   *     null if there are none
   * @return the residual stream after the last block [N, D], in the workspace
   */
  MatrixView run(int[] ids, List<Span> spans, @Nullable KvCache cache) {
    int past = cache == null ? 0 : cache.length();
    MatrixView stream = workspace.matrix(Purpose.STREAM, ids.length, config.width());
    embed(ids, spans, past, stream);
    blocks(0, spans, cache, stream);
    if (cache != null) {
      cache.advance(ids.length);
    }
    return stream;
  }

  /**
   * Runs the blocks from one on.
   *
   * @param before the residual stream before that block [T, D], the same for each prompt
   * @return the residual stream after the last block [N, D], in the workspace
   */
  MatrixView resume(int from, Matrix before, List<Span> spans) {
    int tokens = before.rows();
    MatrixView stream = workspace.matrix(Purpose.STREAM, spans.size() * tokens, before.cols());
    float[] numbers = before.toArray();
    for (int i = 0; i < spans.size(); i++) {
      backend.write(numbers, stream.tensor(), stream.offset() + (long) i * numbers.length);
    }
    blocks(from, spans, null, stream);
    return stream;
  }

  private void blocks(int from, List<Span> spans, @Nullable KvCache cache, MatrixView stream) {
    for (int layer = from; layer < config.layers(); layer++) {
      checkpoint.run();
      recorder.rows(Site.RESID_PRE, layer, stream);
      attend(layer, spans, cache, stream);
      recorder.rows(Site.RESID_MID, layer, stream);
      think(layer, stream);
      recorder.rows(Site.RESID_POST, layer, stream);
    }
  }

  /** {@code stream[N, D] = wte[ids] + wpe[positions]}. */
  private void embed(int[] ids, List<Span> spans, int past, MatrixView stream) {
    MatrixView positions = parameters.matrix("wpe.weight"); // [context, D]
    recorder.run(
        Operation.TOKENS, 0, () -> backend.gather(parameters.matrix("wte.weight"), ids, stream));
    recorder.rows(Site.EMBED, 0, stream);
    if (recorder.touches(Site.POS_EMBED, 0)) {
      MatrixView added = workspace.matrix(Purpose.ADDED, stream.rows(), config.width());
      recorder.run(Operation.POSITIONS, 0, () -> gatherPositions(positions, spans, past, added));
      recorder.rows(Site.POS_EMBED, 0, added);
      recorder.run(Operation.POSITIONS, 0, () -> backend.add(stream, added, stream));
      return;
    }
    for (Span span : spans) {
      MatrixView own = Views.rows(stream, span.start(), span.count());
      MatrixView added = Views.rows(positions, past, span.count());
      recorder.run(Operation.POSITIONS, 0, () -> backend.add(own, added, own));
    }
  }

  private void gatherPositions(MatrixView positions, List<Span> spans, int past, MatrixView added) {
    for (Span span : spans) {
      int[] places = new int[span.count()];
      for (int t = 0; t < places.length; t++) {
        places[t] = past + t;
      }
      backend.gather(positions, places, Views.rows(added, span.start(), span.count()));
    }
  }

  /** {@code stream[N, D] += attention(norm(stream)) Wo + bo}. */
  private void attend(int layer, List<Span> spans, @Nullable KvCache cache, MatrixView stream) {
    int count = stream.rows();
    int width = config.width();
    String block = "h." + layer + ".";
    MatrixView normal = norm(Operation.NORM_1, layer, block + "ln_1", stream);
    recorder.rows(Site.LN1, layer, normal);
    MatrixView qkv =
        cache == null ? workspace.matrix(Purpose.QKV, count, 3 * width) : cache.next(layer, count);
    // [N, D] x [D, 3D] -> [N, 3D]
    project(Operation.QKV, layer, normal, layers.qkv(layer), bias(block + "attn.c_attn"), qkv);
    recorder.rows(Site.Q, layer, Views.columns(qkv, 0, width));
    recorder.rows(Site.K, layer, Views.columns(qkv, width, width));
    recorder.rows(Site.V, layer, Views.columns(qkv, 2 * width, width));
    MatrixView read = workspace.matrix(Purpose.HEADS, count, width);
    for (int prompt = 0; prompt < spans.size(); prompt++) {
      Span span = spans.get(prompt);
      MatrixView own = Views.rows(qkv, span.start(), span.count());
      MatrixView seen = cache == null ? own : cache.all(layer, count);
      readAll(
          layer,
          prompt,
          Views.columns(own, 0, width),
          Views.columns(seen, width, width),
          Views.columns(seen, 2 * width, width),
          Views.rows(read, span.start(), span.count()));
    }
    recorder.rows(Site.Z, layer, read);
    addAttention(layer, spans, read, stream);
  }

  private void readAll(
      int layer, int prompt, MatrixView q, MatrixView k, MatrixView v, MatrixView read) {
    OpenAttention open = new OpenAttention(backend, config, workspace, recorder);
    if (open.isNeeded(layer)) {
      open.run(layer, prompt, q, k, v, read);
    } else {
      float[] @Nullable [] pattern = recorder.patternToKeep(layer, prompt);
      recorder.run(
          Operation.SCORES, layer, () -> backend.attention(config.heads(), q, k, v, read, pattern));
    }
  }

  private void addAttention(int layer, List<Span> spans, MatrixView read, MatrixView stream) {
    String name = "h." + layer + ".attn.c_proj";
    if (recorder.touches(Site.RESULT, layer)) {
      new HeadResults(backend, config, workspace, recorder)
          .run(layer, spans, read, parameters.matrix(name + ".weight"));
    }
    if (recorder.replaces(Site.RESULT, layer)) {
      MatrixView added = workspace.matrix(Purpose.ADDED, stream.rows(), config.width());
      backend.addBias(added, bias(name));
      recorder.rows(Site.ATTN_OUT, layer, added);
      recorder.run(Operation.ADD_ATTENTION, layer, () -> backend.add(stream, added, stream));
    } else {
      add(Site.ATTN_OUT, Operation.OUTPUT, layer, read, layers.attentionOut(layer), name, stream);
    }
  }

  /** {@code stream[N, D] += gelu(norm(stream) Wf + bf) Wp + bp}. */
  private void think(int layer, MatrixView stream) {
    String block = "h." + layer + ".";
    MatrixView normal = norm(Operation.NORM_2, layer, block + "ln_2", stream);
    recorder.rows(Site.LN2, layer, normal);
    MatrixView neurons = workspace.matrix(Purpose.NEURONS, stream.rows(), config.inner());
    VectorView bias = bias(block + "mlp.c_fc");
    // [N, D] x [D, F] -> [N, F]
    if (recorder.touches(Site.PRE, layer)) {
      project(Operation.UP, layer, normal, layers.up(layer), bias, neurons);
      recorder.rows(Site.PRE, layer, neurons);
      recorder.run(Operation.GELU, layer, () -> backend.gelu(neurons, neurons));
    } else {
      recorder.run(
          Operation.UP,
          layer,
          () -> backend.project(Pointwise.GELU, normal, layers.up(layer), bias, neurons));
    }
    recorder.rows(Site.POST, layer, neurons);
    add(
        Site.MLP_OUT,
        Operation.DOWN,
        layer,
        neurons,
        layers.down(layer),
        block + "mlp.c_proj",
        stream);
  }

  /** {@code stream[N, D] += x w + bias}, apart first if somebody wants to see what is added. */
  private void add(
      Site site,
      Operation product,
      int layer,
      MatrixView x,
      LayerWeights w,
      String name,
      MatrixView stream) {
    if (recorder.touches(site, layer)) {
      MatrixView added = workspace.matrix(Purpose.ADDED, stream.rows(), config.width());
      project(product, layer, x, w, bias(name), added);
      recorder.rows(site, layer, added);
      Operation sum = product == Operation.OUTPUT ? Operation.ADD_ATTENTION : Operation.ADD_MLP;
      recorder.run(sum, layer, () -> backend.add(stream, added, stream));
    } else {
      recorder.run(product, layer, () -> backend.accumulate(x, w, bias(name), stream));
    }
  }

  private void project(
      Operation operation,
      int layer,
      MatrixView x,
      LayerWeights w,
      VectorView bias,
      MatrixView out) {
    recorder.run(operation, layer, () -> backend.project(Pointwise.IDENTITY, x, w, bias, out));
  }

  private MatrixView norm(Operation operation, int layer, String name, MatrixView x) {
    MatrixView normal = workspace.matrix(Purpose.NORMAL, x.rows(), config.width());
    VectorView gain = parameters.vector(name + ".weight");
    VectorView bias = bias(name);
    recorder.run(
        operation, layer, () -> backend.layerNorm(x, gain, bias, config.epsilon(), normal));
    return normal;
  }

  private VectorView bias(String name) {
    return parameters.vector(name + ".bias");
  }
}
