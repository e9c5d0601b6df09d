package org.inferscope.tab.gpt2.next;

import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;

/**
 * What the written token that is pointed at beat: a click on one of them continues from it. Event
 * thread.
 */
final class AlternativesView extends JPanel {
  private final NextPresenter presenter;
  private final TextView text;
  private final JLabel words = new JLabel();
  private final List<JButton> buttons = new ArrayList<>();
  private List<Row> rows = List.of();

  AlternativesView(NextPresenter presenter, TextView text) {
    super(new MigLayout("insets 0, gap 6, fillx, novisualpadding, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    this.text = text;
    setName("gpt2.next.alternatives");
    setOpaque(false);
    words.putClientProperty("FlatLaf.style", "foreground: $Inferscope.muted");
    add(words, "wmin 0");
    for (int i = 0; i <= NextPresenter.ALTERNATIVES; i++) {
      int index = i;
      JButton button = new JButton();
      button.setName("gpt2.next.alternative." + i);
      button.putClientProperty(
          "FlatLaf.style", "margin: 1,6,1,6; arc: 8; disabledText: $Label.foreground");
      button.addActionListener(event -> choose(index));
      buttons.add(button);
      add(button, "wmin 0");
    }
    add(new JLabel(), "pushx");
  }

  private void choose(int index) {
    int position = text.at();
    if (index < rows.size() && position >= 0) {
      presenter.writer().replace(position, rows.get(index).candidate().id());
    }
  }

  /** Shows what the token beat that is pointed at. */
  void refresh() {
    int position = text.at();
    boolean isWritten =
        position >= 0
            && position < presenter.desk().tokens().size()
            && presenter.desk().tokens().isGenerated(position);
    rows = isWritten ? presenter.alternatives(position) : List.of();
    words.setText(sentence(position, isWritten));
    for (int i = 0; i < buttons.size(); i++) {
      JButton button = buttons.get(i);
      button.setVisible(i < rows.size());
      if (i < rows.size()) {
        show(button, rows.get(i));
      }
    }
  }

  private String sentence(int position, boolean isWritten) {
    if (!isWritten) {
      return presenter.writer().canGoBack()
          ? Texts.get("gpt2next.alternatives.point")
          : Texts.get("gpt2next.alternatives.none");
    }
    String word = presenter.desk().tokens().word(position);
    return rows.isEmpty()
        ? Texts.get("gpt2next.alternatives.unknown", word)
        : Texts.get("gpt2next.alternatives", word);
  }

  private static void show(JButton button, Row row) {
    String chance = NextWords.chance(row.candidate());
    button.setText(
        row.isChosen()
            ? Texts.get("gpt2next.alternative.chosen", row.word(), chance)
            : Texts.get("gpt2next.alternative", row.word(), chance));
    button.setEnabled(!row.isChosen());
    button.setToolTipText(
        ToolTips.wrapped(
            Texts.get(
                row.isChosen() ? "gpt2next.alternative.chosen.tip" : "gpt2next.alternative.tip",
                row.word(),
                Numbers.full(row.candidate().probability()),
                Numbers.full(row.candidate().logit()),
                Numbers.full(row.candidate().chance()))));
  }
}
