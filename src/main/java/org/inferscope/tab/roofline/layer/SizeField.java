package org.inferscope.tab.roofline.layer;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JTextField;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.jspecify.annotations.Nullable;

/**
 * A field for one of the sizes. What is typed is handed on with Enter or when the focus leaves;
 * what does not hold stays as it was typed, is marked, and says in its tooltip what would be right.
 * Event thread.
 */
final class SizeField extends JTextField {
  private static final int COLUMNS = 6;

  private final LayerField field;
  private int shown = -1;

  SizeField(LayerField field, Runnable onType) {
    super(COLUMNS);
    this.field = field;
    setName("roofline.layer." + field);
    setHorizontalAlignment(TRAILING);
    getAccessibleContext().setAccessibleName(field.title());
    putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    addActionListener(event -> onType.run());
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            if (!event.isTemporary() && !getText().equals(Integer.toString(shown))) {
              onType.run();
            }
          }
        });
    show(null);
  }

  LayerField field() {
    return field;
  }

  /** Shows the number in force; what is being typed stays until there is another one. */
  void show(int number, @Nullable String problem) {
    if (number != shown || (problem == null && !isFocusOwner())) {
      String text = Integer.toString(number);
      if (!text.equals(getText())) {
        setText(text);
      }
      shown = number;
    }
    show(problem);
  }

  private void show(@Nullable String problem) {
    String outline = problem == null ? null : FlatClientProperties.OUTLINE_ERROR;
    if (getClientProperty(FlatClientProperties.OUTLINE) != outline || getToolTipText() == null) {
      putClientProperty(FlatClientProperties.OUTLINE, outline);
    }
    setToolTipText(
        ToolTips.wrapped(
            problem == null
                ? Texts.get(
                    "rooflinelayer.field.tip",
                    field.meaning(),
                    Numbers.count(field.min()),
                    Numbers.count(field.max()))
                : problem));
  }
}
