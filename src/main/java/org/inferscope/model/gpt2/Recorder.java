package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntFunction;
import org.inferscope.compute.Backend;
import org.inferscope.compute.CausalRows;
import org.inferscope.compute.MatrixView;
import org.jspecify.annotations.Nullable;

/**
 * Looks on while a forward pass runs: copies what is to be kept and replaces what is to be
 * replaced. Compute thread.
 */
final class Recorder {
  private final Backend backend;
  private final Gpt2Config config;
  private final Set<HookPoint> kept;
  private final List<Map<HookPoint, List<Intervention>>> interventions = new ArrayList<>();
  private final Set<HookPoint> replaced = new HashSet<>();
  private final Set<HookPoint> touched;
  private final List<Span> spans;
  private final @Nullable PassClock clock;
  private final List<Map<HookPoint, float[]>> rows = new ArrayList<>();
  private final List<Map<HookPoint, float[][]>> pairs = new ArrayList<>();

  /** The rows of one prompt among those of all. */
  record Span(int start, int count) {}

  /**
   * A recorder.
   *
   * @param interventions what is replaced in a prompt, by its number
   * @param spans where each prompt's rows are
   */
  Recorder(
      Backend backend,
      Gpt2Config config,
      Set<HookPoint> kept,
      IntFunction<List<Intervention>> interventions,
      List<Span> spans) {
    this(backend, config, kept, interventions, spans, null);
  }

  Recorder(
      Backend backend,
      Gpt2Config config,
      Set<HookPoint> kept,
      IntFunction<List<Intervention>> interventions,
      List<Span> spans,
      @Nullable PassClock clock) {
    this.backend = backend;
    this.config = config;
    this.kept = kept;
    this.spans = spans;
    this.clock = clock;
    for (int i = 0; i < spans.size(); i++) {
      Map<HookPoint, List<Intervention>> own = new HashMap<>();
      for (Intervention intervention : interventions.apply(i)) {
        own.computeIfAbsent(intervention.at(), at -> new ArrayList<>()).add(intervention);
      }
      this.interventions.add(own);
      replaced.addAll(own.keySet());
      rows.add(new HashMap<>());
      pairs.add(new HashMap<>());
    }
    touched = new HashSet<>(kept);
    touched.addAll(replaced);
  }

  /** Does an operation, or a piece of it, and tells the clock if there is one. */
  void run(Operation operation, int layer, Runnable work) {
    PassClock told = clock;
    if (told == null) {
      work.run();
      return;
    }
    backend.synchronize();
    told.begins(operation, layer);
    work.run();
    backend.synchronize();
    told.ends(operation, layer);
  }

  /** Whether values are wanted or replaced here. */
  boolean touches(Site site, int layer) {
    return touched.contains(new HookPoint(site, layer));
  }

  /** Whether values of any prompt are replaced here. */
  boolean replaces(Site site, int layer) {
    return replaced.contains(new HookPoint(site, layer));
  }

  private boolean keeps(HookPoint at) {
    return kept.contains(at);
  }

  /**
   * The values here have been computed; what is replaced is so afterwards.
   *
   * @param values [N, columns], rows of all prompts
   */
  void rows(Site site, int layer, MatrixView values) {
    HookPoint at = new HookPoint(site, layer);
    if (!touched.contains(at)) {
      return;
    }
    for (int i = 0; i < spans.size(); i++) {
      Span span = spans.get(i);
      if (!keeps(at) && !replaces(at, i)) {
        continue;
      }
      MatrixView own = Views.rows(values, span.start, span.count);
      float[] numbers = read(own);
      if (replace(at, i, numbers)) {
        write(numbers, own);
      }
      keepRows(at, i, numbers);
    }
  }

  /**
   * The same for values in the memory of the host.
   *
   * @param values [T, columns] of one prompt; changed if they are replaced
   */
  void rows(Site site, int layer, int prompt, float[] values) {
    HookPoint at = new HookPoint(site, layer);
    replace(at, prompt, values);
    keepRows(at, prompt, values);
  }

  private void keepRows(HookPoint at, int prompt, float[] values) {
    if (keeps(at)) {
      rows.get(prompt).put(at, values);
    }
  }

  private boolean replaces(HookPoint at, int prompt) {
    return interventions.get(prompt).containsKey(at);
  }

  private boolean replace(HookPoint at, int prompt, float[] numbers) {
    List<Intervention> here = interventions.get(prompt).getOrDefault(at, List.of());
    here.forEach(intervention -> Replacing.inRows(intervention, config, numbers));
    return !here.isEmpty();
  }

  /**
   * Values of pairs in the memory of the host.
   *
   * @param values H lower triangles of one prompt; changed if they are replaced
   */
  void pairs(Site site, int layer, int prompt, float[][] values) {
    HookPoint at = new HookPoint(site, layer);
    int tokens = spans.get(prompt).count;
    interventions
        .get(prompt)
        .getOrDefault(at, List.of())
        .forEach(intervention -> Replacing.inPairs(intervention, tokens, values));
    if (keeps(at)) {
      pairs.get(prompt).put(at, values);
    }
  }

  /** Arrays for the attention pattern of a prompt, if it is to be kept, and kept with it. */
  float @Nullable [][] patternToKeep(int layer, int prompt) {
    HookPoint at = new HookPoint(Site.PATTERN, layer);
    if (!keeps(at)) {
      return null;
    }
    float[][] pattern = triangles(spans.get(prompt).count);
    pairs.get(prompt).put(at, pattern);
    return pattern;
  }

  /** H lower triangles [T, T]. */
  float[][] triangles(int tokens) {
    return new float[config.heads()][CausalRows.size(tokens, 0)];
  }

  /** Copies a matrix, row after row. */
  float[] read(MatrixView view) {
    float[] numbers = new float[Math.multiplyExact(view.rows(), view.cols())];
    if (view.stride() == view.cols()) {
      backend.download(view.tensor(), view.offset(), numbers);
      return numbers;
    }
    float[] row = new float[view.cols()];
    for (int i = 0; i < view.rows(); i++) {
      backend.download(view.tensor(), view.offset() + (long) i * view.stride(), row);
      System.arraycopy(row, 0, numbers, i * row.length, row.length);
    }
    return numbers;
  }

  /** Copies numbers into a matrix, row after row. */
  void write(float[] numbers, MatrixView view) {
    float[] row = new float[view.cols()];
    for (int i = 0; i < view.rows(); i++) {
      System.arraycopy(numbers, i * row.length, row, 0, row.length);
      backend.write(row, view.tensor(), view.offset() + (long) i * view.stride());
    }
  }

  /** What was kept of a prompt's tokens. */
  Map<HookPoint, float[]> keptRows(int prompt) {
    return rows.get(prompt);
  }

  /** What was kept of a prompt's pairs of tokens. */
  Map<HookPoint, float[][]> keptPairs(int prompt) {
    return pairs.get(prompt);
  }
}
