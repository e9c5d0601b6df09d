package org.inferscope.tab.matmul;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.hardware.DeviceCatalogue;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.matmul.FlopCount;
import org.inferscope.model.matmul.Quantity;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.NumberParser;
import org.inferscope.tensor.Numbers;
import org.inferscope.tensor.Parsed;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.Paragraph;

/**
 * The entry fields of the calculator. A field with something that is no size keeps it, is outlined,
 * and says below what would be right; the last good sizes stay in force until then.
 */
final class CalculatorForm extends JPanel {
  private final DeviceCatalogue devices;
  private final Consumer<CalculatorInputs> onInputs;
  private final JTextField m = field(Quantity.M);
  private final JTextField k = field(Quantity.K);
  private final JTextField n = field(Quantity.N);
  private final Choice<DType> dtype = new Choice<>(List.of(DType.values()), DType::label);
  private final Choice<DeviceSpec> device;
  private final Paragraph problem = new Paragraph("");
  private boolean showing;

  CalculatorForm(DeviceCatalogue devices, Consumer<CalculatorInputs> onInputs) {
    super(new MigLayout("insets 0, fillx, gap 8 4, hidemode 3", "[grow,fill]"));
    this.devices = devices;
    this.onInputs = onInputs;
    device = new Choice<>(devices.devices(), DeviceSpec::name);
    setOpaque(false);
    for (JTextField field : List.of(m, k, n)) {
      add(caption(field), "sizegroup size" + (field == n ? ", wrap" : ""));
    }
    add(m, "sizegroup size, wmin 40");
    add(k, "sizegroup size, wmin 40");
    add(n, "sizegroup size, wmin 40, wrap");
    problem.setName("matmul.calculator.problem");
    problem.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.error");
    problem.setVisible(false);
    add(problem, "span, growx, wmin 10, wrap");
    add(choice(dtype, "dtype", Texts.get("matmul.cost.dtype")), "span, split 2, growx 0");
    add(choice(device, "device", Texts.get("matmul.cost.device")), "growx, wmin 60");
    listen();
  }

  private static JTextField field(Quantity quantity) {
    JTextField field = new JTextField(6);
    field.setName("matmul.calculator." + quantity.name());
    field.setToolTipText(quantity.meaning());
    field.getAccessibleContext().setAccessibleName(quantity.title());
    field.putClientProperty(FlatClientProperties.STYLE, "font: $monospaced.font");
    return field;
  }

  private static JLabel caption(JTextField field) {
    String name = field.getName();
    JLabel label = new JLabel(name.substring(name.lastIndexOf('.') + 1));
    label.setLabelFor(field);
    label.setToolTipText(field.getToolTipText());
    return label;
  }

  private static Choice<?> choice(Choice<?> box, String name, String tip) {
    box.setName("matmul.calculator." + name);
    box.setToolTipText(tip);
    box.getAccessibleContext().setAccessibleName(tip);
    return box;
  }

  private void listen() {
    DocumentListener typed =
        new DocumentListener() {
          @Override
          public void insertUpdate(DocumentEvent event) {
            changed();
          }

          @Override
          public void removeUpdate(DocumentEvent event) {
            changed();
          }

          @Override
          public void changedUpdate(DocumentEvent event) {}
        };
    List.of(m, k, n).forEach(field -> field.getDocument().addDocumentListener(typed));
    dtype.addActionListener(event -> changed());
    device.addActionListener(event -> changed());
  }

  /** Shows what is in force, without touching a field that already says the same. */
  void show(CalculatorInputs inputs) {
    showing = true;
    showSize(m, inputs.m());
    showSize(k, inputs.k());
    showSize(n, inputs.n());
    dtype.setSelectedItem(inputs.dtype());
    device.setSelectedItem(inputs.cost(devices).device());
    showing = false;
    mark();
  }

  private static void showSize(JTextField field, long size) {
    boolean same = size(field).equals(OptionalLong.of(size));
    if (!same && !field.isFocusOwner()) {
      field.setText(Long.toString(size));
    }
  }

  private void changed() {
    if (showing) {
      return;
    }
    mark();
    OptionalLong rows = size(m);
    OptionalLong inner = size(k);
    OptionalLong columns = size(n);
    if (rows.isPresent() && inner.isPresent() && columns.isPresent()) {
      onInputs.accept(
          new CalculatorInputs(
              rows.getAsLong(),
              inner.getAsLong(),
              columns.getAsLong(),
              dtype.chosen(),
              device.chosen().id()));
    }
  }

  private void mark() {
    boolean bad = false;
    for (JTextField field : List.of(m, k, n)) {
      boolean wrong = size(field).isEmpty();
      field.putClientProperty(FlatClientProperties.OUTLINE, wrong ? "error" : null);
      bad |= wrong;
    }
    problem.setText(bad ? Texts.get("matmul.cost.badSize", Numbers.count(FlopCount.LARGEST)) : "");
    problem.setVisible(bad);
  }

  /** The size in a field: a whole number from 1 to the largest. */
  private static OptionalLong size(JTextField field) {
    return NumberParser.parse(field.getText()) instanceof Parsed.Value parsed
            && parsed.value() == Math.rint(parsed.value())
            && parsed.value() >= 1
            && parsed.value() <= FlopCount.LARGEST
        ? OptionalLong.of((long) parsed.value())
        : OptionalLong.empty();
  }
}
