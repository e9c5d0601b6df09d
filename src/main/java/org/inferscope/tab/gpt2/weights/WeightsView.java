package org.inferscope.tab.gpt2.weights;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.CardLayout;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.swing.BorderFactory;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Mode;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Range;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.TextEdits;
import org.inferscope.ui.theme.Metrics;

/**
 * The view: the table at the left with the figures of the selected parameter, its pictures at the
 * right. Event thread.
 */
final class WeightsView extends JPanel {
  /** From this height on, unscaled, the histogram stands below the table. */
  private static final int HIGH = 560;

  private static final int SMALL = 250;

  private final WeightsPresenter presenter;
  private final WeightsLoader loader;
  private final JTextField filter = new JTextField();
  private final JLabel listed = FollowingPanel.muted("");
  private final ParameterTable table;
  private final FiguresBar figures;
  private final HistogramView small;
  private final HistogramView large;
  private final MatrixView matrix;
  private final LayerView layer;
  private final CornerView corner;
  private final SegmentedControl<Mode> mode;
  private final SegmentedControl<Range> range;
  private final SegmentedControl<Merge> merge;
  private final JPanel matrixTools;
  private final FlowBar bar;
  private final CardLayout cards = new CardLayout();
  private final JPanel stage = new JPanel(cards);
  private final JPanel right =
      new JPanel(
          new MigLayout(
              "insets 0, gap 0, wrap 1, fill, novisualpadding",
              "[grow,fill,0:0:]",
              "[][grow,fill,0:0:]"));
  private final JLabel notice = FollowingPanel.muted("");
  private boolean typing;
  private boolean high;
  private int tableWidth;

  WeightsView(WeightsPresenter presenter, WeightsLoader loader) {
    super(new MigLayout());
    this.presenter = presenter;
    this.loader = loader;
    setName("gpt2.weights");
    setOpaque(false);
    table = new ParameterTable(presenter);
    figures = new FiguresBar(presenter);
    small = new HistogramView(presenter, "gpt2.weights.small");
    large = new HistogramView(presenter, "gpt2.weights.large");
    matrix = new MatrixView(presenter, loader);
    layer = new LayerView(presenter);
    corner = new CornerView(presenter, loader);
    mode = modeControl();
    range = rangeControl();
    merge = mergeControl();
    matrixTools = matrixTools();
    bar = new FlowBar("gpt2.weights.bar", List.of(mode, matrixTools), 9);
    stage.setOpaque(false);
    stage.add(matrix, Mode.MATRIX.name());
    stage.add(large, Mode.DISTRIBUTION.name());
    stage.add(layer, Mode.LAYER.name());
    stage.add(corner, Mode.CORNER.name());
    notice.setName("gpt2.weights.notice");
    prepareFilter();
    layOut();
    loader.onArrival(this::refresh);
    presenter.listen(this::refresh);
    refresh();
  }

  MatrixView matrix() {
    return matrix;
  }

  ParameterTable table() {
    return table;
  }

  private SegmentedControl<Mode> modeControl() {
    SegmentedControl<Mode> control =
        new SegmentedControl<>(
            "gpt2.weights.mode",
            Texts.get("gpt2weights.mode"),
            Arrays.stream(Mode.values()).map(WeightsView::segment).toList(),
            7);
    control.onChange(presenter::show);
    return control;
  }

  private static Segment<Mode> segment(Mode mode) {
    return switch (mode) {
      case MATRIX ->
          new Segment<>(
              mode, Texts.get("gpt2weights.mode.matrix"), Texts.get("gpt2weights.mode.matrix.tip"));
      case DISTRIBUTION ->
          new Segment<>(
              mode,
              Texts.get("gpt2weights.mode.distribution"),
              Texts.get("gpt2weights.mode.distribution.tip"));
      case LAYER ->
          new Segment<>(
              mode, Texts.get("gpt2weights.mode.layer"), Texts.get("gpt2weights.mode.layer.tip"));
      case CORNER ->
          new Segment<>(
              mode, Texts.get("gpt2weights.mode.corner"), Texts.get("gpt2weights.mode.corner.tip"));
    };
  }

  private SegmentedControl<Range> rangeControl() {
    SegmentedControl<Range> control =
        new SegmentedControl<>(
            "gpt2.weights.range",
            Texts.get("gpt2weights.range"),
            List.of(
                new Segment<>(
                    Range.NOTEBOOK,
                    Texts.get("gpt2weights.range.notebook"),
                    Texts.get("gpt2weights.range.notebook.tip")),
                new Segment<>(
                    Range.PERCENTILE,
                    Texts.get("gpt2weights.range.percentile"),
                    Texts.get("gpt2weights.range.percentile.tip"))),
            7);
    control.onChange(presenter::use);
    return control;
  }

  private SegmentedControl<Merge> mergeControl() {
    SegmentedControl<Merge> control =
        new SegmentedControl<>(
            "gpt2.weights.merge",
            Texts.get("gpt2weights.merge"),
            List.of(
                new Segment<>(
                    Merge.MEAN,
                    Texts.get("gpt2weights.merge.mean"),
                    Texts.get("gpt2weights.merge.mean.tip")),
                new Segment<>(
                    Merge.LARGEST,
                    Texts.get("gpt2weights.merge.largest"),
                    Texts.get("gpt2weights.merge.largest.tip"))),
            7);
    control.onChange(presenter::use);
    return control;
  }

  private JPanel matrixTools() {
    JPanel box = new JPanel(new MigLayout("insets 0, gap 8, novisualpadding", "", "[center]"));
    box.setOpaque(false);
    box.add(range);
    box.add(merge);
    box.add(button("gpt2.weights.fit", Texts.get("gpt2weights.fit"), matrix::fit));
    box.add(button("gpt2.weights.nearest", Texts.get("gpt2weights.nearest"), matrix::nearest));
    return box;
  }

