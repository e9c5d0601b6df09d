package org.inferscope.tab.roofline.roof;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.roof.DeviceEntry.Field;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;

/**
 * A device to fill in; hidden until it is asked for. What is wrong is said below the field that it
 * was typed in, once something was typed there or the person wants to keep it. Event thread.
 */
final class DeviceForm extends JPanel {
  private static final String ERROR = "foreground: $Inferscope.error; margin: 0,0,0,0";

  private final DeviceShelf shelf;
  private final Map<Field, JTextField> fields = new EnumMap<>(Field.class);
  private final Map<Field, Paragraph> problems = new EnumMap<>(Field.class);
  private final Paragraph ridge = Paragraph.muted("");
  private Optional<DeviceSpec> editing = Optional.empty();
  private boolean tried;

  DeviceForm(DeviceShelf shelf) {
    super(
        new MigLayout(
            "insets 8 0 8 0, fillx, wrap 2, gap 8 2, novisualpadding, hidemode 3",
            "[][grow,fill]"));
    this.shelf = shelf;
    setName("roofline.form");
    setOpaque(false);
    for (Field field : Field.values()) {
      addField(field);
    }
    add(ridge, "spanx, wmin 10");
    JButton keep = new JButton(Texts.get("rooflineroof.form.keep"));
    keep.setName("roofline.form.keep");
    keep.addActionListener(event -> keep());
    JButton cancel = new JButton(Texts.get("rooflineroof.form.cancel"));
    cancel.setName("roofline.form.cancel");
    cancel.addActionListener(event -> setVisible(false));
    add(keep, "spanx, split 2, growx 0, gaptop 4");
    add(cancel, "growx 0");
    setVisible(false);
  }

  private void addField(Field field) {
    JTextField text = new JTextField(8);
    text.setName("roofline.form." + field.name());
    text.getAccessibleContext().setAccessibleName(field.title());
    text.getDocument().addDocumentListener(new Typing());
    text.addActionListener(event -> keep());
    JLabel label = FollowingPanel.muted(field.title());
    label.setLabelFor(text);
    Paragraph problem = new Paragraph("");
    problem.putClientProperty(FlatClientProperties.STYLE, ERROR);
    problem.setName("roofline.form." + field.name() + ".problem");
    fields.put(field, text);
    problems.put(field, problem);
    add(label);
    add(text, "wmin 40");
    add(problem, "skip 1, wmin 10");
  }

  /** Comes into sight, empty or with a device to change. */
  void open(Optional<DeviceSpec> device) {
    editing = device;
    tried = false;
    DeviceEntry entry = device.map(DeviceEntry::of).orElse(new DeviceEntry(Map.of()));
    fields.forEach((field, text) -> text.setText(entry.texts().getOrDefault(field, "")));
    setVisible(true);
    check();
    fields.get(Field.NAME).requestFocusInWindow();
  }

  private DeviceEntry entry() {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    fields.forEach((field, text) -> texts.put(field, text.getText()));
    return new DeviceEntry(texts);
  }

  private void check() {
    Map<Field, String> wrong = entry().problems();
    fields.forEach(
        (field, text) -> {
          boolean said = tried || !text.getText().isBlank();
          String problem = said ? wrong.getOrDefault(field, "") : "";
          problems.get(field).setText(problem);
          problems.get(field).setVisible(!problem.isEmpty());
          text.putClientProperty(
              FlatClientProperties.OUTLINE,
              problem.isEmpty() ? null : FlatClientProperties.OUTLINE_ERROR);
        });
    String words = entry().ridge();
    ridge.setVisible(!words.isEmpty());
    ridge.setText(words);
    revalidate();
  }

  private void keep() {
    tried = true;
    check();
    DeviceEntry entry = entry();
    if (entry.problems().isEmpty()) {
      setVisible(false);
      String name = fields.get(Field.NAME).getText();
      shelf.put(entry.device(editing.map(DeviceSpec::id).orElseGet(() -> shelf.freshId(name))));
    }
  }

  private final class Typing implements DocumentListener {
    @Override
    public void insertUpdate(DocumentEvent event) {
      check();
    }

    @Override
    public void removeUpdate(DocumentEvent event) {
      check();
    }

    @Override
    public void changedUpdate(DocumentEvent event) {
      check();
    }
  }
}
