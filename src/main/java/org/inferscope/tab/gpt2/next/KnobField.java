package org.inferscope.tab.gpt2.next;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JTextField;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.ui.control.ToolTips;

/**
 * A field for a number of the sampling settings. Enter takes it over, or leaving the field; what
 * has no meaning stays as it was typed, is marked, and the field says what would be right. Event
 * thread.
 */
final class KnobField extends JTextField {
  private static final int COLUMNS = 4;

  private final NextPresenter presenter;
  private final Knob knob;
  private final Runnable told;
  private String shown = "";
  private String problem = "";

  /**
   * A field.
   *
   * @param told called when there is another {@link #problem}
   */
  KnobField(NextPresenter presenter, Knob knob, Runnable told) {
    super(COLUMNS);
    this.presenter = presenter;
    this.knob = knob;
    this.told = told;
    setName("gpt2.next." + knob.id());
    setHorizontalAlignment(TRAILING);
    getAccessibleContext().setAccessibleName(knob.title());
    putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font; margin: 0,4,0,4");
    setToolTipText(ToolTips.wrapped(knob.tip()));
    addActionListener(event -> take());
    addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            if (!event.isTemporary() && !getText().equals(shown)) {
              take();
            }
          }
        });
  }

  /** What is wrong with what is typed; empty if nothing is. */
  String problem() {
    return problem;
  }

  private void take() {
    try {
      double value = knob.parse(getText());
      SamplingSettings now = presenter.settings().sampling();
      SamplingSettings next = knob.with(now, value);
      say("");
      presenter.sample(old -> next, null);
      shown = knob.text(value);
      setText(shown);
    } catch (InferscopeException e) {
      say(e.sentence());
    }
  }

  private void say(String sentence) {
    if (!sentence.equals(problem)) {
      problem = sentence;
      putClientProperty(
          FlatClientProperties.OUTLINE,
          sentence.isEmpty() ? null : FlatClientProperties.OUTLINE_ERROR);
      setToolTipText(ToolTips.wrapped(sentence.isEmpty() ? knob.tip() : sentence));
      told.run();
    }
  }

  /** Shows the number in force; what is being typed stays until there is another one. */
  void show(double value) {
    String text = knob.text(value);
    if (!text.equals(shown)) {
      shown = text;
      setText(text);
      say("");
    }
  }
}
