package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.matmul.Counter;
import org.inferscope.model.matmul.Counters;
import org.inferscope.model.matmul.FastMemory;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.model.matmul.MatmulRef;
import org.inferscope.model.matmul.Ratio;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.FigureButton;

/**
 * The live counters of a run: multiplies and adds, reads and writes of each matrix with how often
 * an element is fetched, what is kept close, and the arithmetic intensity that follows.
 */
final class CountersPanel extends JPanel {
  private final Map<Counter, FigureButton> counters = new EnumMap<>(Counter.class);
  private final Map<Ratio, FigureButton> ratios = new EnumMap<>(Ratio.class);
  private final JLabel close = new JLabel();
  private int done;

  CountersPanel(Consumer<ValueRef> inspect) {
    super(
        new MigLayout("insets 0, fillx, gapx 4, gapy 2", "[][grow,right][grow,right][grow,right]"));
    setOpaque(false);
    for (Counter counter : Counter.values()) {
      Runnable explain = () -> inspect.accept(new MatmulRef.CounterAt(counter, done));
      String name = "matmul.counter." + counter.name().toLowerCase(Locale.ROOT);
      counters.put(counter, new FigureButton(name, title(counter), explain));
    }
    for (Ratio ratio : Ratio.values()) {
      Runnable explain = () -> inspect.accept(new MatmulRef.RatioAt(ratio, done));
      String name = "matmul.ratio." + ratio.name().toLowerCase(Locale.ROOT);
      ratios.put(ratio, new FigureButton(name, ratio.title(), explain));
    }
    close.setName("matmul.close");
    close.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    addArithmetic();
    addTraffic();
    addMemory();
  }

  private void addArithmetic() {
    add(new JLabel(title(Counter.MULTIPLIES)), "span 2");
    add(figure(Counter.MULTIPLIES), "span 2, alignx right, wrap");
    add(new JLabel(title(Counter.ADDS)), "span 2");
    add(figure(Counter.ADDS), "span 2, alignx right, wrap");
  }

  private void addTraffic() {
    add(new JLabel(), "gaptop 8");
    add(
        head(Texts.get("matmul.steps.reads"), Texts.get("matmul.steps.reads.tip")),
        "gaptop 8, gapright 3, width pref+4px");
    add(
        head(Texts.get("matmul.steps.writes"), Texts.get("matmul.steps.writes.tip")),
        "gaptop 8, gapright 3, width pref+4px");
    add(
        head(Texts.get("matmul.steps.perElement"), Texts.get("matmul.steps.perElement.tip")),
        "gaptop 8, gapright 3, width pref+4px, wrap");
    add(matrix("A", "row"));
    add(figure(Counter.READS_A));
    add(new JLabel("–"), "gapright 5");
    add(figure(Ratio.READS_PER_A), "wrap");
    add(matrix("B", "column"));
    add(figure(Counter.READS_B));
    add(new JLabel("–"), "gapright 5");
    add(figure(Ratio.READS_PER_B), "wrap");
    add(matrix("C", "result"));
    add(figure(Counter.READS_C));
    add(figure(Counter.WRITES_C));
    add(figure(Ratio.READS_PER_C), "wrap");
  }

  private void addMemory() {
    add(new JLabel(Texts.get("matmul.steps.close")), "span 2, gaptop 8");
    add(close, "span 2, alignx right, gaptop 8, gapright 5, wrap");
    add(new JLabel(Texts.get("matmul.steps.intensity")), "span 2");
    add(figure(Ratio.INTENSITY), "span 2, alignx right, wrap");
  }

  /** Shows the counters of a moment. */
  void show(MatmulFrame frame) {
    done = frame.done();
    Counters now = frame.counters();
    Counters end = frame.program().counters(frame.program().ticks());
    for (Counter counter : Counter.values()) {
      String value = Numbers.count(now.get(counter));
      String all = Numbers.count(end.get(counter));
      figure(counter).show(value, tip(counter, value, all));
    }
    showRatios(frame);
    showMemory(frame.fastMemory());
  }

  private void showRatios(MatmulFrame frame) {
    showReuse(Ratio.READS_PER_A, "A", frame);
    showReuse(Ratio.READS_PER_B, "B", frame);
    showReuse(Ratio.READS_PER_C, "C", frame);
    Counters now = frame.counters();
    String bytes = Numbers.count(Math.round(now.bytes(DType.FP32.bytes())));
    String value = Numbers.cell(Ratio.INTENSITY.at(frame.program(), done));
    figure(Ratio.INTENSITY)
        .show(
            Texts.get("matmul.steps.intensity.value", value),
            Texts.get("matmul.steps.intensity.tip", Numbers.count(now.flops()), bytes));
  }

  private void showReuse(Ratio ratio, String matrix, MatmulFrame frame) {
    String value = Numbers.cell(ratio.at(frame.program(), done));
    figure(ratio).show(value, Texts.get("matmul.steps.reuse.tip", matrix, value));
  }

  private void showMemory(FastMemory memory) {
    close.setText(
        Texts.get(
            "matmul.steps.close.value",
            Numbers.count(memory.used()),
            Numbers.count(memory.capacity())));
    close.setToolTipText(Texts.get("matmul.steps.close.tip"));
  }

  private FigureButton figure(Ratio ratio) {
    return Objects.requireNonNull(ratios.get(ratio), ratio.name());
  }

  private FigureButton figure(Counter counter) {
    return Objects.requireNonNull(counters.get(counter), counter.name());
  }

  private static JLabel head(String text, String tip) {
    JLabel label = new JLabel(text, SwingConstants.TRAILING);
    label.setToolTipText(tip);
    label.putClientProperty(
        FlatClientProperties.STYLE, "font: $small.font; foreground: $Inferscope.muted");
    return label;
  }

  private static JLabel matrix(String name, String role) {
    JLabel label = new JLabel(name);
    label.putClientProperty(
        FlatClientProperties.STYLE,
        "font: $monospaced.font; foreground: $Inferscope." + role + ".ink");
    return label;
  }

  private static String title(Counter counter) {
    return switch (counter) {
      case MULTIPLIES -> Texts.get("matmul.steps.multiplies");
      case ADDS -> Texts.get("matmul.steps.adds");
      case READS_A -> Texts.get("matmul.steps.readsOf", "A");
      case READS_B -> Texts.get("matmul.steps.readsOf", "B");
      case READS_C -> Texts.get("matmul.steps.readsOf", "C");
      case WRITES_C -> Texts.get("matmul.steps.writesOf", "C");
    };
  }

  private static String tip(Counter counter, String value, String all) {
    return switch (counter) {
      case MULTIPLIES -> Texts.get("matmul.steps.multiplies.tip", value, all);
      case ADDS -> Texts.get("matmul.steps.adds.tip", value, all);
      case READS_A -> Texts.get("matmul.steps.readsOf.tip", "A", value, all);
      case READS_B -> Texts.get("matmul.steps.readsOf.tip", "B", value, all);
      case READS_C -> Texts.get("matmul.steps.readsOf.tip", "C", value, all);
      case WRITES_C -> Texts.get("matmul.steps.writesOf.tip", "C", value, all);
    };
  }
}
