package org.inferscope.ui.grid;

import java.awt.Component;
import java.awt.datatransfer.Clipboard;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.tensor.MatrixText;
import org.inferscope.tensor.PastedMatrix;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.GridPaste.Offer;
import org.jspecify.annotations.Nullable;

/**
 * Copies, clears and pastes for a {@link MatrixEditor}, and asks what to do with a matrix of
 * another size. Event thread.
 */
final class GridExchange {
  private final MatrixEditor editor;
  private final GridHost host;
  private final GridClipboard clipboard;
  private final Bubble bubble;

  GridExchange(MatrixEditor editor, GridHost host, Supplier<Clipboard> clipboard, Bubble bubble) {
    this.editor = editor;
    this.host = host;
    this.clipboard = new GridClipboard(clipboard);
    this.bubble = bubble;
  }

  /** Copies the selection, as a spreadsheet takes it. */
  void copySelection() {
    copy(editor.selection(), MatrixFormat.TSV);
  }

  /** Copies the selection, or the whole matrix if only one cell is selected. */
  void copyAs(MatrixFormat format) {
    EntryGrid grid = host.grid();
    GridSelection part = editor.selection();
    copy(part.isSingle() ? GridSelection.all(grid.rows(), grid.cols()) : part, format);
  }

  /** Sets the selected cells to zero, where they can be changed. */
  void clear() {
    if (editor.isEditable()) {
      GridSelection part = editor.selection();
      editor.edit(host.grid().cleared(part), Texts.get("grid.undo.clear", editor.title()));
      editor.select(part);
    }
  }

  private void copy(GridSelection part, MatrixFormat format) {
    if (!clipboard.copy(host.grid(), part, format)) {
      complain(Texts.get("grid.copy.busy"));
    }
  }

  /** Puts the clipboard's text in at the selection, or says why not, or asks how. */
  void paste() {
    Optional<String> text = clipboard.text();
    if (text.isPresent()) {
      put(text.get(), editor.selection());
    } else {
      complain(Texts.get("grid.paste.nothing"));
    }
  }

  /** Whether the clipboard holds more than one number, or lines that are meant as a matrix. */
  boolean holdsMatrix() {
    Optional<String> text = clipboard.text();
    if (text.isEmpty()) {
      return false;
    }
    PastedMatrix read = MatrixText.parse(text.get(), GridPaste.MOST_NUMBERS);
    return read instanceof PastedMatrix.Cells matrix
        ? matrix.cells().size() > 1 || matrix.cells().get(0).size() > 1
        : text.get().strip().lines().count() > 1;
  }

  /** Shows a sentence beside the lead cell. */
  void complain(String sentence) {
    bubble.show(sentence, editor, editor.boundsOf(editor.selection().lead()));
  }

  private void put(String text, GridSelection at) {
    GridPaste result = GridPaste.of(host.grid(), at, text, host.limits());
    if (result instanceof GridPaste.Done done) {
      take(done.grid(), done.selection());
    } else if (result instanceof GridPaste.Refused refused) {
      complain(refused.reason());
    } else if (result instanceof GridPaste.Asks asks) {
      Question question = new Question(text, at, host.grid());
      bubble.ask(asks, question, editor, editor.boundsOf(at.lead()));
    }
  }

  private void take(EntryGrid next, GridSelection pasted) {
    editor.edit(next, Texts.get("grid.undo.paste", editor.title()));
    editor.select(pasted);
  }

  /** A question that waits for its answer. */
  private final class Question implements OfferBar.Asker {
    private final String text;
    private final GridSelection at;
    private final EntryGrid before;

    Question(String text, GridSelection at, EntryGrid before) {
      this.text = text;
      this.at = at;
      this.before = before;
    }

    /** Does what was chosen; asks anew if an undo changed the grid while the question stood. */
    @Override
    public void answer(Offer offer) {
      escape();
      if (host.grid().equals(before)) {
        take(offer.grid(), offer.selection());
      } else {
        EntryGrid now = host.grid();
        put(text, at.within(now.rows(), now.cols()));
      }
    }

    @Override
    public void escape() {
      bubble.dismiss();
      editor.requestFocusInWindow();
      editor.repaint();
    }

    @Override
    public void left(@Nullable Component other) {
      if (!bubble.holds(other)) {
        bubble.dismiss();
        editor.repaint();
      }
    }
  }
}
