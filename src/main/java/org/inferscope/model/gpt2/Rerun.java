package org.inferscope.model.gpt2;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatrixView;
import org.inferscope.model.gpt2.Recorder.Span;
import org.inferscope.tensor.Args;
import org.inferscope.tensor.Matrix;

/**
 * Runs a prompt again with values replaced. The residual stream before the first block that is
 * touched is as it was, so that the pass goes on from there: on average half the blocks are saved
 * when each is ablated in turn. On the model's thread.
 *
 * <p>Letters: T tokens, D width, n ways of replacing, V vocabulary.
 */
public final class Rerun {
  private final Gpt2 model;
  private final Gpt2Trace before;
  private final Runnable checkpoint;

  private Rerun(Gpt2 model, Gpt2Trace before, Runnable checkpoint) {
    this.model = model;
    this.before = before;
    this.checkpoint = checkpoint;
  }

  /**
   * What came out at one position, for several ways of replacing values.
   *
   * @param normal the position's row after the final layer norm, for each way [n, D]
   * @param next what would come next, for each way
   */
  public record Ends(Matrix normal, List<Distribution> next) {
    /** Copies the list. */
    public Ends {
      next = List.copyOf(next);
    }
  }

  /**
   * The whole pass, with what the one before kept; what lies before the first replaced value is
   * that of the pass before.
   *
   * @param before a pass of the model without interventions
   * @param checkpoint called between blocks; throws to give up, which leaves nothing behind
   * @throws IllegalArgumentException if an intervention does not fit
   */
  public static Gpt2Trace trace(
      Gpt2 model, Gpt2Trace before, List<Intervention> interventions, Runnable checkpoint) {
    int tokens = before.tokens();
    interventions.forEach(each -> each.requireFits(model.config(), tokens));
    boolean all = before.hasLogits(0);
    Keep.Logits logits =
        all ? Keep.Logits.ALL : before.hasLogits(tokens - 1) ? Keep.Logits.LAST : Keep.Logits.NONE;
    Keep keep = new Keep(before.kept(), logits);
    int from = start(before, interventions);
    if (from < 0) {
      return model.trace(before.ids(), keep, interventions, checkpoint);
    }
    List<Span> spans = List.of(new Span(0, tokens));
    Recorder recorder =
        new Recorder(model.backend(), model.config(), after(from, keep), i -> interventions, spans);
    MatrixView stream =
        new ForwardPass(model, recorder, checkpoint).resume(from, stream(before, from), spans);
    float[][] scores = new Unembedding(model, recorder, checkpoint).run(stream, spans, keep);
    return new Gpt2Trace(before, recorder.keptRows(0), recorder.keptPairs(0), List.of(scores));
  }

  /**
   * What comes after one position, for several ways of replacing values, which go through the model
   * as one batch.
   *
   * @param before a pass of the model without interventions
   * @param ways the interventions of each
   * @param position whose logits are wanted
   * @param checkpoint called between blocks; throws to give up, which leaves nothing behind
   * @throws IllegalArgumentException if an intervention does not fit
   */
  public static Ends ends(
      Gpt2 model,
      Gpt2Trace before,
      List<List<Intervention>> ways,
      int position,
      Runnable checkpoint) {
    Args.index(position, before.tokens(), "position");
    Args.positive(ways.size(), "ways");
    ways.forEach(way -> way.forEach(each -> each.requireFits(model.config(), before.tokens())));
    return new Rerun(model, before, checkpoint).ends(ways, position);
  }

  private Ends ends(List<List<Intervention>> ways, int position) {
    int tokens = before.tokens();
    List<Span> spans = new ArrayList<>();
    for (int i = 0; i < ways.size(); i++) {
      spans.add(new Span(i * tokens, tokens));
    }
    Recorder recorder = new Recorder(model.backend(), model.config(), Set.of(), ways::get, spans);
    ForwardPass pass = new ForwardPass(model, recorder, checkpoint);
    int from = start(before, ways.stream().flatMap(List::stream).toList());
    MatrixView stream =
        from < 0
            ? pass.run(repeated(ways.size()), spans, null)
            : pass.resume(from, stream(before, from), spans);
    Unembedding unembedding = new Unembedding(model, recorder, checkpoint);
    MatrixView normal = unembedding.norm(stream);
    recorder.rows(Site.LN_FINAL, 0, normal);
    int width = model.config().width();
    float[] rows = new float[ways.size() * width];
    for (int i = 0; i < ways.size(); i++) {
      float[] row = recorder.read(Views.rows(normal, i * tokens + position, 1));
      System.arraycopy(row, 0, rows, i * width, width);
    }
    return new Ends(Matrix.owning(ways.size(), width, rows), unembed(unembedding, rows));
  }

  /** Distributions of normalised rows [n, D]. */
  private List<Distribution> unembed(Unembedding unembedding, float[] rows) {
    int width = model.config().width();
    float[][] logits = new float[rows.length / width][];
    try (DeviceTensor tensor = model.backend().allocate(rows.length)) {
      model.backend().write(rows, tensor, 0);
      unembedding.unembed(MatrixView.of(tensor, logits.length, width), 0, logits);
    }
    return List.of(logits).stream().map(Distribution::owning).toList();
  }

  private int[] repeated(int times) {
    int tokens = before.tokens();
    int[] ids = new int[times * tokens];
    for (int i = 0; i < ids.length; i++) {
      ids[i] = before.ids().get(i % tokens);
    }
    return ids;
  }

  /**
   * The block that a pass can go on from: the first that is touched, or one before it whose stream
   * was kept; −1 if it has to begin with the embedding.
   */
  private static int start(Gpt2Trace before, List<Intervention> interventions) {
    int first = before.config().layers() - 1;
    for (Intervention intervention : interventions) {
      Site site = intervention.at().site();
      if (site == Site.EMBED || site == Site.POS_EMBED) {
        return -1;
      }
      first = site.isInBlocks() ? Math.min(first, intervention.at().layer()) : first;
    }
    while (first >= 0 && !before.has(point(before, first))) {
      first--;
    }
    return first;
  }

  /** Where the stream before a block is kept: as such, or as that after the block before. */
  private static HookPoint point(Gpt2Trace before, int layer) {
    HookPoint own = new HookPoint(Site.RESID_PRE, layer);
    return layer == 0 || before.has(own) ? own : new HookPoint(Site.RESID_POST, layer - 1);
  }

  private static Matrix stream(Gpt2Trace before, int layer) {
    return before.values(point(before, layer));
  }

  /** The points of a plan that a pass from a block on goes through. */
  private static Set<HookPoint> after(int from, Keep keep) {
    Set<HookPoint> passed = new HashSet<>();
    for (HookPoint point : keep.points()) {
      boolean inBlocks = point.site().isInBlocks();
      if (inBlocks ? point.layer() >= from : point.site() == Site.LN_FINAL) {
        passed.add(point);
      }
    }
    return passed;
  }
}
