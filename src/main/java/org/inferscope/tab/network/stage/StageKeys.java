package org.inferscope.tab.network.stage;

import java.awt.Toolkit;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.awt.event.FocusEvent;
import java.awt.event.FocusListener;
import java.awt.event.InputEvent;
import java.awt.event.KeyAdapter;
import java.awt.event.KeyEvent;
import java.io.IOException;
import java.util.Optional;
import javax.swing.JRootPane;
import javax.swing.KeyStroke;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.FocusKeys;
import org.inferscope.ui.action.Shortcuts;
import org.jspecify.annotations.Nullable;

/** The keys of the stage while it has the keyboard: walking, changing, typing. Event thread. */
final class StageKeys {
  private final NetworkStage stage;
  private final NetworkPresenter presenter;
  private final InputEdits edits;

  private StageKeys(NetworkStage stage, NetworkPresenter presenter, InputEdits edits) {
    this.stage = stage;
    this.presenter = presenter;
    this.edits = edits;
  }

  static void install(NetworkStage stage, NetworkPresenter presenter, InputEdits edits) {
    StageKeys keys = new StageKeys(stage, presenter, edits);
    keys.bindMoves();
    keys.bindEdits();
    keys.bindZoom();
    stage.addKeyListener(keys.new Typing());
    stage.addFocusListener(keys.new Attention());
  }

