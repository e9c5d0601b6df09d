package org.inferscope.ui.grid;

import java.awt.datatransfer.Clipboard;
import java.awt.datatransfer.DataFlavor;
import java.awt.datatransfer.StringSelection;
import java.awt.datatransfer.UnsupportedFlavorException;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.MatrixFormat;
import org.inferscope.tensor.MatrixText;

/** Matrices to and from the system's clipboard. Asks for the clipboard only when it is used. */
final class GridClipboard {
  private final Supplier<Clipboard> clipboard;

  GridClipboard(Supplier<Clipboard> clipboard) {
    this.clipboard = clipboard;
  }

  /** Puts the selected part on the clipboard; whether that went well. */
  boolean copy(EntryGrid grid, GridSelection part, MatrixFormat format) {
    Matrix all = grid.matrix();
    Matrix selected =
        Matrix.generate(
            part.rows(), part.cols(), (i, j) -> all.get(part.top() + i, part.left() + j));
    try {
      StringSelection text = new StringSelection(MatrixText.format(selected, format));
      clipboard.get().setContents(text, null);
      return true;
    } catch (IllegalStateException e) {
      return false;
    }
  }

  /** The text on the clipboard; empty if there is none, or another program holds it. */
  Optional<String> text() {
    try {
      return Optional.of((String) clipboard.get().getData(DataFlavor.stringFlavor));
    } catch (UnsupportedFlavorException | IOException | IllegalStateException e) {
      return Optional.empty();
    }
  }
}
