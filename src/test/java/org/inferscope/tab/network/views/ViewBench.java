package org.inferscope.tab.network.views;

import java.util.Optional;
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

/** A presenter with what it needs around it, its jobs run when told to. */
final class ViewBench {
  final ManualCompute compute = new ManualCompute();
  final NetworkPresenter presenter;

  private ViewBench() {
    Navigator nowhere =
        new Navigator() {
          @Override
          public boolean canOpen(Intent intent) {
            return false;
          }

          @Override
          public void open(Intent intent) {}
        };
    TabContext context =
        new TabContext(compute, new InspectorModel(), nowhere, new NoFiles(), Optional.empty());
    presenter = new NetworkPresenter(context, () -> 7L, () -> 4_000_000_000L);
  }

  /** A network of these widths with so many inputs, run. */
  static ViewBench of(int batch, int... widths) {
    ViewBench bench = new ViewBench();
    bench.open(NetworkPlan.of(widths), batch);
    return bench;
  }

  /** A presenter that has not computed anything yet. */
  static ViewBench fresh() {
    return new ViewBench();
  }

  /** Takes another network with random inputs and runs it. */
  void open(NetworkPlan plan, int batch) {
    InputBatch input = InputBatch.random(42, batch, plan.inputs());
    presenter.open(NetworkState.of(plan, input, Optional.of(42L)), "open");
    compute.runAll();
  }

  /** Does something and runs what follows. */
  ViewBench after(Runnable work) {
    work.run();
    compute.runAll();
    return this;
  }
}
