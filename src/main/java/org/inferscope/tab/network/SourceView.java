package org.inferscope.tab.network;

import java.awt.Component;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.preset.Preset;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.control.SeedField;
import org.inferscope.ui.control.ToolTips;
import org.jspecify.annotations.Nullable;

/** Where the network comes from: the presets, and how its weights are drawn. */
final class SourceView extends JPanel {
  private final NetworkPresenter presenter;
  private List<Preset> presets = List.of();
  private final JComboBox<Preset> networks = new JComboBox<>();
  private final JComboBox<Initialisation> inits =
      new JComboBox<>(NetworkPlan.INITIALISATIONS.toArray(Initialisation[]::new));
  private final SeedField seed;
  private boolean showing;

  SourceView(NetworkPresenter presenter) {
    super(new MigLayout("insets 0, gap 6", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    prepare(networks, "network.presets", Texts.get("network.presets"));
    networks.setRenderer(new PresetRenderer());
    networks.addActionListener(event -> openPreset());
    prepare(inits, "network.inits", Texts.get("network.menu.weights"));
    inits.setRenderer(new InitRenderer());
    inits.addActionListener(event -> draw());
    seed = new SeedField("network.seed", s -> presenter.draw(presenter.state().plan().init(), s));
    add(networks, "width 150!");
    add(inits, "width 112!");
    add(new JLabel(Texts.get("control.seed")), "gapleft 6");
    add(seed);
    add(ActionButtons.icon(NetworkActions.roll(presenter)), "width 30!, height 28!");
  }

  private static void prepare(JComboBox<?> box, String name, String meaning) {
    box.setName(name);
    box.setRequestFocusEnabled(false);
    box.setMaximumRowCount(12);
    box.getAccessibleContext().setAccessibleName(meaning);
  }

  private void openPreset() {
    if (!showing && networks.getSelectedIndex() >= 0) {
      presenter.open(networks.getItemAt(networks.getSelectedIndex()));
    }
  }

  private void draw() {
    if (!showing && inits.getSelectedIndex() >= 0) {
      presenter.draw(inits.getItemAt(inits.getSelectedIndex()), presenter.state().plan().seed());
    }
  }

  /** Shows a change of the state. */
  void refresh() {
    showing = true;
    if (presets.size() != presenter.presets().size()) {
      presets = presenter.presets();
      networks.removeAllItems();
      presets.forEach(networks::addItem);
    }
    NetworkPlan plan = presenter.state().plan();
    Optional<Preset> preset = presets.stream().filter(each -> each.plan().equals(plan)).findFirst();
    select(networks, preset.orElse(null));
    networks.setToolTipText(
        ToolTips.wrapped(preset.map(Preset::meaning).orElse(Texts.get("network.presets.tip"))));
    select(inits, plan.isDrawn() ? plan.init() : null);
    inits.setToolTipText(
        ToolTips.wrapped(
            plan.isDrawn() ? plan.init().meaning() : Texts.get("network.weights.given.tip")));
    seed.show(plan.seed());
    showing = false;
  }

  /** Choosing what is chosen already would paint the box again, at each movement of a drag. */
  private static void select(JComboBox<?> box, @Nullable Object item) {
    if (!Objects.equals(box.getSelectedItem(), item)) {
      box.setSelectedItem(item);
    }
  }

  private static final class PresetRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof Preset preset ? preset.title() : Texts.get("network.presets.own");
      super.getListCellRendererComponent(list, text, index, selected, focused);
      setToolTipText(value instanceof Preset preset ? ToolTips.wrapped(preset.meaning()) : null);
      return this;
    }
  }

  private static final class InitRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof Initialisation init ? init.title() : Texts.get("network.weights.given");
      super.getListCellRendererComponent(list, text, index, selected, focused);
      setToolTipText(value instanceof Initialisation init ? init.meaning() : null);
      return this;
    }
  }
}
