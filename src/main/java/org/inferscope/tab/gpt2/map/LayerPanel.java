package org.inferscope.tab.gpt2.map;

import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.walk.CostRef;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.Scrolling;
import org.inferscope.ui.control.ToolTips;

/** The products of the layer and the unembedding, as Part 7 of the notebook lists them. */
final class LayerPanel extends FollowingPanel {
  private final MapPresenter presenter;
  private final JLabel title = heading("");
  private final List<ProductRow> rows;
  private final JPanel list =
      new JPanel(
          new MigLayout(
              "insets 0, gap 0 0, fillx, novisualpadding, hidemode 3",
              "[grow,trailing][grow,trailing][grow,trailing][grow,trailing]"));
  private final Total layer;
  private final Total pass;
  private final JLabel state = muted("");
  private final JButton measure = new JButton();
  private final JButton roofline = new JButton();

  private LayerPanel(MapPresenter presenter) {
    super("gpt2.map.layer", presenter::listen);
    this.presenter = presenter;
    rows = PassCosts.PRODUCTS.stream().map(each -> new ProductRow(presenter, each)).toList();
    layer = new Total(Scope.LAYER);
    pass = new Total(Scope.PASS);
    list.setOpaque(false);
    list.add(muted(Texts.get("gpt2map.column.flops")));
    list.add(muted(Texts.get("gpt2map.column.share")));
    list.add(muted(Texts.get("gpt2map.column.time")));
    list.add(muted(Texts.get("gpt2map.column.share")), "wrap 6");
    rows.forEach(row -> row.addTo(list));
    layer.addTo(list);
    pass.addTo(list);
    measure.setText(Texts.get("gpt2map.measure"));
    measure.addActionListener(event -> presenter.measure());
    roofline.setText(Texts.get("gpt2map.roofline.short"));
    roofline.setName("gpt2.map.roofline");
    roofline.setToolTipText(ToolTips.wrapped(Texts.get("gpt2map.roofline.tip")));
    roofline.addActionListener(event -> presenter.open(presenter.transformer()));
    JButton csv = new JButton(Texts.get("gpt2map.csv.short"));
    csv.addActionListener(event -> new MapExport(presenter).csv());
    csv.setToolTipText(Texts.get("gpt2map.csv.tip"));
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 6, novisualpadding"));
    buttons.setOpaque(false);
    buttons.add(measure);
    buttons.add(roofline);
    buttons.add(csv);
    add(title);
    add(list, "wmin 0");
    add(state, "wmin 0, gaptop 6");
    add(buttons, "gaptop 4");
  }

  /** The panel, scrolling where it is too high. */
  static JComponent of(MapPresenter presenter) {
    return Scrolling.vertical(new LayerPanel(presenter));
  }

  @Override
  protected void refresh() {
    Optional<PassCosts> costs = presenter.costs();
    if (costs.isEmpty()) {
      title.setText(Texts.get("gpt2map.quiet"));
      list.setVisible(false);
      return;
    }
    list.setVisible(true);
    title.setText(Texts.get("gpt2map.layer", Numbers.count(presenter.layer())));
    Optional<PassTimes> times = presenter.times();
    rows.forEach(row -> row.refresh(costs.get(), times));
    layer.refresh(costs.get(), times);
    pass.refresh(costs.get(), times);
    measure.setEnabled(!presenter.isMeasuring());
    roofline.setEnabled(presenter.canOpen(presenter.transformer()));
    state.setText(stateWords(times));
    list.invalidate();
    invalidate();
  }

  private String stateWords(Optional<PassTimes> times) {
    if (!presenter.problem().isEmpty()) {
      return presenter.problem();
    }
    if (presenter.isMeasuring()) {
      return Texts.get("gpt2map.measuring");
    }
    return times
        .map(each -> Texts.get("gpt2map.measured", Numbers.count(each.passes())))
        .orElseGet(() -> Texts.get("gpt2map.tip.unmeasured"));
  }

  /** What the products of a scope come to. */
  private final class Total {
    private final Scope scope;
    private final FigureButton flops;
    private final FigureButton time;

    Total(Scope scope) {
      this.scope = scope;
      String name = name();
      flops =
          new FigureButton(
              "gpt2.map.total.flops." + scope,
              name + ", " + Texts.get("gpt2map.figure.flops"),
              () -> presenter.explainCost(new CostRef.AllFlops(scope)));
      time =
          new FigureButton(
              "gpt2.map.total.time." + scope,
              name + ", " + Texts.get("gpt2map.figure.time"),
              () -> presenter.explainCost(new CostRef.AllMillis(scope, presenter.layer())));
    }

    private String name() {
      return scope == Scope.LAYER
          ? Texts.get("gpt2map.total.layer")
          : Texts.get("gpt2map.total.pass");
    }

    void addTo(JPanel panel) {
      panel.add(FollowingPanel.heading(name()), "gapleft 4, span 4, alignx leading, wrap");
      panel.add(flops);
      panel.add(time, "skip 1, wrap");
    }

    void refresh(PassCosts costs, Optional<PassTimes> times) {
      flops.show(
          MapWords.count(costs.flops(scope)),
          ToolTips.wrapped(Texts.get("gpt2map.figure.flops.tip")));
      time.show(
          times.map(each -> MapWords.millis(each.millis(scope, presenter.layer()))).orElse("–"),
          ToolTips.wrapped(Texts.get("gpt2map.total.time.tip")));
    }
  }
}
