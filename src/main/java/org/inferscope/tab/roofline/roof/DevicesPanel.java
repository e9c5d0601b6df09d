package org.inferscope.tab.roofline.roof;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The side panel "Devices": whose roofs are drawn, which one points are held against, and the
 * person's own devices. Event thread.
 */
final class DevicesPanel extends FollowingPanel {
  private final RoofPresenter presenter;
  private final DeviceShelf shelf;
  private final Paragraph held = new Paragraph("");
  private final JPanel list =
      new JPanel(new MigLayout("insets 0, fillx, wrap 1, gapy 6, hidemode 3", "[grow,fill]"));
  private final JButton add = new JButton(Texts.get("rooflineroof.devices.add"));
  private final Paragraph notice = new Paragraph("");
  private final List<DeviceRow> rows = new ArrayList<>();
  private final DeviceForm form;
  private List<DeviceSpec> listed = List.of();

  DevicesPanel(RoofPresenter presenter) {
    super("roofline.devices", presenter::listen);
    this.presenter = presenter;
    shelf = presenter.shelf();
    form = new DeviceForm(shelf);
    add(heading(Texts.get("rooflineroof.devices.title")));
    add(Paragraph.muted(Texts.get("rooflineroof.devices.about")), "wmin 10");
    held.setName("roofline.devices.held");
    add(held, "wmin 10, gaptop 4");
    notice.setName("roofline.devices.notice");
    add(notice, "wmin 10");
    add.setName("roofline.devices.add");
    add.addActionListener(event -> form.open(Optional.empty()));
    add(add, "growx 0, gaptop 2");
    add(form, "wmin 10");
    list.setOpaque(false);
    add(list, "wmin 10, gaptop 6");
    freshen();
  }

  @Override
  protected void refresh() {
    List<DeviceSpec> devices = presenter.desk().catalogue().devices();
    if (rows.isEmpty() || !devices.equals(listed)) {
      listed = devices;
      rebuild();
    }
    rows.forEach(DeviceRow::refresh);
    held.setText(heldAgainst());
    add.setEnabled(shelf.canEdit());
    String said =
        Stream.concat(Stream.of(shelf.notice()), shelf.problems().stream())
            .filter(sentence -> !sentence.isEmpty())
            .collect(Collectors.joining("\n"));
    notice.setVisible(!said.isEmpty());
    notice.setText(said);
  }

  private String heldAgainst() {
    List<String> chosen = presenter.desk().state().devices();
    String first =
        chosen.isEmpty() ? Texts.get("rooflineroof.none") : presenter.nameOf(chosen.get(0));
    return Texts.get("rooflineroof.devices.held", first, RooflineState.MOST_DEVICES);
  }

  private void rebuild() {
    list.removeAll();
    rows.clear();
    addRow(RooflineState.THIS_MACHINE, null);
    // The person's own first: those are what they look for.
    listed.stream().filter(device -> shelf.isOwn(device.id())).forEach(this::addRow);
    listed.stream().filter(device -> !shelf.isOwn(device.id())).forEach(this::addRow);
    list.revalidate();
  }

  private void addRow(DeviceSpec device) {
    addRow(device.id(), device);
  }

  private void addRow(String id, @Nullable DeviceSpec device) {
    DeviceRow row =
        new DeviceRow(
            presenter,
            id,
            Optional.ofNullable(device),
            () -> form.open(Optional.ofNullable(device)));
    rows.add(row);
    list.add(row, "wmin 10");
  }
}
