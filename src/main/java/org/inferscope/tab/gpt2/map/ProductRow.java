package org.inferscope.tab.gpt2.map;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.walk.CostRef;
import org.inferscope.model.gpt2.walk.OperationWords;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.model.gpt2.walk.PassTimes;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Fonts;

/** A product in the list: a click on its name goes there, each number explains itself. */
final class ProductRow {
  private final MapPresenter presenter;
  private final Operation operation;
  private final JButton name = new JButton();
  private final JLabel shape = FollowingPanel.muted("");
  private final FigureButton flops;
  private final FigureButton share;
  private final FigureButton time;
  private final FigureButton timeShare;

  ProductRow(MapPresenter presenter, Operation operation) {
    this.presenter = presenter;
    this.operation = operation;
    String of = OperationWords.name(operation);
    name.setText(of);
    name.setName("gpt2.map.row." + operation);
    name.setHorizontalAlignment(SwingConstants.LEADING);
    name.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    name.putClientProperty(
        FlatClientProperties.STYLE, "toolbar.margin: 1,4,1,4; minimumWidth: 0; borderWidth: 0");
    shape.setHorizontalAlignment(SwingConstants.TRAILING);
    name.addActionListener(event -> presenter.goTo(step()));
    name.addMouseListener(new Popup());
    name.setToolTipText(Texts.get("gpt2map.row.tip"));
    flops = figure("flops", Texts.get("gpt2map.figure.flops"), new CostRef.Flops(operation));
    share =
        new FigureButton(
            "gpt2.map.row.share." + operation,
            of + ", " + Texts.get("gpt2map.figure.share"),
            () -> presenter.explainCost(new CostRef.FlopsShare(operation, scope())));
    time =
        new FigureButton(
            "gpt2.map.row.time." + operation,
            of + ", " + Texts.get("gpt2map.figure.time"),
            () -> presenter.explainCost(new CostRef.Millis(step())));
    timeShare =
        new FigureButton(
            "gpt2.map.row.timeShare." + operation,
            of + ", " + Texts.get("gpt2map.figure.timeShare"),
            () -> presenter.explainCost(new CostRef.TimeShare(step(), scope())));
  }

  private FigureButton figure(String id, String label, CostRef ref) {
    return new FigureButton(
        "gpt2.map.row." + id + "." + operation,
        OperationWords.name(operation) + ", " + label,
        () -> presenter.explainCost(ref));
  }

  private WalkStep step() {
    return new WalkStep(operation, operation.isInBlocks() ? presenter.layer() : 0);
  }

  private Scope scope() {
    Scope wanted = presenter.settings().scope();
    return PassCosts.isIn(operation, wanted) ? wanted : Scope.PASS;
  }

  /** Puts itself into two lines of a panel of four columns. */
  void addTo(JPanel panel) {
    panel.add(name, "split 2, span 4, wmin pref");
    panel.add(shape, "wmin 0, growx, wrap");
    panel.add(flops);
    panel.add(share);
    panel.add(time);
    panel.add(timeShare, "wrap 6");
  }

  /** Shows what the product costs now. */
  void refresh(PassCosts costs, Optional<PassTimes> times) {
    double own = costs.flops(operation);
    Scope scope = scope();
    shape.setText(costs.shape(operation).map(MapWords::shape).orElse(""));
    shape.setFont(Fonts.text(Fonts.smallest()));
    shape.setToolTipText(shape.getText());
    flops.show(MapWords.count(own), ToolTips.wrapped(Texts.get("gpt2map.figure.flops.tip")));
    share.show(
        MapWords.percent(own / costs.flops(scope)),
        ToolTips.wrapped(
            scope == Scope.LAYER
                ? Texts.get("gpt2map.figure.share.layer")
                : Texts.get("gpt2map.figure.share.pass")));
    WalkStep step = step();
    String unmeasured = ToolTips.wrapped(Texts.get("gpt2map.tip.unmeasured"));
    time.show(
        times.map(each -> MapWords.millis(each.millis(step))).orElse("–"),
        times.isPresent()
            ? ToolTips.wrapped(Texts.get("gpt2map.figure.time.tip"))
            : unmeasured);
    timeShare.show(
        times
            .map(
                each ->
                    MapWords.percent(each.millis(step) / each.millis(scope, step.layer())))
            .orElse("–"),
        times.isPresent()
            ? ToolTips.wrapped(Texts.get("gpt2map.figure.timeShare.tip"))
            : unmeasured);
  }

  private final class Popup extends MouseAdapter {
    @Override
    public void mousePressed(MouseEvent event) {
      popup(event);
    }

    @Override
    public void mouseReleased(MouseEvent event) {
      popup(event);
    }

    private void popup(MouseEvent event) {
      if (event.isPopupTrigger()) {
        MapMenu.of(presenter, step()).show(name, event.getX(), event.getY());
      }
    }
  }
}
