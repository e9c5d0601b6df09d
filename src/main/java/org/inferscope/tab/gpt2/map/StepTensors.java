package org.inferscope.tab.gpt2.map;

import java.nio.FloatBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tab.gpt2.map.Piece.Look;
import org.inferscope.tab.gpt2.map.Piece.Source;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.heatmap.ColourScale;

/** Makes the tensors of steps from a pass. Immutable, any thread. */
final class StepTensors {
  /** Of longer prompts only one head's map is shown. */
  static final int LONGEST_GRID = 128;

  /** As many tokens of the vocabulary as are shown. */
  static final int MOST_WORDS = 24;

  /** So many values are looked at to find the range of colours. */
  private static final int SAMPLE = 4_000;

  /** The part of the values that the range of colours holds. */
  private static final double HELD = 0.995;

  private final Shown shown;
  private final List<Distribution> after;
  private final int token;
  private final int head;

  /**
   * Of a pass.
   *
   * @param after what comes after each token; empty until it is known
   * @param token the one that is followed
   * @param head the one that is selected
   */
  StepTensors(Shown shown, List<Distribution> after, int token, int head) {
    this.shown = shown;
    this.after = after;
    this.token = token;
    this.head = head;
  }

  /** What a step has computed. */
  StepTensor of(WalkStep step) {
    Operation operation = step.operation();
    return switch (operation) {
      case TOKENS -> rows(step, Site.EMBED);
      case POSITIONS -> sum(step, Site.EMBED, Site.POS_EMBED, Site.RESID_PRE);
      case NORM_1 -> rows(step, Site.LN1);
      case QKV -> qkv(step);
      case SCORES -> pairs(step, Site.SCORES, Look.SIGNED_TRIANGLE);
      case SOFTMAX -> pairs(step, Site.PATTERN, Look.MAGNITUDE_TRIANGLE);
      case MIX -> rows(step, Site.Z);
      case OUTPUT -> rows(step, Site.ATTN_OUT);
      case ADD_ATTENTION -> sum(step, Site.RESID_PRE, Site.ATTN_OUT, Site.RESID_MID);
      case NORM_2 -> rows(step, Site.LN2);
      case UP -> rows(step, Site.PRE);
      case GELU -> rows(step, Site.POST);
      case DOWN -> rows(step, Site.MLP_OUT);
      case ADD_MLP -> sum(step, Site.RESID_MID, Site.MLP_OUT, Site.RESID_POST);
      case FINAL_NORM -> rows(step, Site.LN_FINAL);
      case LOGITS -> vocabulary(step, false);
      case PROBABILITIES -> vocabulary(step, true);
    };
  }

  private Gpt2Trace trace() {
    return shown.trace();
  }

  private StepTensor rows(WalkStep step, Site site) {
    return together(step, List.of(new HookPoint(site, step.layer())), List.of(), false);
  }

  private StepTensor qkv(WalkStep step) {
    return together(step, points(step, Site.Q, Site.K, Site.V), List.of("", ""), false);
  }

  private StepTensor sum(WalkStep step, Site before, Site added, Site after) {
    return together(step, points(step, before, added, after), List.of("+", "="), true);
  }

  private static List<HookPoint> points(WalkStep step, Site... sites) {
    return Arrays.stream(sites).map(site -> new HookPoint(site, step.layer())).toList();
  }

