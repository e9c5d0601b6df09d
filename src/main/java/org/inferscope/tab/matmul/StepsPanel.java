package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.function.Consumer;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ScrollablePanel;
import org.jspecify.annotations.Nullable;

/**
 * The side panel "Steps": what the algorithm does in words, its loop nest with the lit line, and
 * the live counters. Event thread.
 */
final class StepsPanel extends ScrollablePanel {
  private final JLabel title = new JLabel();
  private final JLabel order = new JLabel();
  private final Paragraph meaning = Paragraph.muted("");
  private final CodePanel code = new CodePanel();
  private final CountersPanel counters;
  private final Paragraph memoryModel = Paragraph.muted("");
  private @Nullable Algorithm algorithm;

  /**
   * A panel without a run.
   *
   * @param inspect opens the explanation of a counter
   */
  StepsPanel(Consumer<ValueRef> inspect) {
    super(new MigLayout("insets 12 12 16 12, fillx, wrap 1, gapy 4", "[grow,fill]"));
    counters = new CountersPanel(inspect);
    setName("matmul.steps");
    title.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
    order.putClientProperty(
        FlatClientProperties.STYLE, "font: $monospaced.font; foreground: $Inferscope.muted");
    add(title, "split 2, growx 0, width pref+4px");
    add(order, "gapleft 8, growx");
    add(meaning, "growx, wmin 10");
    add(code, "gaptop 8, growx, wmin 10");
    add(heading(Texts.get("matmul.steps.counted")), "gaptop 12");
    add(counters, "growx");
    add(memoryModel, "gaptop 8, growx, wmin 10");
  }

  /**
   * Shows a moment of a run.
   *
   * @param frame the run after a number of ticks
   * @param tick the tick whose lines of code are lit, −1 before the first
   */
  void show(MatmulFrame frame, int tick) {
    Algorithm shown = frame.program().algorithm();
    if (shown != algorithm) {
      algorithm = shown;
      title.setText(shown.title());
      order.setText(shown.id());
      meaning.setText(shown.meaning());
      memoryModel.setText(shown.memoryModel());
    }
    code.show(frame.program(), tick);
    counters.show(frame);
  }

  private static JLabel heading(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE, "font: $semibold.font");
    return label;
  }
}
