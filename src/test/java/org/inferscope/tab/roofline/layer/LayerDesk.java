package org.inferscope.tab.roofline.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.FilePrompt;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** A presenter with the layer view in front, and what it opened elsewhere. */
final class LayerDesk {
  final ManualCompute compute = new ManualCompute();
  final InspectorModel inspector = new InspectorModel();
  final List<Intent> opened = new ArrayList<>();
  final RooflinePresenter desk;
  final LayerPresenter presenter;

  LayerDesk() {
    this(new NoFiles());
  }

  LayerDesk(FilePrompt files) {
    Navigator navigator =
        new Navigator() {
          @Override
          public boolean canOpen(Intent intent) {
            return true;
          }

          @Override
          public void open(Intent intent) {
            opened.add(intent);
          }
        };
    desk =
        new RooflinePresenter(
            new TabContext(compute, inspector, navigator, files, Optional.empty()));
    presenter = new LayerPresenter(desk);
    desk.show(View.LAYER);
  }
}
