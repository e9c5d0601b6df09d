package org.inferscope.io.gpt2;

import java.nio.Buffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.SafetensorsWriter;
import org.inferscope.io.safetensors.TensorData;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Site;

/**
 * Writes a trace as a safetensors file, for Python to read: {@code input_ids} [T], {@code
 * hidden_states} [L+1, T, D], {@code attentions} [L, H, T, T] and {@code logits} [T, V], as far as
 * they were kept, and every other kept value under its hook's name. Waits for the disk, so not for
 * the event thread.
 */
public final class TraceFile {
  private TraceFile() {}

  /**
   * Writes a file; it has the new content, or on any failure the old one.
   *
   * @param model what the model is called
   * @throws InferscopeException if it cannot be written, saying why
   */
  public static void write(Path path, Gpt2Trace trace, String model) {
    List<TensorData> tensors = new ArrayList<>();
    tensors.add(ids(trace));
    Set<HookPoint> written = new HashSet<>();
    if (trace.hasHiddenStates()) {
      tensors.add(hiddenStates(trace));
      written.addAll(Keep.hiddenStates(trace.config()));
    }
    Set<HookPoint> patterns = Keep.everywhere(trace.config(), Set.of(Site.PATTERN));
    if (patterns.stream().allMatch(trace::has)) {
      tensors.add(attentions(trace));
      written.addAll(patterns);
    }
    if (hasAllLogits(trace)) {
      tensors.add(logits(trace));
    }
    trace.kept().stream()
        .filter(point -> !written.contains(point))
        .sorted(Comparator.comparingInt(HookPoint::layer).thenComparing(HookPoint::site))
        .forEach(point -> tensors.add(point(trace, point)));
    SafetensorsWriter.write(path, tensors, Map.of("model", model, "format", "pt"));
  }

  private static boolean hasAllLogits(Gpt2Trace trace) {
    for (int position = 0; position < trace.tokens(); position++) {
      if (!trace.hasLogits(position)) {
        return false;
      }
    }
    return true;
  }

  private static TensorData ids(Gpt2Trace trace) {
    long[] ids = trace.ids().stream().mapToLong(Integer::longValue).toArray();
    return new TensorData("input_ids", List.of((long) ids.length), LongBuffer.wrap(ids));
  }

  private static TensorData hiddenStates(Gpt2Trace trace) {
    Gpt2Config config = trace.config();
    List<Buffer> parts = new ArrayList<>();
    for (int index = 0; index <= config.layers(); index++) {
      parts.add(trace.hiddenState(index).buffer());
    }
    return new TensorData(
        "hidden_states", shape(config.layers() + 1, trace.tokens(), config.width()), parts);
  }

  private static TensorData attentions(Gpt2Trace trace) {
    Gpt2Config config = trace.config();
    int tokens = trace.tokens();
    List<Buffer> parts = new ArrayList<>();
    for (int layer = 0; layer < config.layers(); layer++) {
      parts.addAll(squares(trace, new HookPoint(Site.PATTERN, layer)));
    }
    return new TensorData(
        "attentions", shape(config.layers(), config.heads(), tokens, tokens), parts);
  }

  private static TensorData logits(Gpt2Trace trace) {
    List<Buffer> parts = new ArrayList<>();
    for (int position = 0; position < trace.tokens(); position++) {
      parts.add(FloatBuffer.wrap(trace.logits(position).logits()));
    }
    return new TensorData("logits", shape(trace.tokens(), trace.config().vocabulary()), parts);
  }

  private static TensorData point(Gpt2Trace trace, HookPoint point) {
    Gpt2Config config = trace.config();
    int tokens = trace.tokens();
    if (point.site().isOfPairs()) {
      return new TensorData(
          point.name(), shape(config.heads(), tokens, tokens), squares(trace, point));
    }
    int columns = point.site().columns(config);
    List<Long> shape =
        point.site().isOfHeads()
            ? shape(tokens, config.heads(), columns / config.heads())
            : shape(tokens, columns);
    return new TensorData(point.name(), shape, trace.values(point).buffer());
  }

  /** H squares [T, T]. */
  private static List<Buffer> squares(Gpt2Trace trace, HookPoint point) {
    int tokens = trace.tokens();
    List<Buffer> parts = new ArrayList<>();
    for (int head = 0; head < trace.config().heads(); head++) {
      float[] square = new float[tokens * tokens];
      for (int query = 0; query < tokens; query++) {
        for (int key = 0; key < tokens; key++) {
          square[query * tokens + key] = trace.pair(point, head, query, key);
        }
      }
      parts.add(FloatBuffer.wrap(square));
    }
    return parts;
  }

  private static List<Long> shape(long... sizes) {
    return Arrays.stream(sizes).boxed().toList();
  }
}
