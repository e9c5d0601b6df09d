package org.inferscope.tab.matmul;

import java.awt.Component;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.SeedField;
import org.inferscope.ui.control.ToolTips;

/** Where the numbers come from: the presets, and for random ones the seed. */
final class SourceView extends JPanel {
  private final MatmulPresenter presenter;
  private final JComboBox<MatmulPreset> presets = new JComboBox<>(MatmulPreset.values());
  private final JLabel seedLabel = new JLabel(Texts.get("control.seed"));
  private final SeedField seed;
  private final AbstractButton roll;
  private boolean showing;

  SourceView(MatmulPresenter presenter) {
    super(new MigLayout("insets 0, gap 6, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    seed = new SeedField("matmul.seed", presenter::setSeed);
    roll =
        ActionButtons.icon(
            AppAction.of("matmul.roll.button", Texts.get("matmul.roll"), presenter::rollSeed)
                .icon("dice")
                .tooltip(Texts.get("matmul.roll.tip"))
                .build());
    presets.setRequestFocusEnabled(false);
    presets.setName("matmul.presets");
    presets.setRenderer(new PresetRenderer());
    presets.setMaximumRowCount(MatmulPreset.values().length);
    presets.getAccessibleContext().setAccessibleName(Texts.get("matmul.presets"));
    presets.addActionListener(event -> choose());
    add(presets, "width 150:170:");
    add(seedLabel, "gapleft 6");
    add(seed);
    add(roll, "width 30!, height 28!");
  }

  private void choose() {
    if (!showing && presets.getSelectedIndex() >= 0) {
      presenter.choosePreset(presets.getItemAt(presets.getSelectedIndex()));
    }
  }

  /** Shows a change of the state. */
  void refresh() {
    showing = true;
    Optional<PresetRequest> origin = presenter.preset();
    presets.setSelectedItem(origin.map(PresetRequest::preset).orElse(null));
    presets.setToolTipText(
        ToolTips.wrapped(
            origin.map(of -> of.preset().meaning()).orElse(Texts.get("matmul.presets.tip"))));
    Optional<Long> value = presenter.seed();
    show(seedLabel, value.isPresent());
    show(seed, value.isPresent());
    show(roll, value.isPresent());
    value.ifPresent(seed::show);
    showing = false;
  }

  private static void show(JComponent component, boolean visible) {
    if (component.isVisible() != visible) {
      component.setVisible(visible);
    }
  }

  private static final class PresetRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof MatmulPreset preset
              ? preset.title()
              : Texts.get("matmul.presets.custom");
      super.getListCellRendererComponent(list, text, index, selected, focused);
      setToolTipText(value instanceof MatmulPreset preset ? preset.meaning() : null);
      return this;
    }
  }
}
