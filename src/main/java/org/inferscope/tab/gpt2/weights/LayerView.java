package org.inferscope.tab.gpt2.weights;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.weights.LayerMatrix;
import org.inferscope.model.gpt2.weights.ParameterFacts;
import org.inferscope.model.gpt2.weights.Statistic;
import org.inferscope.model.gpt2.weights.WeightRef;
import org.inferscope.model.gpt2.weights.WeightStats;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Compare;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.ChartAxis;
import org.inferscope.ui.chart.ChartPoint;
import org.inferscope.ui.chart.ChartSeries;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.control.FlowBar;
import org.inferscope.ui.control.IntSpinner;
import org.inferscope.ui.control.ScrollablePanel;
import org.inferscope.ui.control.Scrolling;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.theme.Fonts;
import org.inferscope.ui.theme.Metrics;
import org.inferscope.ui.theme.Role;

/**
 * The histograms of a layer's four matrices, as the notebook shows them, with those of another
 * layer over them, and the deviation of all layers. Event thread.
 */
final class LayerView extends JPanel {
  private static final int CHART = 110;
  private static final int WIDE = 900;

  /** A histogram lower than this says nothing: rather does the view scroll. */
  private static final int LOWEST = 176;

  private final WeightsPresenter presenter;
  private final Map<LayerMatrix, HistogramView> histograms = new EnumMap<>(LayerMatrix.class);
  private final LineChart deviations =
      new LineChart("gpt2.weights.deviations", Texts.get("gpt2weights.deviations"), CHART);
  private final SegmentedControl<Compare> compare;
  private final FlowBar bar;
  private final ScrollablePanel grid = new ScrollablePanel(new MigLayout());
  private IntSpinner layer = spinner("gpt2.weights.layer", 0);
  private IntSpinner other = spinner("gpt2.weights.other", 0);
  private final JPanel layerBox = new JPanel(new MigLayout("insets 0, gap 6", "", "[center]"));
  private final JPanel otherBox = new JPanel(new MigLayout("insets 0, gap 6", "", "[center]"));
  private int layers = -1;
  private boolean wide;

  LayerView(WeightsPresenter presenter) {
    super(new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow,fill,0:0:]", "[][grow,fill,0:0:]"));
    this.presenter = presenter;
    setName("gpt2.weights.layerView");
    setOpaque(false);
    layerBox.setOpaque(false);
    otherBox.setOpaque(false);
    grid.setOpaque(false);
    compare =
        new SegmentedControl<>(
            "gpt2.weights.compare",
            Texts.get("gpt2weights.compare"),
            List.of(
                new Segment<>(
                    Compare.NONE,
                    Texts.get("gpt2weights.compare.none"),
                    Texts.get("gpt2weights.compare.none.tip")),
                new Segment<>(
                    Compare.PREVIOUS,
                    Texts.get("gpt2weights.compare.previous"),
                    Texts.get("gpt2weights.compare.previous.tip")),
                new Segment<>(
                    Compare.CHOSEN,
                    Texts.get("gpt2weights.compare.chosen"),
                    Texts.get("gpt2weights.compare.chosen.tip"))),
            7);
    compare.onChange(value -> presenter.compare(value, presenter.settings().other()));
    for (LayerMatrix matrix : LayerMatrix.values()) {
      histograms.put(matrix, new HistogramView(presenter, "gpt2.weights.histogram." + matrix));
    }
    deviations.nameBeside();
    deviations.onPick((series, point) -> presenter.desk().selectLayer(point));
    deviations.onOpen(
        (series, point) ->
            presenter.explain(
                new WeightRef.Figure(
                    List.of(LayerMatrix.values()).get(series).weight(point), Statistic.DEVIATION)));
    bar = new FlowBar("gpt2.weights.layerBar", List.of(layerBox, compareBox()), 9);
    add(bar, "wmin 0");
    add(Scrolling.vertical(grid), "wmin 0, hmin 0");
    layOut(false);
  }

  private static IntSpinner spinner(String name, int most) {
    return new IntSpinner(name, Texts.get("gpt2weights.layer"), 0, Math.max(0, most), 0);
  }

  private JComponent compareBox() {
    JPanel box = new JPanel(new MigLayout("insets 0, gap 6", "", "[center]"));
    box.setOpaque(false);
    box.add(FollowingPanel.muted(Texts.get("gpt2weights.compare")));
    box.add(compare);
    box.add(otherBox);
    return box;
  }

  /** Spinners for as many layers as the model has. */
  private void offer(int count) {
    if (count == layers) {
      return;
    }
    layers = count;
    layer = spinner("gpt2.weights.layer", count - 1);
    layer.onChange(presenter.desk()::selectLayer);
    other = spinner("gpt2.weights.other", count - 1);
    other.onChange(value -> presenter.compare(Compare.CHOSEN, value));
    layerBox.removeAll();
    layerBox.add(new JLabel(Texts.get("gpt2weights.layer")));
    layerBox.add(layer);
    otherBox.removeAll();
    otherBox.add(other);
    revalidate();
  }

