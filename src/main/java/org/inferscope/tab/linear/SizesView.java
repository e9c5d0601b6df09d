package org.inferscope.tab.linear;

import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionButtons;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.control.IntSpinner;

/** The sizes: inputs, outputs, the rows of the batch, and which of them the bars show. */
final class SizesView extends JPanel {
  private final LinearPresenter presenter;
  private final IntSpinner inputs;
  private final IntSpinner outputs;
  private final IntSpinner batch;
  private final IntSpinner row;
  private final JLabel rowLabel = new JLabel(Texts.get("linear.size.row.short"));

  SizesView(LinearPresenter presenter) {
    super(new MigLayout("insets 0, gap 4, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    inputs = spinner("inputs", Texts.get("linear.size.inputs"), LayerEntries.LARGEST);
    outputs = spinner("outputs", Texts.get("linear.size.outputs"), LayerEntries.LARGEST);
    batch = spinner("batch", Texts.get("linear.size.batch"), LayerEntries.LARGEST_BATCH);
    row = spinner("row", Texts.get("linear.size.row"), LayerEntries.LARGEST_BATCH);
    row.onChange(number -> presenter.setRow(number - 1));
    inputs.onChange(presenter::setInputs);
    outputs.onChange(presenter::setOutputs);
    batch.onChange(presenter::setBatch);
    AppAction draw =
        AppAction.of("linear.draw.button", Texts.get("linear.draw"), presenter::drawInputs)
            .icon("shuffle")
            .tooltip(Texts.get("linear.draw.tip"))
            .build();
    add(new JLabel(Texts.get("linear.size.inputs.short")));
    add(inputs, "gapright 6");
    add(new JLabel(Texts.get("linear.size.outputs.short")));
    add(outputs, "gapright 6");
    add(new JLabel(Texts.get("linear.size.batch.short")));
    add(batch);
    add(ActionButtons.icon(draw), "width 30!, height 28!");
    add(rowLabel, "gapleft 6");
    add(row);
  }

  private static IntSpinner spinner(String name, String meaning, int most) {
    return new IntSpinner("linear.size." + name, meaning, 1, most, 1);
  }

  /**
   * Shows a change of the state.
   *
   * @return whether the row can be chosen, which needs more room
   */
  boolean refresh() {
    LayerEntries entries = presenter.state().entries();
    inputs.setNumber(entries.inputs());
    outputs.setNumber(entries.outputs());
    batch.setNumber(entries.batch());
    boolean several = entries.batch() > 1;
    rowLabel.setVisible(several);
    row.setVisible(several);
    row.setNumber(presenter.row() + 1);
    return several;
  }
}