  private StepTensor together(
      WalkStep step, List<HookPoint> points, List<String> signs, boolean oneScale) {
    if (!points.stream().allMatch(trace()::has)) {
      return new StepTensor(step, List.of(), List.of());
    }
    List<Matrix> all = points.stream().map(trace()::values).toList();
    double common = all.stream().mapToDouble(StepTensors::limit).max().orElse(1);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < all.size(); i++) {
      HookPoint point = points.get(i);
      double limit = oneScale ? common : limit(all.get(i));
      pieces.add(
          new Piece(
              MapWords.site(point.site()), all.get(i), limit, Look.SIGNED, new Source.Rows(point)));
    }
    return new StepTensor(step, pieces, signs);
  }

  private StepTensor pairs(WalkStep step, Site site, Look look) {
    HookPoint point = new HookPoint(site, step.layer());
    if (!trace().has(point)) {
      return new StepTensor(step, List.of(), List.of());
    }
    int heads = shown.config().heads();
    int[] which =
        trace().tokens() > LONGEST_GRID
            ? new int[] {head}
            : IntStream.range(0, heads).toArray();
    List<Matrix> maps = new ArrayList<>();
    for (int each : which) {
      maps.add(map(point, each));
    }
    double limit =
        look.isMagnitude() ? 1 : maps.stream().mapToDouble(StepTensors::limit).max().orElse(1);
    List<Piece> pieces = new ArrayList<>();
    for (int i = 0; i < which.length; i++) {
      String title = Texts.get("gpt2map.head", Numbers.count(which[i]));
      pieces.add(new Piece(title, maps.get(i), limit, look, new Source.Pairs(point, which[i])));
    }
    return new StepTensor(step, pieces, List.of());
  }

  /** [T, T]; 0 above the diagonal. */
  private Matrix map(HookPoint point, int ofHead) {
    int tokens = trace().tokens();
    float[] values = new float[tokens * tokens];
    for (int query = 0; query < tokens; query++) {
      float[] row = trace().pairs(point, ofHead, query);
      System.arraycopy(row, 0, values, query * tokens, row.length);
    }
    return Matrix.owning(tokens, tokens, values);
  }

  /** The tokens that are likeliest to come after the followed one, in their order. */
  private StepTensor vocabulary(WalkStep step, boolean probabilities) {
    if (after.isEmpty()) {
      return new StepTensor(step, List.of(), List.of());
    }
    int tokens = after.size();
    // Of a very long prompt only the last token's logits are kept.
    int first = trace().tokens() - tokens;
    int followed = Math.max(0, token - first);
    List<Integer> ids =
        after.get(followed).top(Math.min(MOST_WORDS, shown.config().vocabulary())).stream()
            .map(Distribution.Scored::id)
            .toList();
    List<String> words = ids.stream().map(shown::word).toList();
    float[] values = new float[tokens * ids.size()];
    for (int row = 0; row < tokens; row++) {
      for (int column = 0; column < ids.size(); column++) {
        int id = ids.get(column);
        values[row * ids.size() + column] =
            probabilities
                ? (float) after.get(row).probability(id)
                : after.get(row).logit(id);
      }
    }
    Matrix matrix = Matrix.owning(tokens, ids.size(), values);
    Look look = probabilities ? Look.MAGNITUDE : Look.SIGNED;
    double limit = ColourScale.limit(matrix);
    String title =
        Texts.get(
            probabilities ? "gpt2map.likeliest.probabilities" : "gpt2map.likeliest.logits",
            Numbers.count(ids.size()),
            shown.tokens().word(first + followed));
    return new StepTensor(
        step,
        List.of(
            new Piece(
                title, matrix, limit, look, new Source.Vocabulary(first, ids, words, probabilities))),
        List.of());
  }

  /** The size that nearly all values keep below, rounded up; outliers get the strongest colour. */
  static double limit(Matrix values) {
    int stride = Math.max(1, values.size() / SAMPLE);
    float[] sizes = new float[(values.size() + stride - 1) / stride];
    int count = 0;
    FloatBuffer buffer = values.buffer();
    for (int at = 0; at < values.size(); at += stride) {
      float size = Math.abs(buffer.get(at));
      if (Float.isFinite(size)) {
        sizes[count++] = size;
      }
    }
    if (count == 0) {
      return 1;
    }
    Arrays.sort(sizes, 0, count);
    float held = sizes[(int) Math.min(count - 1, Math.ceil(HELD * count) - 1)];
    return ColourScale.limit(Matrix.owning(1, 1, new float[] {held}));
  }
}
