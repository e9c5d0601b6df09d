package org.inferscope.tab.network.desk;

import java.util.Optional;
import org.inferscope.compute.Backend;
import org.inferscope.compute.JobContext;
import org.inferscope.model.network.ForwardPass;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.Trace;
import org.inferscope.model.network.WeightDrawing;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Computes what a state shows. Networks and their weights on the device are kept from one run to
 * the next, so that a change of the input costs no more than the forward pass. Compute thread.
 */
final class Runner {
  private final Desk current = new Desk();
  private final Desk compared = new Desk();

  /** The state's run, and the one it is compared with. */
  Shown run(NetworkState state, JobContext context) {
    Trace trace = current.run(Held.of(state), context);
    Optional<Held> other = state.compared();
    // The same network, as with everything on, is neither drawn nor held a second time.
    boolean same = other.map(Held::plan).filter(state.plan()::equals).isPresent();
    if (same || other.isEmpty()) {
      compared.clear();
    }
    Desk desk = same ? current : compared;
    return new Shown(state.plan(), trace, other.map(held -> desk.run(held, context)), state.held());
  }

  /** One network and its place on the device. */
  private static final class Desk {
    private WeightDrawing drawing = new WeightDrawing();
    private @Nullable ForwardPass pass;

    Trace run(Held run, JobContext context) {
      Network network =
          drawing.build(
              run.plan(),
              share -> {
                context.checkCancelled();
                context.progress(share, Texts.get("network.job.drawing"));
              });
      return pass(context.backend())
          .run(network, run.input(), run.row(), run.off(), context::checkCancelled);
    }

    private ForwardPass pass(Backend backend) {
      ForwardPass kept = pass;
      if (kept == null || kept.backend() != backend) {
        // The weights on a device that is no longer in use go with its backend, or by this.
        if (kept != null) {
          kept.close();
        }
        kept = new ForwardPass(backend);
        pass = kept;
      }
      return kept;
    }

    void clear() {
      drawing = new WeightDrawing();
      if (pass != null) {
        pass.close();
        pass = null;
      }
    }
  }
}
