package org.inferscope.tab.roofline.sweep;

import java.awt.BorderLayout;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JCheckBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;
import org.inferscope.io.bench.KeptResult;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.model.hardware.Roof;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ScrollablePanel;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Metrics;

/**
 * Charts and table of the shown run: beside each other where there is room, else below each other
 * and scrolled as a whole. Event thread.
 */
final class ResultsPanel extends ScrollablePanel {
  private static final int NARROW = 620;
  private static final int CHARTS_BESIDE = 520;

  private final SweepPresenter presenter;
  private final SweepCharts charts;
  private final SweepTable table;
  private final JPanel tablePlace = new JPanel(new BorderLayout());
  private final JScrollPane tablePane = new JScrollPane();
  private final Paragraph measured = Paragraph.muted("");
  private final Choice<Optional<KeptRun>> compare =
      new Choice<>(List.of(Optional.<KeptRun>empty()), ResultsPanel::name);
  private final JCheckBox log = new JCheckBox(Texts.get("rooflinesweep.log"));
  private final JPanel head;
  private final Paragraph dashed = Paragraph.muted("");
  private List<KeptRun> offered = List.of();
  private Arrangement arranged = Arrangement.NONE;
  private Optional<Shown> shown = Optional.empty();
  private boolean showing;

  /** What the contents depend on. */
  private record Shown(
      KeptRun run,
      List<KeptRun> kept,
      Optional<KeptRun> compared,
      Optional<Roof> machine,
      Optional<KeptResult> selected,
      boolean log,
      float scale) {}

  /** How charts and table stand. */
  private enum Arrangement {
    /** Not yet. */
    NONE,
    /** Charts at the left, one above the other, the table at the right with its own scroll bar. */
    BESIDE,
    /** Charts side by side, the table below. */
    BELOW,
    /** One below the other. */
    STACKED
  }

  ResultsPanel(SweepPresenter presenter, SeriesLooks looks) {
    super(new MigLayout());
    this.presenter = presenter;
    setName("roofline.sweep.results");
    setOpaque(false);
    SweepPoints points = new SweepPoints(presenter);
    SweepMenu menu = new SweepMenu(presenter, points);
    charts = new SweepCharts(presenter, points, menu, looks);
    table = new SweepTable(presenter, points, menu, looks);
    tablePlace.setOpaque(false);
    tablePane.setBorder(BorderFactory.createEmptyBorder());
    tablePane.setOpaque(false);
    tablePane.getViewport().setOpaque(false);
    measured.setName("roofline.sweep.measured");
    dashed.setName("roofline.sweep.dashed");
    head = head();
    arrange(Arrangement.BELOW);
  }

  private static String name(Optional<KeptRun> run) {
    return run.map(RunWords::title).orElse(Texts.get("rooflinesweep.compare.none"));
  }

  private JPanel head() {
    JPanel line =
        new JPanel(new MigLayout("insets 0, gap 8, novisualpadding, fillx", "[grow,fill][]16[][]"));
    line.setOpaque(false);
    JLabel label = new JLabel(Texts.get("rooflinesweep.compare"));
    label.setLabelFor(compare);
    compare.setName("roofline.sweep.compare");
    compare.getAccessibleContext().setAccessibleName(label.getText());
    compare.setToolTipText(Texts.get("rooflinesweep.compare.tip"));
    compare.addActionListener(
        event -> {
          if (!showing && compare.getSelectedIndex() >= 0) {
            presenter.compare(compare.chosen());
          }
        });
    log.setName("roofline.sweep.log");
    log.setToolTipText(Texts.get("rooflinesweep.log.tip"));
    log.addActionListener(
        event -> {
          charts.setLog(log.isSelected());
          refresh();
        });
    line.add(measured, "wmin 10");
    line.add(log);
    line.add(label);
    line.add(compare);
    return line;
  }

  /** Shows the presenter's run, if there is one. */
  void refresh() {
    presenter.run().ifPresent(this::show);
  }

  /** Progress is told more often than there is something new to show. */
  private void show(KeptRun run) {
    Optional<Shown> now =
        Optional.of(
            new Shown(
                run,
                presenter.kept(),
                presenter.compared(),
                presenter.desk().machine(),
                presenter.selected(),
                log.isSelected(),
                Metrics.scale()));
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    measured.setText(Texts.get("rooflinesweep.measured", RunWords.title(run), run.machine()));
    measured.setToolTipText(run.jvm());
    offer(run);
    charts.follow(run, presenter.compared());
    oneByOne(List.of(charts::showTime, charts::showRate, () -> table.show(run)));
    dashed.setVisible(presenter.compared().isPresent());
    dashed.setText(presenter.compared().map(other -> dashed(run, other)).orElse(""));
    arrange(arrangement(getWidth()));
  }

