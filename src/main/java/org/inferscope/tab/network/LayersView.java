package org.inferscope.tab.network;

import java.util.List;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.network.Activation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.IntSpinner;
import org.inferscope.ui.control.ToolTips;

/** The chosen layer: which it is, its width and activation, and what can be done with it. */
final class LayersView extends JPanel {
  private final NetworkPresenter presenter;
  private final IntSpinner layer =
      new IntSpinner("network.layer", Texts.get("network.layer"), 1, NetworkPlan.DEEPEST, 1);
  private final IntSpinner width =
      new IntSpinner("network.width", Texts.get("network.width"), 1, NetworkPlan.WIDEST, 1);
  private final Choice<Activation> activation =
      new Choice<>(List.of(Activation.values()), Activation::title);
  private boolean showing;

  LayersView(NetworkPresenter presenter) {
    super(new MigLayout("insets 0, gap 4", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    layer.onChange(number -> presenter.chooseLayer(clamped(number) - 1));
    width.onChange(number -> presenter.setWidth(presenter.layer() + 1, number));
    activation.setName("network.activation");
    activation.setRequestFocusEnabled(false);
    activation.setMaximumRowCount(Activation.values().length);
    activation.getAccessibleContext().setAccessibleName(Texts.get("network.activation"));
    activation.addActionListener(event -> choose());
    add(new JLabel(Texts.get("network.layer.short")));
    add(layer, "gapright 6");
    add(new JLabel(Texts.get("network.width.short")));
    add(width, "gapright 6");
    add(activation, "width 110::");
    add(ActionButtons.icon(LayerActions.insert(presenter)), "gapleft 4, width 28!, height 28!");
    add(ActionButtons.icon(LayerActions.duplicate(presenter)), "width 28!, height 28!");
    add(ActionButtons.icon(LayerActions.remove(presenter)), "width 28!, height 28!");
  }

  private int clamped(int number) {
    return Math.min(number, presenter.state().plan().depth());
  }

  private void choose() {
    if (!showing) {
      presenter.setActivation(presenter.layer(), activation.chosen());
    }
  }

  /** Shows a change of the state. */
  void refresh() {
    showing = true;
    NetworkPlan plan = presenter.state().plan();
    int chosen = presenter.layer();
    layer.setNumber(chosen + 1);
    width.setNumber(plan.width(chosen + 1));
    Activation now = plan.layers().get(chosen).activation();
    if (activation.chosen() != now) {
      activation.setSelectedItem(now);
    }
    activation.setToolTipText(ToolTips.wrapped(now.meaning()));
    showing = false;
  }
}
