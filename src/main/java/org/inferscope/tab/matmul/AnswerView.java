package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Rectangle;
import java.util.Optional;
import javax.swing.JTextField;
import org.inferscope.model.matmul.Cell;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Fonts;

/** The field of predict mode: lies over the element that is asked for and takes the guess. */
final class AnswerView extends JTextField {
  private static final double LEAST_WIDTH = 76;
  private static final double LEAST_HEIGHT = 34;

  private final MatmulPresenter presenter;
  private Optional<Cell> asked = Optional.empty();

  AnswerView(MatmulPresenter presenter) {
    this.presenter = presenter;
    setName("matmul.answer");
    setHorizontalAlignment(CENTER);
    setVisible(false);
    putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, "?");
    putClientProperty(FlatClientProperties.STYLE, "margin: 0,4,0,4");
    addActionListener(event -> presenter.answer(getText()));
  }

  @Override
  public void updateUI() {
    super.updateUI();
    setFont(Fonts.monoStrong(16));
  }

  /** Shows itself over the element asked for, as long as nothing moves. */
  void refresh(StageLayout layout) {
    Optional<Cell> now =
        presenter.playback().isMoving()
            ? Optional.empty()
            : presenter.game().flatMap(PredictGame::asked);
    boolean unreadable =
        presenter
            .game()
            .flatMap(PredictGame::verdict)
            .filter(verdict -> verdict instanceof PredictGame.Unreadable)
            .isPresent();
    putClientProperty(
        FlatClientProperties.OUTLINE, unreadable ? FlatClientProperties.OUTLINE_ERROR : null);
    now.ifPresent(cell -> place(layout, cell));
    boolean moved = now.isPresent() && !now.equals(asked);
    boolean appears = now.isPresent() && !isVisible();
    setVisible(now.isPresent());
    if (moved) {
      setText("");
      setToolTipText(presenter.game().map(PredictGame::question).orElse(""));
      getAccessibleContext()
          .setAccessibleName(presenter.game().map(PredictGame::question).orElse(""));
    }
    if (moved || appears) {
      requestFocusInWindow();
    }
    if (now.isPresent() || presenter.game().isEmpty()) {
      asked = now;
    }
  }

  private void place(StageLayout layout, Cell cell) {
    Box box = layout.c().cell(cell.row(), cell.column());
    Box room =
        Box.around(
                box.centerX(),
                box.centerY(),
                Math.max(box.w(), layout.px(LEAST_WIDTH)),
                Math.max(Math.min(box.h(), layout.px(48)), layout.px(LEAST_HEIGHT)))
            .clampedTo(layout.workbench());
    setBounds(new Rectangle((int) room.x(), (int) room.y(), (int) room.w(), (int) room.h()));
  }
}
