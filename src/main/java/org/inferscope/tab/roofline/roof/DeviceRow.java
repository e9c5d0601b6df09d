package org.inferscope.tab.roofline.roof;

import com.formdev.flatlaf.FlatClientProperties;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JCheckBox;
import javax.swing.JPanel;
import javax.swing.JRadioButton;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.theme.Icons;

/** One device to choose: whether its roof is drawn, its figures, and a button for its owner. */
final class DeviceRow extends JPanel {
  private final RoofPresenter presenter;
  private final String id;
  private final Optional<DeviceSpec> device;
  private final JCheckBox drawn;
  private final JRadioButton first = new JRadioButton();
  private final Paragraph figures = Paragraph.muted("");

  DeviceRow(RoofPresenter presenter, String id, Optional<DeviceSpec> device, Runnable edit) {
    super(
        new MigLayout(
            "insets 0, gap 4 0, fillx, novisualpadding, hidemode 3",
            "[][grow,fill]",
            "[center][][center]"));
    this.presenter = presenter;
    this.id = id;
    this.device = device;
    setOpaque(false);
    drawn = new JCheckBox(presenter.nameOf(id));
    drawn.setName("roofline.device." + id);
    drawn.setOpaque(false);
    drawn.addActionListener(event -> presenter.shelf().choose(id, drawn.isSelected()));
    first.setName("roofline.device." + id + ".first");
    first.setOpaque(false);
    first.setToolTipText(Texts.get("rooflineroof.devices.first.tip"));
    first
        .getAccessibleContext()
        .setAccessibleName(Texts.get("rooflineroof.devices.first", presenter.nameOf(id)));
    first.addActionListener(event -> presenter.shelf().holdAgainst(id));
    add(first);
    add(drawn, "wmin 10");
    add(figures, "newline, skip 1, spanx, wmin 10, gapleft 22");
    if (device.isPresent() && presenter.shelf().isOwn(id)) {
      addOwn(edit);
    }
  }

  private void addOwn(Runnable edit) {
    JButton change = new JButton(Texts.get("rooflineroof.devices.edit"));
    change.setName("roofline.device." + id + ".edit");
    change.putClientProperty(FlatClientProperties.STYLE, "margin: 1,6,1,6");
    change.addActionListener(event -> edit.run());
    JButton remove = new JButton(Icons.of("remove"));
    remove.setName("roofline.device." + id + ".remove");
    remove.putClientProperty(FlatClientProperties.STYLE, "margin: 1,4,1,4");
    String words = Texts.get("rooflineroof.devices.remove", presenter.nameOf(id));
    remove.setToolTipText(words);
    remove.getAccessibleContext().setAccessibleName(words);
    remove.addActionListener(event -> presenter.shelf().remove(id));
    JPanel buttons = new JPanel(new MigLayout("insets 0, gap 6, novisualpadding"));
    buttons.setOpaque(false);
    buttons.add(change);
    buttons.add(remove);
    add(buttons, "newline, skip 1, gapleft 22, gaptop 2");
  }

  /** Shows a change. */
  void refresh() {
    List<String> chosen = presenter.desk().state().devices();
    boolean isDrawn = chosen.contains(id);
    Optional<Roof> roof = presenter.desk().roof(id, presenter.formats());
    boolean exists = device.isPresent() || presenter.desk().machine().isPresent();
    drawn.setSelected(isDrawn);
    drawn.setEnabled(isDrawn || (exists && presenter.shelf().hasRoom()));
    drawn.setToolTipText(
        isDrawn || presenter.shelf().hasRoom()
            ? ToolTips.wrapped(sources())
            : Texts.get("rooflineroof.devices.full"));
    first.setSelected(!chosen.isEmpty() && chosen.get(0).equals(id));
    first.setEnabled(exists);
    figures.setText(year() + roof.map(this::words).orElseGet(this::missing));
    figures.setToolTipText(ToolTips.wrapped(sources()));
  }

  /** "2020 · ", where it is known. */
  private String year() {
    int year = device.map(DeviceSpec::year).orElse(0);
    return year == 0 ? "" : Texts.get("rooflineroof.devices.year", Integer.toString(year));
  }

  private String words(Roof roof) {
    return Texts.get(
        "rooflineroof.devices.figures",
        Numbers.si(roof.peak(), "FLOP/s"),
        presenter.formats().compute().label(),
        Numbers.si(roof.bandwidth(), "B/s"),
        Numbers.cell(Math.rint(roof.ridge() * 10) / 10));
  }

  private String missing() {
    if (device.isPresent()) {
      return Texts.get(
          "rooflineroof.devices.noPeak",
          presenter.formats().compute().label(),
          Numbers.si(device.get().bandwidth(), "B/s"));
    }
    return presenter
        .desk()
        .machine()
        .map(
            roof ->
                Texts.get(
                    "rooflineroof.devices.fp32",
                    Numbers.si(roof.peak(), "FLOP/s"),
                    Numbers.si(roof.bandwidth(), "B/s")))
        .orElse(Texts.get("rooflineroof.devices.unmeasured"));
  }

  /** "Dense peak in FP16. Source: …; nobody ran on it here." */
  private String sources() {
    if (device.isEmpty()) {
      return Texts.get("rooflineroof.devices.measured");
    }
    DeviceSpec of = device.get();
    Formats formats = presenter.formats();
    DType compute = formats.compute();
    StringBuilder words =
        new StringBuilder(
            presenter.shelf().isOwn(id)
                ? Texts.get("rooflineroof.devices.own", compute.label())
                : Texts.get("rooflineroof.devices.source", compute.label(), of.sources()));
    if (of.memoryGb() > 0) {
      words.append(' ').append(Texts.get("rooflineroof.devices.memory", bytes(of.memoryGb())));
    }
    if (of.achieved(compute).isPresent()) {
      String achieved = Numbers.si(of.achieved(compute).getAsDouble(), "FLOP/s");
      words.append(' ').append(Texts.get("rooflineroof.devices.achieved", achieved));
    }
    if (!of.note().isEmpty()) {
      words.append(' ').append(Texts.get("rooflineroof.devices.note", of.note()));
    }
    return words.toString();
  }

  private static String bytes(double gigabytes) {
    return Numbers.bytes(gigabytes * 1e9);
  }
}
