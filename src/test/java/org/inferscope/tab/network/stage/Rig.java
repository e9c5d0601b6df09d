package org.inferscope.tab.network.stage;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.model.network.Ablations;
import org.inferscope.model.network.InputBatch;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.tab.network.desk.NetworkState;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** A presenter over jobs that run when told to, and a stage that shows it. */
final class Rig {
  private static final long ROOM = 4L << 30;

  final ManualCompute compute = new ManualCompute();
  final List<Ablations.Target> opened = new ArrayList<>();
  final NetworkPresenter presenter;

  Rig(int... widths) {
    AtomicLong dice = new AtomicLong(7);
    TabContext context =
        new TabContext(
            compute, new InspectorModel(), new Nowhere(), new NoFiles(), Optional.empty());
    presenter = new NetworkPresenter(context, dice::getAndIncrement, () -> ROOM);
    if (widths.length > 0) {
      NetworkPlan plan = NetworkPlan.of(widths);
      InputBatch input = InputBatch.random(42, 1, plan.inputs());
      presenter.open(NetworkState.of(plan, input, Optional.of(42L)), "test");
    }
    compute.runAll();
  }

  /** A stage over the presenter that follows it, and runs its jobs at once. Event thread. */
  NetworkStage stage() {
    NetworkStage stage = new NetworkStage(presenter, opened::add);
    presenter.listen(stage::refresh);
    presenter.playback().listen(stage::refresh);
    return stage;
  }

  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalArgumentException("nothing opens " + intent);
    }
  }
}
