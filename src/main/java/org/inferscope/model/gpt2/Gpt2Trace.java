package org.inferscope.model.gpt2;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inferscope.compute.CausalRows;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * What was kept of a forward pass. Immutable, any thread.
 *
 * <p>Letters: T tokens, D width, H heads, L layers, V vocabulary.
 */
public final class Gpt2Trace {
  private final Gpt2Config config;
  private final List<Integer> ids;
  private final Map<HookPoint, Matrix> rows = new HashMap<>();
  private final Map<HookPoint, float[][]> pairs;
  private final List<float[]> logits;

  /** Takes over the arrays. */
  Gpt2Trace(
      Gpt2Config config,
      List<Integer> ids,
      Map<HookPoint, float[]> rows,
      Map<HookPoint, float[][]> pairs,
      List<float[]> logits) {
    this.config = config;
    this.ids = List.copyOf(ids);
    this.pairs = Map.copyOf(pairs);
    this.logits = List.copyOf(logits);
    int tokens = ids.size();
    rows.forEach(
        (point, values) ->
            this.rows.put(point, Matrix.owning(tokens, values.length / tokens, values)));
  }

  /** As another pass of the same tokens, with other values at some points and other logits. */
  Gpt2Trace(
      Gpt2Trace same,
      Map<HookPoint, float[]> rows,
      Map<HookPoint, float[][]> pairs,
      List<float[]> logits) {
    this(same.config, same.ids, rows, merged(same.pairs, pairs), logits);
    same.rows.forEach(this.rows::putIfAbsent);
  }

  private static Map<HookPoint, float[][]> merged(
      Map<HookPoint, float[][]> old, Map<HookPoint, float[][]> fresh) {
    Map<HookPoint, float[][]> all = new HashMap<>(old);
    all.putAll(fresh);
    return all;
  }

  /** The sizes of the model. */
  public Gpt2Config config() {
    return config;
  }

  /** The prompt's tokens. */
  public List<Integer> ids() {
    return ids;
  }

  /** T. */
  public int tokens() {
    return ids.size();
  }

  /** Whether the values at a point were kept. */
  public boolean has(HookPoint point) {
    return rows.containsKey(point) || pairs.containsKey(point);
  }

  /** All points whose values were kept. */
  public Set<HookPoint> kept() {
    Set<HookPoint> all = new HashSet<>(rows.keySet());
    all.addAll(pairs.keySet());
    return all;
  }

  /**
   * The values at a point that has some for each token [T, columns].
   *
   * @throws IllegalArgumentException if they were not kept
   */
  public Matrix values(HookPoint point) {
    Matrix values = rows.get(point);
    if (values == null) {
      throw notKept(point);
    }
    return values;
  }

  /**
   * A value of a pair of tokens; above the diagonal, where a token would see a later one, 0 for a
   * probability and −∞ for a score.
   *
   * @param query the token that looks
   * @param key the token that is looked at
   * @throws IllegalArgumentException if it was not kept
   */
  public float pair(HookPoint point, int head, int query, int key) {
    float[] triangle = triangle(point, head);
    Args.index(query, tokens(), "query");
    Args.index(key, tokens(), "key");
    if (key > query) {
      return point.site() == Site.SCORES ? Float.NEGATIVE_INFINITY : 0;
    }
    return triangle[CausalRows.start(query, 0) + key];
  }

  /** The values of a token that looks, of those it may look at: {@code query + 1} numbers. */
  public float[] pairs(HookPoint point, int head, int query) {
    float[] triangle = triangle(point, head);
    float[] row = new float[Args.index(query, tokens(), "query") + 1];
    System.arraycopy(triangle, CausalRows.start(query, 0), row, 0, row.length);
    return row;
  }

  private float[] triangle(HookPoint point, int head) {
    float[][] heads = pairs.get(point);
    if (heads == null) {
      throw notKept(point);
    }
    return heads[Args.index(head, config.heads(), "head")];
  }

  /** Whether the logits after a token were kept. */
  public boolean hasLogits(int position) {
    return logits.get(position).length > 0;
  }

  /**
   * The logits after a token [V].
   *
   * @throws IllegalArgumentException if they were not kept
   */
  public Distribution logits(int position) {
    Args.require(hasLogits(position), "position", position, "one whose logits were kept");
    return Distribution.owning(logits.get(position));
  }

  /** What comes after the last token. */
  public Distribution next() {
    return logits(tokens() - 1);
  }

  /** Whether all hidden states were kept. */
  public boolean hasHiddenStates() {
    return Keep.hiddenStates(config).stream().allMatch(this::has);
  }

  /**
   * A hidden state as Hugging Face counts them [T, D]: 0 is the embedding, L the end after the
   * final layer norm, any other the residual stream after as many blocks.
   *
   * @param index from 0 to L
   */
  public Matrix hiddenState(int index) {
    return values(HookPoint.ofState(index, config.layers()));
  }

  /** The length of a token's hidden state (L2 norm), computed in float64. */
  public double norm(int index, int position) {
    double squares = 0;
    for (float x : hiddenState(index).row(position)) {
      squares += (double) x * x;
    }
    return Math.sqrt(squares);
  }

  /**
   * How much a token's hidden state points where the one before it does: the cosine of the angle
   * between hidden states {@code index} and {@code index + 1}, computed in float64. NaN if one is
   * zero.
   *
   * @param index from 0 to L − 1
   */
  public double cosine(int index, int position) {
    float[] a = hiddenState(index).row(position);
    float[] b = hiddenState(index + 1).row(position);
    double dot = 0;
    for (int i = 0; i < a.length; i++) {
      dot += (double) a[i] * b[i];
    }
    return dot / (norm(index, position) * norm(index + 1, position));
  }

  private static IllegalArgumentException notKept(HookPoint point) {
    return new IllegalArgumentException(point + " was not kept");
  }
}
