package org.inferscope.tab.gpt2.map;

import java.util.Optional;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
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

/** What stands above the tensor: the step, its formula and shape, what it costs. Event thread. */
final class StepHeader extends JPanel {
  private final MapPresenter presenter;
  private final JLabel title = FollowingPanel.heading("");
  private final JLabel formula = FollowingPanel.muted("");
  private final FigureButton flops;
  private final FigureButton share;
  private final FigureButton time;
  private final FigureButton timeShare;
  private final JLabel unmeasured = FollowingPanel.muted("");
  private final JPanel costs =
      new JPanel(new MigLayout("insets 0, gap 0, hidemode 3, novisualpadding", "", "[center]"));

  StepHeader(MapPresenter presenter) {
    super(
        new MigLayout(
            "insets 0, gap 4 1, fillx, novisualpadding", "[grow,fill]", "[][][]"));
    this.presenter = presenter;
    setOpaque(false);
    title.setName("gpt2.map.title");
    formula.setName("gpt2.map.formula");
    flops = figure("flops", Texts.get("gpt2map.figure.flops"), this::explainFlops);
    share = figure("share", Texts.get("gpt2map.figure.share"), this::explainShare);
    time = figure("time", Texts.get("gpt2map.figure.time"), this::explainTime);
    timeShare = figure("timeShare", Texts.get("gpt2map.figure.timeShare"), this::explainTimeShare);
    costs.setOpaque(false);
    unmeasured.setName("gpt2.map.unmeasured");
    costs.add(flops);
    costs.add(share);
    costs.add(time);
    costs.add(timeShare);
    costs.add(unmeasured, "gapleft 6");
    add(title, "wmin 0, wrap");
    add(formula, "wmin 0, wrap");
    add(costs, "wmin 0");
  }

  private FigureButton figure(String name, String label, Runnable explain) {
    return new FigureButton("gpt2.map." + name, label, explain);
  }

  private void explainFlops() {
    presenter.explainCost(new CostRef.Flops(presenter.step().operation()));
  }

  private void explainShare() {
    Operation operation = presenter.step().operation();
    presenter.explainCost(new CostRef.FlopsShare(operation, scope(operation)));
  }

  private void explainTime() {
    presenter.explainCost(new CostRef.Millis(presenter.step()));
  }

  private void explainTimeShare() {
    WalkStep step = presenter.step();
    presenter.explainCost(new CostRef.TimeShare(step, scope(step.operation())));
  }

  private Scope scope(Operation operation) {
    Scope wanted = presenter.settings().scope();
    return PassCosts.isIn(operation, wanted) ? wanted : Scope.PASS;
  }

  /** Shows what has changed. */
  void refresh() {
    WalkStep step = presenter.step();
    set(title, OperationWords.of(step));
    presenter.costs().ifPresent(all -> refresh(step, all));
    costs.invalidate();
    invalidate();
  }

  private void refresh(WalkStep step, PassCosts all) {
    Operation operation = step.operation();
    set(formula, MapWords.formula(operation) + "   " + MapWords.shape(all, step));
    formula.setToolTipText(formula.getText());
    boolean product = PassCosts.PRODUCTS.contains(operation);
    Scope scope = scope(operation);
    flops.setVisible(product);
    share.setVisible(product);
    if (product) {
      double own = all.flops(operation);
      flops.show(MapWords.flops(own), ToolTips.wrapped(Texts.get("gpt2map.figure.flops.tip")));
      share.show(
          scope == Scope.LAYER
              ? Texts.get("gpt2map.ofLayer", MapWords.percent(own / all.flops(scope)))
              : Texts.get("gpt2map.ofPass", MapWords.percent(own / all.flops(scope))),
          ToolTips.wrapped(Texts.get("gpt2map.figure.share.tip")));
    }
    showTime(step, scope);
  }

  private void showTime(WalkStep step, Scope scope) {
    Optional<PassTimes> times = presenter.times();
    boolean timed = times.isPresent() && step.operation() != Operation.PROBABILITIES;
    time.setVisible(timed);
    timeShare.setVisible(timed);
    unmeasured.setVisible(!timed);
    if (timed) {
      double own = times.get().millis(step);
      double whole = times.get().millis(scope, step.layer());
      time.show(MapWords.millis(own), ToolTips.wrapped(Texts.get("gpt2map.figure.time.tip")));
      timeShare.show(
          Texts.get("gpt2map.ofTime", MapWords.percent(own / whole)),
          ToolTips.wrapped(Texts.get("gpt2map.figure.timeShare.tip")));
    } else {
      String problem = presenter.problem();
      set(
          unmeasured,
          step.operation() == Operation.PROBABILITIES
              ? Texts.get("gpt2map.tip.noTime")
              : problem.isEmpty() ? Texts.get("gpt2map.tip.unmeasured") : problem);
    }
  }

  private static void set(JLabel label, String text) {
    if (!text.equals(label.getText())) {
      label.setText(text);
    }
  }
}