  private static JButton button(String name, String text, Runnable work) {
    JButton button = new JButton(text);
    button.setName(name);
    button.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    button.addActionListener(event -> work.run());
    return button;
  }

  private void prepareFilter() {
    filter.setName("gpt2.weights.filter");
    filter.getAccessibleContext().setAccessibleName(Texts.get("gpt2weights.filter"));
    filter.putClientProperty(
        FlatClientProperties.PLACEHOLDER_TEXT, Texts.get("gpt2weights.filter.hint"));
    filter.putClientProperty(FlatClientProperties.TEXT_FIELD_SHOW_CLEAR_BUTTON, true);
    TextEdits.listen(filter, this::typed);
  }

  private void typed() {
    if (!typing) {
      typing = true;
      presenter.filter(filter.getText());
      typing = false;
    }
  }

  private void layOut() {
    tableWidth = table.wanted();
    int left = tableWidth + Metrics.px(14);
    removeAll();
    setLayout(
        new MigLayout(
            "insets 2 12 6 12, gap 10 4, fill, novisualpadding, hidemode 3",
            "[" + left + "px!,fill][grow,fill,0:0:]",
            "[grow,fill,0:0:][]"));
    add(chooser(), "wmin 0, hmin 0");
    add(shower(), "wmin 0, hmin 0, wrap");
    add(notice, "spanx, wmin 0");
    showSmall();
    revalidate();
  }

  /** The left side: which parameter, and what is known of it. */
  private JComponent chooser() {
    JScrollPane pane = new JScrollPane(table);
    pane.setColumnHeaderView(table.getTableHeader());
    pane.setBorder(BorderFactory.createEmptyBorder());
    pane.getViewport().setOpaque(false);
    pane.setOpaque(false);
    JPanel side =
        new JPanel(
            new MigLayout(
                "insets 8 0 0 0, gap 0 4, wrap 1, fill, novisualpadding, hidemode 3",
                "[grow,fill,0:0:]",
                "[][grow,fill,0:0:][][]"));
    side.setOpaque(false);
    side.add(filterRow(), "wmin 0");
    side.add(pane, "wmin 0, hmin 0");
    side.add(figures, "wmin 0");
    side.add(small, "wmin 0, h " + SMALL + "!");
    return side;
  }

  /** The right side: what is shown of it. */
  private JComponent shower() {
    right.removeAll();
    right.setOpaque(false);
    right.add(bar, "wmin 0");
    right.add(stage, "wmin 0, hmin 0");
    return right;
  }

  private JComponent filterRow() {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[grow,fill][][]", "[center]"));
    row.setOpaque(false);
    row.add(filter, "wmin 40");
    row.add(
        button("gpt2.weights.oneLayer", Texts.get("gpt2weights.oneLayer"), presenter::filterLayer));
    row.add(listed, "wmin 0");
    return row;
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (stage != null) {
      layOut();
      loader.pump(); // Tiles in the new theme's colours.
    }
  }

  /** The controls wrap to the width they get, and know their height only then. */
  @Override
  public void doLayout() {
    super.doLayout();
    right.doLayout();
    if (bar.getHeight() != bar.getPreferredSize().height) {
      right.invalidate();
    }
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    high = height >= Metrics.px(HIGH);
    showSmall();
    super.setBounds(x, y, width, height);
  }

  private void showSmall() {
    boolean wanted = high && isSmallWanted();
    if (small.isVisible() != wanted) {
      small.setVisible(wanted);
      revalidate();
    }
  }

  /** The histogram is not shown twice. */
  private boolean isSmallWanted() {
    Mode now = presenter.settings().mode();
    return now == Mode.MATRIX || now == Mode.CORNER;
  }

  /** Shows what the presenter says now. */
  private void refresh() {
    if (!presenter.isInFront()) {
      return;
    }
    Mode now = presenter.settings().mode();
    mode.setValue(now);
    range.setValue(presenter.settings().range());
    merge.setValue(presenter.settings().merge());
    if (matrixTools.isVisible() != (now == Mode.MATRIX)) {
      matrixTools.setVisible(now == Mode.MATRIX);
      bar.refresh();
    }
    cards.show(stage, now.name());
    showSmall();
    showFilter();
    table.refresh();
    if (table.wanted() != tableWidth) {
      layOut();
    }
    figures.refresh();
    ParameterFacts of = presenter.selected().orElse(null);
    if (small.isVisible()) {
      small.show(presenter.selected(), Optional.empty(), "");
    }
    switch (now) {
      case MATRIX -> matrix.refresh();
      case DISTRIBUTION -> large.show(presenter.selected(), Optional.empty(), "");
      case LAYER -> layer.refresh();
      case CORNER -> corner.repaint();
    }
    String words = presenter.problem();
    notice.setText(words);
    notice.setVisible(!words.isEmpty());
    if (of != null) {
      loader.pump();
    }
  }

  private void showFilter() {
    String wanted = presenter.settings().listing().filter();
    if (!typing && !filter.getText().equals(wanted)) {
      typing = true;
      filter.setText(wanted);
      typing = false;
    }
    long numbers = presenter.rows().stream().mapToLong(ParameterFacts::count).sum();
    listed.setText(
        Texts.get(
            "gpt2weights.listed",
            Numbers.count(presenter.rows().size()),
            Numbers.si((double) numbers, "").strip()));
    listed.setToolTipText(
        Texts.get(
            "gpt2weights.listed.tip",
            Numbers.count(presenter.rows().size()),
            Numbers.count(presenter.parameters().size()),
            Numbers.count(numbers)));
  }
}
