package org.inferscope.ui.control;

import com.formdev.flatlaf.FlatClientProperties;
import javax.swing.JButton;
import javax.swing.SwingConstants;
import org.inferscope.ui.theme.Fonts;

/**
 * A number that explains itself: reads like text, and opens the inspector when it is clicked or
 * when Enter or Space is pressed on it. Event thread.
 */
public final class FigureButton extends JButton {
  private static final String STYLE =
      "font: $monospaced.font; margin: 1,5,1,5; arc: 6; borderWidth: 0; focusWidth: 1;"
          + " innerFocusWidth: 0; minimumWidth: 0; background: #0000;"
          + " toolbar.margin: 1,5,1,5; toolbar.hoverBackground: $Inferscope.accent.soft;"
          + " toolbar.spacingInsets: 0,0,0,0";

  private static final float LARGE = 30;

  private final String label;
  private float large;

  /**
   * A figure without a value yet.
   *
   * @param name component name, for tests
   * @param label what the figure is, for screen readers
   * @param inspect opens the explanation of the figure
   */
  public FigureButton(String name, String label, Runnable inspect) {
    this.label = label;
    setName(name);
    putClientProperty(
        FlatClientProperties.BUTTON_TYPE, FlatClientProperties.BUTTON_TYPE_TOOLBAR_BUTTON);
    putClientProperty(FlatClientProperties.STYLE, STYLE);
    setHorizontalAlignment(SwingConstants.TRAILING);
    addActionListener(event -> inspect.run());
    show("", label);
  }

  /** Shows the number in large type from now on: the one that a panel is about. */
  public void setLarge() {
    setLarge(LARGE);
  }

  /** As the other one, in type of a size, unscaled: for several such numbers side by side. */
  public void setLarge(float size) {
    large = size;
    setFont(Fonts.monoStrong(size));
  }

  /** Keeps large type large when the theme or its scale changes. */
  @Override
  public void updateUI() {
    super.updateUI();
    if (large > 0) {
      setFont(Fonts.monoStrong(large));
    }
  }

  /**
   * Shows a value.
   *
   * @param value the number as it is displayed
   * @param meaning what it says, in a sentence with the numbers on screen: the tooltip
   */
  public void show(String value, String meaning) {
    if (!value.equals(getText())) {
      setText(value);
      getAccessibleContext().setAccessibleName(label + " " + value);
    }
    setToolTipText(meaning);
  }
}
