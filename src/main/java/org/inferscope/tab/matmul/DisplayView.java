package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Icons;

/** How it is shown: predict mode with its score, and the arrangement of the matrices. */
final class DisplayView extends JPanel {
  private final MatmulPresenter presenter;
  private final JToggleButton predict =
      new JToggleButton(Texts.get("matmul.predict"), Icons.of("predict"));
  private final JLabel score = new JLabel();
  private final JButton again = new JButton(Texts.get("matmul.predict.again"));
  private final SegmentedControl<Arrangement> arrangement;

  DisplayView(MatmulPresenter presenter) {
    super(new MigLayout("insets 0, gap 8, hidemode 3", "", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    arrangement =
        new SegmentedControl<>(
            "matmul.arrangement",
            Texts.get("matmul.arrangement"),
            List.of(
                segment(
                    Arrangement.AUTO,
                    Texts.get("matmul.arrangement.auto"),
                    Texts.get("matmul.arrangement.auto.tip")),
                segment(
                    Arrangement.SIDE_BY_SIDE,
                    Texts.get("matmul.arrangement.side"),
                    Texts.get("matmul.arrangement.side.tip")),
                segment(
                    Arrangement.ALIGNED,
                    Texts.get("matmul.arrangement.aligned"),
                    Texts.get("matmul.arrangement.aligned.tip"))));
    arrangement.onChange(presenter::setArrangement);
    predict.setRequestFocusEnabled(false);
    predict.setName("matmul.predict");
    predict.setToolTipText(ToolTips.wrapped(Texts.get("matmul.predict.tip")));
    predict.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    predict.addActionListener(event -> presenter.setPredict(predict.isSelected()));
    score.setName("matmul.predict.score");
    again.setName("matmul.predict.again");
    again.setToolTipText(Texts.get("matmul.predict.again.tip"));
    again.putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    again.addActionListener(event -> presenter.restartGame());
    add(predict);
    add(score);
    add(again);
  }

  private static Segment<Arrangement> segment(Arrangement value, String label, String tip) {
    return new Segment<>(value, label, ToolTips.wrapped(tip));
  }

  JComponent arrangement() {
    return arrangement;
  }

  /** Shows a change of the state. */
  void refresh() {
    arrangement.setValue(presenter.state().arrangement());
    predict.setSelected(presenter.state().predict());
    score.setVisible(presenter.game().isPresent());
    score.setText(presenter.game().map(PredictGame::score).orElse(""));
    again.setVisible(presenter.game().filter(game -> game.answered() > 0).isPresent());
  }
}
