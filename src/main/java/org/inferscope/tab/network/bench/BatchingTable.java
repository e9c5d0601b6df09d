package org.inferscope.tab.network.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.compute.bench.MlpResult.Measured;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.network.bench.BatchingRef;
import org.inferscope.model.network.bench.BatchingRun;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/** One at a time against as one batch: total, time per input, GFLOP/s. Event thread. */
final class BatchingTable extends JPanel {
  private final Consumer<ValueRef> inspect;
  private final List<Consumer<BatchingRun>> figures = new ArrayList<>();

  BatchingTable(Consumer<ValueRef> inspect) {
    super(
        new MigLayout(
            "insets 0, fillx, wrap 3, gap 4 2, novisualpadding",
            "[grow 0][grow,right][grow,right]"));
    this.inspect = inspect;
    setOpaque(false);
    add(new JLabel());
    add(head(Texts.get("networkbench.column.single")), "wmin 10, gapright 5");
    add(head(Texts.get("networkbench.column.batch")), "wmin 10, gapright 5");
    addRow(
        Texts.get("networkbench.row.total", Numbers.count(BatchingRun.INPUTS)),
        "total",
        BatchingRef.Total::new,
        measured -> time(measured.timing().medianMs()));
    addRow(
        Texts.get("networkbench.row.perInput"),
        "perInput",
        BatchingRef.PerInput::new,
        measured -> time(measured.msPerInput()));
    addRow(
        Texts.get("networkbench.unit.rate"),
        "rate",
        BatchingRef.Rate::new,
        measured -> Numbers.significant(measured.gflops()));
  }

  private static JLabel head(String text) {
    JLabel label = FollowingPanel.muted(text);
    label.setHorizontalAlignment(SwingConstants.TRAILING);
    return label;
  }

  private static String time(double ms) {
    return Numbers.duration(ms / 1e3);
  }

  private void addRow(
      String title, String name, Function<MlpCase, ValueRef> ref, Function<Measured, String> text) {
    add(new JLabel(title), "wmin 10");
    addFigure(title, name, Phase.SINGLE, ref, text);
    addFigure(title, name, Phase.BATCH, ref, text);
  }

  private void addFigure(
      String title,
      String name,
      Phase phase,
      Function<MlpCase, ValueRef> ref,
      Function<Measured, String> text) {
    String column =
        phase == Phase.SINGLE
            ? Texts.get("networkbench.column.single")
            : Texts.get("networkbench.column.batch");
    List<ValueRef> opens = new ArrayList<>();
    FigureButton figure =
        new FigureButton(
            "network.batching." + name + "." + phase.key(),
            Texts.get("networkbench.figure", title, column),
            () -> opens.forEach(inspect));
    add(figure, "wmin 10");
    figures.add(
        run -> {
          Optional<Measured> measured = phase == Phase.SINGLE ? run.single() : run.batch();
          opens.clear();
          measured.ifPresent(each -> opens.add(ref.apply(each.measured())));
          figure.setEnabled(measured.isPresent());
          figure.show(
              measured.map(text).orElse(Texts.get("networkbench.none")),
              measured.map(BatchingTable::tip).orElse(Texts.get("networkbench.none.tip")));
        });
  }

  private static String tip(Measured measured) {
    return ToolTips.wrapped(
        Texts.get(
            "networkbench.figure.tip",
            Numbers.significant(measured.timing().medianMs()),
            Numbers.significant(measured.timing().minMs()),
            Numbers.significant(measured.timing().maxMs())));
  }

  void show(BatchingRun run) {
    figures.forEach(figure -> figure.accept(run));
  }
}