  private void layOut(boolean toWide) {
    wide = toWide;
    grid.removeAll();
    grid.setLayout(
        new MigLayout(
            "insets 0 4 4 4, gap 4, fill",
            toWide
                ? "[grow 34,fill,0:0:][grow 34,fill,0:0:][grow 32,fill,0:0:]"
                : "[grow,fill,0:0:][grow,fill,0:0:]",
            toWide ? "[grow,fill][grow,fill]" : "[grow,fill][grow,fill][pref!]"));
    add(LayerMatrix.QKV, "");
    add(LayerMatrix.ATTENTION_OUTPUT, toWide ? "" : "wrap");
    if (toWide) {
      grid.add(chartBox(), "spany 2, aligny top, hmax 300, wrap");
    }
    add(LayerMatrix.FFN_UP, "");
    add(LayerMatrix.FFN_DOWN, "wrap");
    if (!toWide) {
      grid.add(chartBox(), "span 2, hmin " + lowest(CHART));
    }
    grid.revalidate();
  }

  private JComponent chartBox() {
    JPanel box =
        new JPanel(
            new MigLayout("insets 2 8 2 4, gap 0, wrap 1, fill", "[grow,fill]", "[][grow,fill]"));
    box.setOpaque(false);
    box.add(FollowingPanel.muted(Texts.get("gpt2weights.deviations")), "wmin 0");
    box.add(deviations, "wmin 0, hmin 0");
    return box;
  }

  /** A height, unscaled, for type that projector mode makes larger than the rest. */
  private static int lowest(int height) {
    return Math.round(height * Math.max(1, Fonts.smallest() / Fonts.SMALL));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    if (grid != null) {
      layOut(wide);
    }
  }

  private void add(LayerMatrix matrix, String constraints) {
    JComponent view = histograms.get(matrix);
    if (view != null) {
      grid.add(view, constraints + (constraints.isEmpty() ? "" : ", ") + "hmin " + lowest(LOWEST));
    }
  }

  /** The controls wrap to the width they get, and know their height only then. */
  @Override
  public void doLayout() {
    super.doLayout();
    if (bar.getHeight() != bar.getPreferredSize().height) {
      invalidate();
      super.doLayout();
    }
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean nowWide = width >= Metrics.px(WIDE);
    if (nowWide != wide) {
      layOut(nowWide);
    }
    super.setBounds(x, y, width, height);
  }

  /** Shows what the presenter says now. */
  void refresh() {
    offer(presenter.model().map(model -> model.config().layers()).orElse(0));
    layer.setNumber(presenter.desk().layer());
    other.setNumber(Math.min(presenter.settings().other(), Math.max(0, layers - 1)));
    compare.setValue(presenter.settings().compare());
    boolean chosen = presenter.settings().compare() == Compare.CHOSEN;
    if (otherBox.isVisible() != chosen) {
      otherBox.setVisible(chosen);
      revalidate();
    }
    OptionalInt compared = presenter.compared();
    histograms.forEach((matrix, view) -> show(matrix, view, compared));
    chart();
  }

  private void show(LayerMatrix matrix, HistogramView view, OptionalInt compared) {
    Optional<ParameterFacts> of =
        ParameterFacts.find(presenter.parameters(), matrix.weight(presenter.desk().layer()));
    Optional<WeightStats> over =
        compared.isPresent()
            ? presenter.stats(matrix.weight(compared.getAsInt()))
            : Optional.empty();
    String name =
        compared.isPresent()
            ? Texts.get("gpt2weights.otherLayer", Numbers.count(compared.getAsInt()))
            : "";
    view.show(of, over, name);
  }

  private static Role role(LayerMatrix matrix) {
    return switch (matrix) {
      case QKV -> Role.ROW;
      case ATTENTION_OUTPUT -> Role.COLUMN;
      case FFN_UP -> Role.BLUE;
      case FFN_DOWN -> Role.PLUM;
    };
  }

  private void chart() {
    List<ChartSeries> series = new ArrayList<>();
    for (LayerMatrix matrix : LayerMatrix.values()) {
      List<ChartPoint> points = new ArrayList<>();
      for (int at = 0; at < layers; at++) {
        Optional<WeightStats> known = presenter.stats(matrix.weight(at));
        if (known.isEmpty()) {
          break;
        }
        points.add(point(matrix, at, known.get().deviation()));
      }
      series.add(ChartSeries.curve(matrix.title(), role(matrix), points));
    }
    deviations.update(
        series,
        ChartAxis.of(Texts.get("gpt2weights.axis.layer"), ChartAxis.Scale.WHOLE)
            .between(0, Math.max(1, layers - 1)),
        ChartAxis.of(Texts.get("gpt2weights.axis.std"), ChartAxis.Scale.LINEAR));
  }

  private static ChartPoint point(LayerMatrix matrix, int layer, double deviation) {
    return new ChartPoint(
        layer,
        deviation,
        Texts.get(
            "gpt2weights.deviations.point",
            Numbers.count(layer),
            matrix.title(),
            Numbers.full((float) deviation)));
  }
}
