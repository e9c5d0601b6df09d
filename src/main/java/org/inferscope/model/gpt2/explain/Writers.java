package org.inferscope.model.gpt2.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;

/**
 * Finds the parts of the model whose writing adds up to the end of the residual stream of a token:
 * all there are, or, where an experiment set the stream, what it set and all after that.
 */
final class Writers {
  private final Pass pass;
  private final int position;
  private final List<Part> parts = new ArrayList<>();
  private boolean kept = true;

  private Writers(Pass pass, int position) {
    this.pass = pass;
    this.position = position;
  }

  /** The parts in the order of the pass; none if not all that they wrote was kept. */
  static List<Part> of(Pass pass, int position) {
    HookPoint end = HookPoint.of(Site.LN_FINAL);
    if (!pass.has(pass.end()) || pass.isReplaced(end, position)) {
      return List.of();
    }
    Writers writers = new Writers(pass, position);
    writers.find();
    return writers.kept ? List.copyOf(writers.parts) : List.of();
  }

  private void find() {
    add(new Part.TokenEmbedding(), HookPoint.of(Site.EMBED));
    add(new Part.PositionEmbedding(), HookPoint.of(Site.POS_EMBED));
    for (int layer = 0; layer < pass.config().layers(); layer++) {
      restart(new HookPoint(Site.RESID_PRE, layer));
      attention(layer);
      restart(new HookPoint(Site.RESID_MID, layer));
      add(new Part.Mlp(layer), new HookPoint(Site.MLP_OUT, layer));
      restart(new HookPoint(Site.RESID_POST, layer));
    }
    parts.add(new Part.FinalBias());
  }

  private void add(Part part, HookPoint needed) {
    parts.add(part);
    kept &= pass.has(needed);
  }

  /** Forgets what was written before an experiment set the stream. */
  private void restart(HookPoint stream) {
    if (pass.isReplaced(stream, position)) {
      parts.clear();
      kept = true;
      add(new Part.Stream(stream), stream);
    }
  }

  private void attention(int layer) {
    HookPoint all = new HookPoint(Site.ATTN_OUT, layer);
    if (pass.isReplaced(all, position)
        || pass.isReplaced(new HookPoint(Site.RESULT, layer), position)) {
      add(new Part.Attention(layer), all);
      return;
    }
    HookPoint read = new HookPoint(Site.Z, layer);
    for (int head = 0; head < pass.config().heads(); head++) {
      add(new Part.Head(layer, head), read);
    }
    parts.add(new Part.AttentionBias(layer));
  }
}
