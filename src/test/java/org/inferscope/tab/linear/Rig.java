package org.inferscope.tab.linear;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.grid.Cell;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** A presenter with an app around it that tests can look into. Dice give 7, 8, 9 and so on. */
final class Rig {
  final ManualCompute compute = new ManualCompute();
  final InspectorModel inspector = new InspectorModel();
  final List<Intent> opened = new ArrayList<>();
  final TabContext context =
      new TabContext(compute, inspector, new Listening(), new NoFiles(), Optional.empty());
  final LinearPresenter presenter;

  Rig() {
    AtomicLong dice = new AtomicLong(7);
    presenter = new LinearPresenter(context, dice::getAndIncrement);
  }

  /** A layer with normal random numbers, and a batch of them. */
  static Rig random(int inputs, int outputs, int batch, long seed) {
    Rig rig = new Rig();
    rig.fill(inputs, outputs, batch, seed);
    return rig;
  }

  /** A layer and a batch that were drawn in the tab, as most that are this large are. */
  static Rig drawn(int size, int batch) {
    Rig rig = new Rig();
    rig.presenter.setInputs(size);
    rig.presenter.setOutputs(size);
    rig.presenter.setBatch(batch);
    rig.presenter.choose(Initialisation.XAVIER_NORMAL);
    rig.presenter.drawInputs();
    return rig;
  }

  /** Puts another layer in force, with all numbers random. */
  void fill(int inputs, int outputs, int batch, long seed) {
    Random random = new Random(seed);
    LinearLayer layer =
        new LinearLayer(normal(random, outputs, inputs), normal(random, outputs, 1));
    LayerEntries entries = LayerEntries.of(layer, normal(random, batch, inputs));
    presenter.history().apply(presenter.state().with(entries), "fill");
  }

  private static Matrix normal(Random random, int rows, int cols) {
    return Matrix.generate(rows, cols, (i, j) -> random.nextGaussian());
  }

  /** Types into a cell, as a step of its own. */
  void type(Part part, int row, int col, String text) {
    EntryGrid now = presenter.grid(part);
    presenter.edit(part, now.withText(new Cell(row, col), text), "type", null);
  }

  /** Moves a bar or a weight by hand: many edits, one gesture. */
  void drag(Part part, int row, int col, float... values) {
    for (float value : values) {
      presenter.beginDrag();
      EntryGrid next = presenter.grid(part).with(new Cell(row, col), Entry.of(value));
      presenter.edit(part, next, "drag", "drag." + part);
    }
    presenter.endGesture();
  }

  /** Takes what another tab is asked to open. */
  private final class Listening implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return intent instanceof MultiplyIntent product && product.isSmall();
    }

    @Override
    public void open(Intent intent) {
      opened.add(intent);
    }
  }
}
