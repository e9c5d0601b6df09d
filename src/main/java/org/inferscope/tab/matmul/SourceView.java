package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.jspecify.annotations.Nullable;

/** Where the numbers come from: the presets, and for random ones the seed. */
final class SourceView extends JPanel {
  private final MatmulPresenter presenter;
  private final JComboBox<MatmulPreset> presets = new JComboBox<>(MatmulPreset.values());
  private final JLabel seedLabel = new JLabel(Texts.get("matmul.seed"));
  private final JTextField seed = new JTextField(5);
  private final AbstractButton roll;
  private boolean showing;

  SourceView(MatmulPresenter presenter) {
    super(new MigLayout("insets 0, gap 6, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
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
    seed.setName("matmul.seed");
    seed.setToolTipText(Texts.get("matmul.seed.tip"));
    seed.getAccessibleContext().setAccessibleName(Texts.get("matmul.seed"));
    seed.addActionListener(event -> takeSeed());
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

  private void takeSeed() {
    try {
      long value = Long.parseLong(seed.getText().strip());
      if (value < 0 || value > NumpyRandom.MAX_SEED) {
        throw new NumberFormatException();
      }
      mark(null);
      presenter.setSeed(value);
    } catch (NumberFormatException e) {
      mark(FlatClientProperties.OUTLINE_ERROR);
    }
  }

  private void mark(@Nullable String outline) {
    seed.putClientProperty(FlatClientProperties.OUTLINE, outline);
    seed.setToolTipText(
        outline == null ? Texts.get("matmul.seed.tip") : Texts.get("matmul.seed.bad"));
  }

  /** Shows a change of the state. */
  void refresh() {
    showing = true;
    Optional<PresetRequest> origin = presenter.preset();
    presets.setSelectedItem(origin.map(PresetRequest::preset).orElse(null));
    presets.setToolTipText(
        Tips.wrapped(
            origin.map(of -> of.preset().meaning()).orElse(Texts.get("matmul.presets.tip"))));
    Optional<Long> value = presenter.seed();
    show(seedLabel, value.isPresent());
    show(seed, value.isPresent());
    show(roll, value.isPresent());
    value.ifPresent(number -> seed.setText(Long.toString(number)));
    if (value.isPresent()) {
      mark(null);
    }
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
