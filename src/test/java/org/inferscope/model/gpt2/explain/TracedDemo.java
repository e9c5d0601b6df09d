package org.inferscope.model.gpt2.explain;

import java.util.EnumSet;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.openblas.OpenBlasLoader;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Gpt2Weights;
import org.inferscope.model.gpt2.Intervention;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.Site;

/** Passes as the tab traces them, with everything kept but the heads' results. */
final class TracedDemo {
  private TracedDemo() {}

  static Keep everything(Gpt2Config config) {
    return new Keep(
        Keep.everywhere(config, EnumSet.complementOf(EnumSet.of(Site.RESULT))), Keep.Logits.ALL);
  }

  static Gpt2Trace trace(Gpt2Weights weights, List<Integer> ids, Intervention... changes) {
    return trace(weights, ids, everything(weights.config()), changes);
  }

  static Gpt2Trace trace(
      Gpt2Weights weights, List<Integer> ids, Keep keep, Intervention... changes) {
    try (Backend backend = new OpenBlasLoader().load();
        Gpt2 model = Gpt2.load(backend, weights, () -> {})) {
      return model.trace(ids, keep, List.of(changes), () -> {});
    }
  }

  /** An explainer whose tokens are called by their ids. */
  static Gpt2Explainer explainer(Gpt2Trace trace, Gpt2Weights weights, Intervention... changes) {
    return new Gpt2Explainer(trace, weights, id -> "t" + id, List.of(changes));
  }
}
