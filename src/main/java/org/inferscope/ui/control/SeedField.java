package org.inferscope.ui.control;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.LongConsumer;
import javax.swing.JTextField;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;

/**
 * A field for the seed of random numbers. Enter takes it over; a text that is no seed stays, is
 * marked, and the tooltip says what would be right. Event thread.
 */
public final class SeedField extends JTextField {
  private static final int COLUMNS = 5;

  private long shown = -1;

  /**
   * An empty field.
   *
   * @param name the component's name, for tests
   * @param onSeed takes each seed that is entered
   */
  public SeedField(String name, LongConsumer onSeed) {
    super(COLUMNS);
    setName(name);
    getAccessibleContext().setAccessibleName(Texts.get("control.seed"));
    addActionListener(event -> take(onSeed));
    mark(true);
  }

  /** Shows the seed in force; what is being typed stays until there is another one. */
  public void show(long seed) {
    String text = Long.toString(seed);
    boolean typing = isFocusOwner() && seed == shown;
    if (!typing && !text.equals(getText())) {
      setText(text);
      mark(true);
    }
    shown = seed;
  }

  private void take(LongConsumer onSeed) {
    try {
      long value = Long.parseLong(getText().strip());
      if (value < 0 || value > NumpyRandom.MAX_SEED) {
        throw new NumberFormatException();
      }
      mark(true);
      onSeed.accept(value);
    } catch (NumberFormatException e) {
      mark(false);
    }
  }

  private void mark(boolean good) {
    putClientProperty(
        FlatClientProperties.OUTLINE, good ? null : FlatClientProperties.OUTLINE_ERROR);
    setToolTipText(good ? Texts.get("control.seed.tip") : Texts.get("control.seed.bad"));
  }
}
