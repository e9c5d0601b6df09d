package org.inferscope.tab.roofline.layer;

import java.awt.BorderLayout;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.roofline.transformer.explain.TransformerFigure;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.desk.RooflineState.Order;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ScrollablePanel;
import org.inferscope.ui.control.Scrolling;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Metrics;

/**
 * The view: inputs, bars beside the crossover, the table, and the whole model. Where there is room
 * the inputs stand at the left, else above. It scrolls where even that is too high. Event thread.
 */
public final class LayerView extends JPanel {
  private static final int WIDE = 1160;

  private final LayerPresenter presenter;
  private final ScrollablePanel content = new ScrollablePanel(new MigLayout());
  private final LayerInputs inputs;
  private final JPanel heading;
  private final FigureButton total;
  private final FigureButton ffn;
  private final FigureButton attention;
  private final SegmentedControl<Order> order;
  private final LayerBars bars;
  private final CrossoverChart crossover;
  private final LayerTable table;
  private final JPanel tablePane = new JPanel(new BorderLayout());
  private final LayerFigures figures;
  private final JLabel notice = FollowingPanel.muted("");
  private boolean wide;
  private boolean stale = true;

  /** A view that shows what the presenter holds. */
  public LayerView(LayerPresenter presenter) {
    super(new BorderLayout());
    this.presenter = presenter;
    setName("roofline.layer");
    setOpaque(false);
    LayerScene scene = presenter.scene();
    inputs = new LayerInputs(presenter);
    total = figure(TransformerFigure.LAYER_FLOPS);
    ffn = figure(TransformerFigure.FFN_SHARE);
    attention = figure(TransformerFigure.ATTENTION_SHARE);
    order = orderControl();
    heading = heading();
    bars = new LayerBars(presenter, scene);
    crossover = new CrossoverChart(presenter);
    table = new LayerTable(presenter, scene);
    tablePane.setOpaque(false);
    tablePane.add(table.getTableHeader(), BorderLayout.NORTH);
    tablePane.add(table, BorderLayout.CENTER);
    figures = new LayerFigures(presenter);
    notice.setName("roofline.layer.notice");
    content.setOpaque(false);
    layOut(false);
    add(Scrolling.vertical(content));
    presenter.listen(this::changed);
    changed();
  }

  private FigureButton figure(TransformerFigure figure) {
    return new FigureButton(
        "roofline.layer." + figure,
        figure.title(),
        () -> presenter.explain(new Total(figure, When.NOW)));
  }

  private SegmentedControl<Order> orderControl() {
    SegmentedControl<Order> control =
        new SegmentedControl<>(
            "roofline.layer.order",
            Texts.get("rooflinelayer.order"),
            List.of(
                new Segment<>(
                    Order.COMPUTED,
                    Texts.get("rooflinelayer.order.computed"),
                    Texts.get("rooflinelayer.order.computed.tip")),
                new Segment<>(
                    Order.LARGEST_FIRST,
                    Texts.get("rooflinelayer.order.sorted"),
                    Texts.get("rooflinelayer.order.sorted.tip"))));
    control.onChange(presenter::setOrder);
    return control;
  }

  /** "One layer: 897.65 GFLOPs, FFN 61.7 %, attention 38.3 %". */
  private JPanel heading() {
    JPanel line =
        new JPanel(
            new MigLayout(
                "insets 0, fillx, novisualpadding", "[]4[]10[]2[]8[]2[]push[]", "[center]"));
    line.setOpaque(false);
    line.add(FollowingPanel.heading(Texts.get("rooflinelayer.layer")));
    line.add(total);
    line.add(new JLabel(Texts.get("rooflinelayer.ffn")));
    line.add(ffn);
    line.add(new JLabel(Texts.get("rooflinelayer.attention")));
    line.add(attention);
    line.add(order);
    return line;
  }

  /** Arranges everything for a wide or a narrow place. */
  private void layOut(boolean toWide) {
    wide = toWide;
    content.removeAll();
    inputs.layOut(toWide);
    content.setLayout(
        new MigLayout(
            "insets 4 12 8 12, fill, hidemode 3, novisualpadding, gap 16 6",
            toWide ? "[276!,fill][grow 62,fill][grow 38,fill]" : "[grow 60,fill][grow 40,fill]",
            toWide ? "[][grow 100,fill][][][]" : "[][][grow 100,fill][][][]"));
    if (toWide) {
      content.add(inputs, "spany, aligny top, gapright 8");
    } else {
      content.add(inputs, "span 2, wmin 10, wrap");
    }
    content.add(heading, "span 2, wmin 10, wrap");
    content.add(bars, "wmin 10, grow, hmax 560, aligny top");
    content.add(crossover, "wmin 10, grow, hmax 560, aligny top, wrap");
    content.add(tablePane, "span 2, wmin 10, wrap");
    content.add(figures, "span 2, wmin 10, wrap");
    content.add(notice, "span 2, wmin 10");
    content.revalidate();
  }

  @Override
  public void setBounds(int x, int y, int width, int height) {
    boolean nowWide = width >= Metrics.px(WIDE);
    if (nowWide != wide) {
      layOut(nowWide);
    }
    super.setBounds(x, y, width, height);
  }

  private void changed() {
    stale = true;
    if (presenter.isInFront()) {
      refresh();
    }
  }

  @Override
  public void doLayout() {
    if (stale) {
      refresh();
    }
    super.doLayout();
  }

  /** Shows what the presenter says now. */
  private void refresh() {
    stale = false;
    LayerScene scene = presenter.scene();
    inputs.refresh();
    order.setValue(presenter.state().order());
    total.show(
        LayerNumbers.gflops(scene.snapshot().layer(When.NOW).flops()),
        ToolTips.wrapped(TransformerFigure.LAYER_FLOPS.meaning()));
    show(ffn, TransformerFigure.FFN_SHARE, scene);
    show(attention, TransformerFigure.ATTENTION_SHARE, scene);
    bars.show(scene);
    crossover.show(scene);
    table.show(scene);
    figures.show(scene);
    notice.setText(presenter.notice());
    notice.setVisible(!presenter.notice().isEmpty());
  }

  private static void show(FigureButton button, TransformerFigure figure, LayerScene scene) {
    button.show(figure.text(scene.snapshot(), When.NOW), ToolTips.wrapped(figure.meaning()));
  }
}
