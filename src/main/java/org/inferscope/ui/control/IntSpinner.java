package org.inferscope.ui.control;

import com.formdev.flatlaf.FlatClientProperties;
import java.text.ParseException;
import java.util.function.IntConsumer;
import javax.swing.JFormattedTextField;
import javax.swing.JSpinner;
import javax.swing.SpinnerNumberModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import org.inferscope.text.Texts;

/**
 * A field for a whole number within limits, with arrows and the mouse wheel. A text that is no such
 * number stays, is marked, and the tooltip says what would be right. Event thread.
 */
public final class IntSpinner extends JSpinner {
  private final SpinnerNumberModel numbers;
  private final String tooltip;
  private boolean quiet;

  /**
   * A field.
   *
   * @param name the component's name, for tests
   * @param accessibleName what the number is, for screen readers and, with the limits, the tooltip
   */
  public IntSpinner(String name, String accessibleName, int min, int max, int value) {
    super(new SpinnerNumberModel(value, min, max, 1));
    numbers = (SpinnerNumberModel) getModel();
    setName(name);
    tooltip =
        Texts.get("control.int.tip", accessibleName, Integer.toString(min), Integer.toString(max));
    setEditor(new NumberEditor(this, "0"));
    field().setColumns(Math.max(2, Integer.toString(max).length()));
    field().setFocusLostBehavior(JFormattedTextField.COMMIT);
    field().setName(name + ".field");
    field().getAccessibleContext().setAccessibleName(accessibleName);
    getAccessibleContext().setAccessibleName(accessibleName);
    field().getDocument().addDocumentListener(new Check());
    addMouseWheelListener(event -> step(event.getWheelRotation() < 0));
    mark(true);
  }

  /** The number in force. */
  public int number() {
    return numbers.getNumber().intValue();
  }

  /** Sets the number without telling the listeners. */
  public void setNumber(int number) {
    quiet = true;
    try {
      setValue(number);
    } finally {
      quiet = false;
    }
  }

  /** Tells the listener each number that the person sets. */
  public void onChange(IntConsumer listener) {
    addChangeListener(
        event -> {
          if (!quiet) {
            listener.accept(number());
          }
        });
  }

  private JFormattedTextField field() {
    return ((DefaultEditor) getEditor()).getTextField();
  }

  private void step(boolean up) {
    Object next = up ? getNextValue() : getPreviousValue();
    if (isEnabled() && next != null) {
      setValue(next);
    }
  }

  private boolean isGood(String text) {
    try {
      int typed = Integer.parseInt(text.strip());
      return numbers.getMinimum() instanceof Integer min
          && numbers.getMaximum() instanceof Integer max
          && typed >= min
          && typed <= max;
    } catch (NumberFormatException e) {
      return false;
    }
  }

  private void mark(boolean good) {
    putClientProperty(
        FlatClientProperties.OUTLINE, good ? null : FlatClientProperties.OUTLINE_ERROR);
    setToolTipText(good ? tooltip : Texts.get("control.int.bad", tooltip));
    field().setToolTipText(getToolTipText());
  }

  /** Takes what is typed over, where it is a number within the limits. */
  @Override
  public void commitEdit() throws ParseException {
    if (isGood(field().getText())) {
      super.commitEdit();
    }
  }

  private final class Check implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
      mark(isGood(field().getText()));
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
      mark(isGood(field().getText()));
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
      mark(isGood(field().getText()));
    }
  }
}
