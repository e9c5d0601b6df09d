package org.inferscope.tab.matmul;

import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.IntSpinner;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Icons;

/** The sizes: M, K and N, and a link that keeps A's columns and B's rows equal. */
final class SizesView extends JPanel {
  private final MatmulPresenter presenter;
  private final IntSpinner m;
  private final IntSpinner k;
  private final IntSpinner rowsOfB;
  private final IntSpinner n;
  private final JLabel innerLabel = new JLabel();
  private final JLabel rowsOfBLabel = new JLabel(Texts.get("matmul.size.rowsOfB.short"));
  private final JToggleButton link = new JToggleButton(Icons.of("link"));

  SizesView(MatmulPresenter presenter) {
    super(new MigLayout("insets 0, gap 4, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    m = spinner("m", Texts.get("matmul.size.m"));
    k = spinner("k", Texts.get("matmul.size.k"));
    rowsOfB = spinner("kb", Texts.get("matmul.size.rowsOfB"));
    n = spinner("n", Texts.get("matmul.size.n"));
    m.onChange(presenter::setRows);
    k.onChange(presenter::setInner);
    rowsOfB.onChange(presenter::setRowsOfB);
    n.onChange(presenter::setColumns);
    link.setRequestFocusEnabled(false);
    link.setName("matmul.size.link");
    link.setToolTipText(ToolTips.wrapped(Texts.get("matmul.size.link.tip")));
    link.getAccessibleContext().setAccessibleName(Texts.get("matmul.size.link"));
    link.putClientProperty("JButton.buttonType", "toolBarButton");
    link.addActionListener(event -> presenter.setLinked(link.isSelected()));
    add(new JLabel("M"));
    add(m, "gapright 6");
    add(innerLabel);
    add(k);
    add(link, "width 28!, height 26!");
    add(rowsOfBLabel);
    add(rowsOfB);
    add(new JLabel("N"), "gapleft 6");
    add(n);
  }

  private static IntSpinner spinner(String name, String meaning) {
    return new IntSpinner("matmul.size." + name, meaning, 1, MatmulState.LARGEST, 1);
  }

  /** Shows a change of the state. */
  void refresh() {
    MatmulState state = presenter.state();
    m.setNumber(state.a().rows());
    k.setNumber(state.a().cols());
    rowsOfB.setNumber(state.b().rows());
    n.setNumber(state.b().cols());
    boolean apart = !state.linked();
    link.setSelected(state.linked());
    innerLabel.setText(apart ? Texts.get("matmul.size.columnsOfA.short") : "K");
    rowsOfB.setVisible(apart);
    rowsOfBLabel.setVisible(apart);
  }
}
