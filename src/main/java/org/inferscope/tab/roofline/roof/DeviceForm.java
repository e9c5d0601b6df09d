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
  private final JTextField name = new JTextField(8);
  private final Map<Field, Row> rows = new EnumMap<>(Field.class);
  private final Paragraph ridge = Paragraph.muted("");
  private Optional<DeviceSpec> editing = Optional.empty();
  private boolean tried;

  /** Where a field is typed, and what is wrong with it. */
  private record Row(JTextField text, Paragraph problem) {}

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
    JTextField text = field == Field.NAME ? name : new JTextField(8);
    text.setName("roofline.form." + field.name());
    text.getAccessibleContext().setAccessibleName(field.title());
    text.getDocument().addDocumentListener(new Typing());
    text.addActionListener(event -> keep());
    JLabel label = FollowingPanel.muted(field.title());
    label.setLabelFor(text);
    Paragraph problem = new Paragraph("");
    problem.putClientProperty(FlatClientProperties.STYLE, ERROR);
    problem.setName("roofline.form." + field.name() + ".problem");
    rows.put(field, new Row(text, problem));
    add(label);
    add(text, "wmin 40");
    add(problem, "skip 1, wmin 10");
  }

  /** Comes into sight, empty or with a device to change. */
  void open(Optional<DeviceSpec> device) {
    editing = device;
    tried = false;
    DeviceEntry entry = device.map(DeviceEntry::of).orElse(new DeviceEntry(Map.of()));
    rows.forEach((field, row) -> row.text().setText(entry.texts().getOrDefault(field, "")));
    setVisible(true);
    check();
    name.requestFocusInWindow();
  }

  private DeviceEntry entry() {
    Map<Field, String> texts = new EnumMap<>(Field.class);
    rows.forEach((field, row) -> texts.put(field, row.text().getText()));
    return new DeviceEntry(texts);
  }

  private void check() {
    Map<Field, String> wrong = entry().problems();
    rows.forEach(
        (field, row) -> {
          boolean said = tried || !row.text().getText().isBlank();
          String problem = said ? wrong.getOrDefault(field, "") : "";
          row.problem().setText(problem);
          row.problem().setVisible(!problem.isEmpty());
          row.text()
              .putClientProperty(
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
      String id = editing.map(DeviceSpec::id).orElseGet(() -> shelf.freshId(name.getText()));
      shelf.put(entry.device(id));
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
