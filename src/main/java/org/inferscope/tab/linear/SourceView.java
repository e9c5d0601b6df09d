package org.inferscope.tab.linear;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.util.Optional;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.SeedField;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Icons;

/** Where W and b come from: the initialisations, and the seed of the random ones. */
final class SourceView extends JPanel {
  private final LinearPresenter presenter;
  private final JComboBox<Initialisation> inits = new JComboBox<>(Initialisation.values());
  private final SeedField seed;
  private final JToggleButton fixed = new JToggleButton(Icons.of("pin"));
  private boolean showing;

  SourceView(LinearPresenter presenter) {
    super(new MigLayout("insets 0, gap 6", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    inits.setRequestFocusEnabled(false);
    inits.setName("linear.inits");
    inits.setRenderer(new InitRenderer());
    inits.setMaximumRowCount(Initialisation.values().length);
    inits.getAccessibleContext().setAccessibleName(Texts.get("linear.inits"));
    inits.addActionListener(event -> choose());
    seed = new SeedField("linear.seed", presenter::setSeed);
    fixed.setName("linear.fixed");
    fixed.setRequestFocusEnabled(false);
    fixed.setToolTipText(ToolTips.wrapped(Texts.get("linear.fixed.tip")));
    fixed.getAccessibleContext().setAccessibleName(Texts.get("linear.fixed"));
    fixed.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    fixed.addActionListener(event -> presenter.setSeedFixed(fixed.isSelected()));
    AppAction roll =
        AppAction.of("linear.roll.button", Texts.get("linear.roll"), presenter::rollSeed)
            .icon("dice")
            .tooltip(Texts.get("linear.roll.tip"))
            .build();
    add(inits, "width 150:170:");
    add(new JLabel(Texts.get("control.seed")), "gapleft 6");
    add(seed);
    add(fixed, "width 28!, height 28!");
    add(ActionButtons.icon(roll), "width 30!, height 28!");
  }

  private void choose() {
    if (!showing && inits.getSelectedIndex() >= 0) {
      presenter.choose(inits.getItemAt(inits.getSelectedIndex()));
    }
  }

  /** Shows a change of the state. */
  void refresh() {
    showing = true;
    Optional<Initialisation> init = presenter.init().map(InitRequest::init);
    inits.setSelectedItem(init.orElse(null));
    inits.setToolTipText(
        ToolTips.wrapped(init.map(Initialisation::meaning).orElse(Texts.get("linear.inits.tip"))));
    seed.show(presenter.state().source().seed());
    fixed.setSelected(presenter.state().source().fixed());
    showing = false;
  }

  private static final class InitRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      String text =
          value instanceof Initialisation init ? init.title() : Texts.get("linear.inits.custom");
      super.getListCellRendererComponent(list, text, index, selected, focused);
      setToolTipText(value instanceof Initialisation init ? init.meaning() : null);
      return this;
    }
  }
}