  /**
   * Brings the parts up to date. On a screen each is painted before the next changes: all at once
   * they would hold up the event thread for longer than a hand notices.
   */
  private void oneByOne(List<Runnable> parts) {
    if (parts.isEmpty()) {
      return;
    }
    parts.get(0).run();
    List<Runnable> others = parts.subList(1, parts.size());
    if (isShowing()) {
      Edt.later(() -> oneByOne(others));
    } else {
      oneByOne(others);
    }
  }

  private static String dashed(KeptRun run, KeptRun other) {
    String date = RunWords.title(other);
    return other.machine().equals(run.machine())
        ? Texts.get("rooflinesweep.compare.dashed", date)
        : Texts.get("rooflinesweep.compare.dashed.other", date, other.machine());
  }

  /** Every kept run but the shown one can be compared with. */
  private void offer(KeptRun run) {
    List<KeptRun> others =
        presenter.kept().stream().filter(each -> !each.date().equals(run.date())).toList();
    showing = true;
    if (!others.equals(offered)) {
      offered = others;
      compare.removeAllItems();
      compare.addItem(Optional.empty());
      others.forEach(each -> compare.addItem(Optional.of(each)));
    }
    compare.setSelectedItem(presenter.compared());
    compare.setEnabled(!others.isEmpty());
    showing = false;
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    if (width != getWidth() && width > 0) {
      arrange(arrangement(width));
    }
    super.setBounds(x, y, width, height);
  }

  private Arrangement arrangement(int width) {
    if (width >= tableWidth() + Metrics.px(CHARTS_BESIDE)) {
      return Arrangement.BESIDE;
    }
    return width >= Metrics.px(NARROW) ? Arrangement.BELOW : Arrangement.STACKED;
  }

  /** With its scroll bar. */
  private int tableWidth() {
    return table.fittingWidth() + tablePane.getVerticalScrollBar().getPreferredSize().width;
  }

  private void arrange(Arrangement to) {
    if (to == arranged || to == Arrangement.NONE) {
      return;
    }
    arranged = to;
    removeAll();
    tablePlace.removeAll();
    String insets = "insets 0 12 12 12, hidemode 3, gap 16 8, fill, ";
    if (to == Arrangement.BESIDE) {
      tablePane.setViewportView(table);
      tablePane.setColumnHeaderView(table.getTableHeader());
      tablePlace.add(tablePane);
      setLayout(
          new MigLayout(insets + "wrap 2", "[grow,fill][fill]", "[][grow,fill][grow,fill][]"));
      add(head, "spanx 2, wmin 10");
      add(charts.time(), "wmin 10, hmin 120");
      add(tablePlace, "spany 2, growy, hmin 0, width %dpx!".formatted(tableWidth()));
      add(charts.rate(), "wmin 10, hmin 120");
      add(dashed, "spanx 2, wmin 10");
    } else {
      tablePlace.add(table.getTableHeader(), BorderLayout.NORTH);
      tablePlace.add(table);
      boolean below = to == Arrangement.BELOW;
      setLayout(
          new MigLayout(
              insets + (below ? "wrap 2" : "wrap 1"),
              below ? "[grow,fill,sg charts][grow,fill,sg charts]" : "[grow,fill]",
              "[]"));
      String whole = below ? "spanx 2, wmin 10" : "wmin 10";
      add(head, whole);
      add(charts.time(), "wmin 10");
      add(charts.rate(), "wmin 10");
      add(dashed, whole);
      add(tablePlace, whole + ", pushy, aligny top");
    }
    revalidate();
    repaint();
  }

  /** Beside each other all fits, and the table scrolls by itself. */
  @Override
  public boolean getScrollableTracksViewportHeight() {
    return arranged == Arrangement.BESIDE || super.getScrollableTracksViewportHeight();
  }

  /** For tests: what is in sight. */
  List<JComponent> parts() {
    List<JComponent> parts = new ArrayList<>();
    parts.add(charts.time());
    parts.add(charts.rate());
    parts.add(table);
    return parts;
  }
}
