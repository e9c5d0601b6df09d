package org.inferscope.tab.network;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.network.InputBatch;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.control.IntSpinner;

/** The inputs: how many, which of them is in focus, and new ones at random. */
final class InputsView extends JPanel {
  private final NetworkPresenter presenter;
  private final IntSpinner batch =
      new IntSpinner("network.batch", Texts.get("network.batch"), 1, InputBatch.LARGEST, 1);
  private final IntSpinner row =
      new IntSpinner("network.row", Texts.get("network.row"), 1, InputBatch.LARGEST, 1);
  private final JLabel rowLabel = new JLabel(Texts.get("network.row.short"));

  InputsView(NetworkPresenter presenter) {
    super(new MigLayout("insets 0, gap 4, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    batch.onChange(presenter::setBatch);
    row.onChange(number -> presenter.setRow(number - 1));
    add(new JLabel(Texts.get("network.batch.short")));
    add(batch);
    add(ActionButtons.icon(NetworkActions.drawInputs(presenter)), "width 30!, height 28!");
    add(rowLabel, "gapleft 6");
    add(row);
  }

  /**
   * Shows a change of the state.
   *
   * @return whether the input in focus can be chosen, which needs more room
   */
  boolean refresh() {
    int size = presenter.state().input().size();
    batch.setNumber(size);
    row.setNumber(presenter.row() + 1);
    rowLabel.setVisible(size > 1);
    row.setVisible(size > 1);
    return size > 1;
  }
}
