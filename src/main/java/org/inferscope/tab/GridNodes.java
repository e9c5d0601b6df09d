package org.inferscope.tab;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;

/** Typed matrices in lesson files. Stateless, any thread. */
public final class GridNodes {
  private GridNodes() {}

  /** A list of rows; a plain number as such, what was typed in another way with its text. */
  public static LessonNode write(EntryGrid grid) {
    return LessonNode.list(
        grid.toRows(), row -> LessonNode.list(new ArrayList<>(row), GridNodes::entry));
  }

  private static LessonNode entry(Entry entry) {
    if (!entry.isBad() && entry.text().equals(Numbers.full(entry.value()))) {
      return LessonNode.of(entry.value());
    }
    return new LessonFields().put("text", entry.text()).put("value", entry.value()).node();
  }

  /**
   * Reads a matrix.
   *
   * @param mostRows how many rows it may have
   * @param mostCols how many columns
   * @throws org.inferscope.io.lesson.LessonException naming the line, if it is none
   */
  public static EntryGrid read(LessonNode node, int mostRows, int mostCols) {
    List<List<Entry>> rows = new ArrayList<>();
    int cols = -1;
    for (LessonNode row : node.items(1, mostRows)) {
      List<Entry> entries = row.items(1, mostCols).stream().map(GridNodes::readEntry).toList();
      if (cols >= 0 && entries.size() != cols) {
        throw row.unexpected(Texts.get("tab.lesson.row", Integer.toString(cols)));
      }
      cols = entries.size();
      rows.add(entries);
    }
    return EntryGrid.ofRows(rows);
  }

  /**
   * What was typed counts, so that a file can be edited by hand. Only a comma may have meant
   * something else where the file was written: then the number that was saved with it does.
   */
  private static Entry readEntry(LessonNode node) {
    if (!node.isObject()) {
      return Entry.of(node.float32());
    }
    String text = node.get("text").text();
    float value = node.get("value").float32();
    Entry typed = Entry.read(text, value);
    boolean ambiguous = text.indexOf(',') >= 0 && !typed.isBad() && typed.value() != value;
    return ambiguous ? Entry.of(value) : typed;
  }
}