  private void bindMoves() {
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_LEFT), () -> walk(-1, 0));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_RIGHT), () -> walk(1, 0));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_UP), () -> walk(0, -1));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_DOWN), () -> walk(0, 1));
    FocusKeys.bind(
        stage,
        Shortcuts.key(KeyEvent.VK_HOME),
        () -> walk(0, -stage.stageLayout().spec().widest()));
    FocusKeys.bind(
        stage, Shortcuts.key(KeyEvent.VK_END), () -> walk(0, stage.stageLayout().spec().widest()));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_ENTER), () -> stage.open(presenter.focus()));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_ESCAPE), this::escape);
    FocusKeys.bind(stage, Shortcuts.shift(KeyEvent.VK_F10), this::menu);
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_CONTEXT_MENU), this::menu);
  }

  private void bindEdits() {
    int alt = InputEvent.ALT_DOWN_MASK;
    int fine = alt | InputEvent.SHIFT_DOWN_MASK;
    FocusKeys.bind(stage, KeyStroke.getKeyStroke(KeyEvent.VK_UP, alt), () -> nudge(1, false));
    FocusKeys.bind(stage, KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, alt), () -> nudge(-1, false));
    FocusKeys.bind(stage, KeyStroke.getKeyStroke(KeyEvent.VK_UP, fine), () -> nudge(1, true));
    FocusKeys.bind(stage, KeyStroke.getKeyStroke(KeyEvent.VK_DOWN, fine), () -> nudge(-1, true));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_F2), () -> type(null));
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_O), this::toggle);
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_DELETE), this::delete);
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_BACK_SPACE), this::delete);
    FocusKeys.bind(stage, Shortcuts.menu(KeyEvent.VK_C), this::copy);
    FocusKeys.bind(stage, Shortcuts.menu(KeyEvent.VK_V), this::paste);
  }

  private void bindZoom() {
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_PLUS), stage::zoomIn);
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_ADD), stage::zoomIn);
    FocusKeys.bind(stage, Shortcuts.shift(KeyEvent.VK_EQUALS), stage::zoomIn);
    FocusKeys.bind(stage, Shortcuts.key(KeyEvent.VK_SUBTRACT), stage::zoomOut);
  }

  private Ablations.Unit unit() {
    Ablations.Target focus = presenter.focus();
    return focus instanceof Ablations.Link link
        ? new Ablations.Unit(link.layer() + 1, link.i())
        : (Ablations.Unit) focus;
  }

  /** Goes to another column, to the unit about as high there, or up and down in one. */
  private void walk(int columns, int units) {
    StageLayout layout = stage.stageLayout();
    Ablations.Unit at = unit();
    int last = layout.columns().size() - 1;
    int from = Math.max(0, Math.min(last, at.column()));
    int column = Math.max(0, Math.min(last, from + columns));
    Column to = layout.column(column);
    int i = at.i() + rows(to, units);
    if (column != from) {
      double part = (at.i() + 0.5) / layout.column(from).units();
      i = (int) (part * to.units());
    }
    Ablations.Unit next = new Ablations.Unit(column, Math.max(0, Math.min(to.units() - 1, i)));
    presenter.choose(next);
    stage.bringIntoSight(next);
  }

  /** Up and down go by rows in a picture. */
  private static int rows(Column column, int units) {
    return column.kind() == Column.Kind.PAD ? units * column.side() : units;
  }

  private boolean isInput() {
    return unit().column() == 0;
  }

  private boolean isPicture() {
    return stage.isPicture(new Hit.At(unit()));
  }

  private void nudge(int direction, boolean fine) {
    if (isInput()) {
      edits.step(unit().i(), direction, fine);
    }
  }

  private void type(@Nullable String first) {
    if (isInput()) {
      stage.typeInput(unit().i(), first);
    }
  }

  private void toggle() {
    presenter.toggle(presenter.focus());
  }

  private void delete() {
    if (isPicture()) {
      edits.clear();
    } else {
      toggle();
    }
  }

  private void copy() {
    if (presenter.shown().isPresent()) {
      StringSelection text = new StringSelection(edits.copied(unit().column()));
      Toolkit.getDefaultToolkit().getSystemClipboard().setContents(text, null);
    }
  }

  private void paste() {
    try {
      Object text =
          Toolkit.getDefaultToolkit().getSystemClipboard().getData(DataFlavor.stringFlavor);
      edits.paste(text.toString());
    } catch (UnsupportedFlavorException | IOException | IllegalStateException e) {
      // Nothing that could be numbers, or another program holds the clipboard just now.
      presenter.say(Texts.get("networkstage.paste.nothing"));
    }
  }

  private void menu() {
    stage.showMenuAt(unit());
  }

  /** Takes a drag back, or gives the keyboard back to the window. */
  private void escape() {
    JRootPane root = stage.getRootPane();
    if (!stage.cancelDrag() && root != null) {
      root.requestFocusInWindow();
    }
  }

  /** Characters that begin a number are typed into the input that the keyboard is on. */
  private final class Typing extends KeyAdapter {
    @Override
    public void keyPressed(KeyEvent event) {
      boolean alone = event.getKeyCode() == KeyEvent.VK_ALT || event.isAltDown();
      if (!alone && event.getKeyCode() != KeyEvent.VK_SHIFT) {
        edits.endSteps();
      }
      if (event.getKeyCode() == KeyEvent.VK_SPACE && isPicture() && event.getModifiersEx() == 0) {
        edits.dab(unit().i());
        event.consume();
      }
    }

    @Override
    public void keyTyped(KeyEvent event) {
      int others = InputEvent.CTRL_DOWN_MASK | InputEvent.META_DOWN_MASK | InputEvent.ALT_DOWN_MASK;
      char key = event.getKeyChar();
      if ((event.getModifiersEx() & others) != 0) {
        return;
      }
      boolean number = (key >= '0' && key <= '9') || key == '.' || key == ',' || key == '-';
      if (number && isInput() && !isPicture()) {
        type(Character.toString(key));
        event.consume();
      } else if (key == '-') {
        stage.zoomOut();
      } else if (key == '0') {
        stage.fit();
      }
    }
  }

  /** What the keyboard is on is lit; no longer when it goes away. */
  private final class Attention implements FocusListener {
    @Override
    public void focusGained(FocusEvent event) {
      presenter.choose(presenter.focus());
    }

    @Override
    public void focusLost(FocusEvent event) {
      edits.endSteps();
      if (!event.isTemporary() && !stage.isTyping()) {
        presenter.hover(Optional.empty());
      }
    }
  }
}
