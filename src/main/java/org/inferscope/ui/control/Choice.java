package org.inferscope.ui.control;

import java.awt.Component;
import java.util.List;
import java.util.function.Function;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;

/**
 * A choice of one value out of a list, each shown by its name. Event thread.
 *
 * @param <T> what is chosen
 */
public final class Choice<T> extends JComboBox<T> {
  private final Function<T, String> nameOf;

  /**
   * A choice with its first value chosen.
   *
   * @param values one or more
   * @param nameOf a value's name on screen
   */
  public Choice(List<T> values, Function<T, String> nameOf) {
    this.nameOf = nameOf;
    values.forEach(this::addItem);
    setRenderer(new NameRenderer());
  }

  /** The value that is chosen. */
  public T chosen() {
    return getItemAt(getSelectedIndex());
  }

  private final class NameRenderer extends DefaultListCellRenderer {
    @Override
    public Component getListCellRendererComponent(
        JList<?> list, Object value, int index, boolean selected, boolean focused) {
      int at = index >= 0 ? index : getSelectedIndex();
      String name = at >= 0 ? nameOf.apply(getItemAt(at)) : "";
      return super.getListCellRendererComponent(list, name, index, selected, focused);
    }
  }
}
