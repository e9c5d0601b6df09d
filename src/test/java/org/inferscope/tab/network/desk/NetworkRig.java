package org.inferscope.tab.network.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.network.Trace;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.TabContext;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/**
 * A presenter whose jobs run when told to, with a navigator that notes what it is asked to open.
 */
public final class NetworkRig {
  public final ManualCompute compute = new ManualCompute();
  public final InspectorModel inspector = new InspectorModel();
  public final List<Intent> opened = new ArrayList<>();
  public long room = 1L << 30;
  public final NetworkPresenter presenter;

  public NetworkRig() {
    TabContext context =
        new TabContext(compute, inspector, new Listening(), new NoFiles(), Optional.empty());
    presenter = new NetworkPresenter(context, () -> 7L, () -> room);
    settle();
  }

  /** Runs what waits. */
  public void settle() {
    compute.runAll();
  }

  /** What was computed last. */
  public Trace trace() {
    return presenter.shown().orElseThrow().trace();
  }

  private final class Listening implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return true;
    }

    @Override
    public void open(Intent intent) {
      opened.add(intent);
    }
  }
}
