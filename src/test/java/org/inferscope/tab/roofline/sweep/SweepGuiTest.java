package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Dimension;
import java.awt.Point;
import java.awt.Rectangle;
import java.awt.event.KeyEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.SwingUtilities;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.compute.loops.LoopMatmul;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.support.GuiTest;
import org.inferscope.support.NoFiles;
import org.inferscope.support.TestWindow;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.roofline.desk.RooflinePresenter;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tab.roofline.desk.Selection;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A short real sweep in a real window. */
@GuiTest
class SweepGuiTest {
  private final LocalComputeService compute =
      new LocalComputeService(SwingUtilities::invokeLater, new ReferenceBackend(), List.of());
  private final InspectorModel inspector = new InspectorModel();
  private SweepPresenter presenter;
  private TestWindow<SweepView> window;

  @BeforeEach
  void openAWindow() {
    window =
        TestWindow.of(
            () -> {
              RooflinePresenter desk = new RooflinePresenter(context());
              desk.show(View.BENCHMARK);
              presenter = new SweepPresenter(desk, SwingUtilities::invokeLater);
              SweepView view = new SweepView(presenter);
              view.setPreferredSize(new Dimension(900, 640));
              return view;
            });
  }

  @AfterEach
  void closeTheWindow() {
    window.close();
    compute.close();
  }

  private TabContext context() {
    return new TabContext(
        compute,
        inspector,
        new Navigator() {
          @Override
          public boolean canOpen(Intent intent) {
            return false;
          }

          @Override
          public void open(Intent intent) {}
        },
        new NoFiles(),
        Optional.empty(),
        List.of(LoopMatmul.ijk(), LoopMatmul.tiled()),
        Optional.empty(),
        TabContext.Store.NONE);
  }

  private int results() {
    return presenter.run().map(run -> run.results().size()).orElse(0);
  }

  private void retype(String sizes) {
    window.find().textBox("roofline.sweep.sizes").focus();
    window.press(KeyEvent.VK_CONTROL, KeyEvent.VK_A);
    window.type(sizes);
  }

  @Test
  void aSweepFillsInAndIsCancelledWithItsResultsKept() {
    retype("48, 512, 640, 768");
    window.find().button("roofline.sweep.start").click();
    window.await("the first results are there", () -> results() >= 2);
    assertThat(execute(() -> presenter.isRunning())).isTrue();
    window.picture("sweep-window-running");
    window.find().button("roofline.sweep.cancel").click();
    window.await("it has ended", () -> !presenter.isRunning());
    KeptRun run = execute(() -> presenter.run().orElseThrow());
    assertThat(run.results()).hasSizeBetween(2, 7);
    JTable table = window.find().table("roofline.sweep.table").target();
    assertThat(execute(table::getRowCount)).isEqualTo(run.results().size());

    Rectangle cell =
        execute(
            () -> table.getCellRect(1, table.getColumnModel().getColumnIndex("GFLOP/s"), false));
    window.click(table, new Point((int) cell.getCenterX(), (int) cell.getCenterY()));
    assertThat(execute(() -> inspector.current().orElseThrow().title()))
        .isEqualTo("Measured speed");
    assertThat(execute(() -> presenter.desk().state().selection()))
        .isEqualTo(new Selection.OfMeasured("tiled", run.results().get(0).size()));
  }

  @Test
  void whatIsTypedWrongIsToldWhereItStandsAndNothingStarts() {
    retype("64, abc");
    assertThat(execute(() -> presenter.sizeProblems())).hasSize(1);
    assertThat(window.find().textBox("roofline.sweep.problems").text()).contains("\"abc\"");
    window.find().button("roofline.sweep.start").requireDisabled();
    window.find().textBox("roofline.sweep.sizes").requireText("64, abc");
  }
}
