package org.inferscope.tab.linear;

import java.awt.Rectangle;
import java.util.List;
import java.util.Optional;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.edt.Edt;

/**
 * The layer on the roofline of a device, with what it means in words: lines at the end of the panel
 * around it, made when they are first asked for. They lie in that panel itself, since a paragraph
 * in a panel of its own would not know how wide it gets. Event thread.
 */
final class RooflineView {
  /** Until a device with a peak is shown; never painted. */
  private static final Roof NO_ROOF = new Roof(1, 1);

  private final LinearPresenter presenter;
  private final JPanel around;
  private final Paragraph figures = Paragraph.muted("");
  private final Paragraph verdict = new Paragraph("");
  private final Paragraph hint = Paragraph.muted(Texts.get("linear.roofline.hint"));
  private Optional<RooflineChart> chart = Optional.empty();
  private Optional<Choice<DeviceSpec>> device = Optional.empty();
  private Optional<Shown> shown = Optional.empty();

  private record Shown(DeviceSpec device, BatchCosts costs) {
    Optional<Roof> roof() {
      return Roof.of(device, costs.dtype());
    }
  }

  RooflineView(LinearPresenter presenter, JPanel around) {
    this.presenter = presenter;
    this.around = around;
    verdict.setName("linear.roofline.verdict");
  }

  /** Shows the costs of the layer, if the roofline is to be shown. */
  void show(BatchCosts costs) {
    RooflineChoice choice = presenter.roofline();
    Optional<Shown> wanted =
        choice.isShown() ? Optional.of(new Shown(choice.device(), costs)) : Optional.empty();
    if (wanted.equals(shown)) {
      return;
    }
    shown = wanted;
    wanted.ifPresent(this::show);
    boolean roofed = wanted.flatMap(Shown::roof).isPresent();
    device.ifPresent(box -> box.setVisible(wanted.isPresent()));
    verdict.setVisible(wanted.isPresent());
    withRoof().forEach(part -> part.setVisible(roofed));
  }

  /** Brings it into the part of the panel that is in sight, once it has its place. */
  void scrollTo() {
    Edt.later(
        () -> {
          Rectangle last = hint.isVisible() ? hint.getBounds() : verdict.getBounds();
          device.ifPresent(box -> around.scrollRectToVisible(last.union(box.getBounds())));
        });
  }

  private void show(Shown now) {
    device.orElseGet(() -> build(now.costs())).setSelectedItem(now.device());
    Optional<Roof> roof = now.roof();
    if (roof.isEmpty()) {
      String format = now.costs().dtype().label();
      verdict.setText(Texts.get("linear.roofline.noPeak", now.device().name(), format));
      return;
    }
    chart.ifPresent(there -> there.show(roof.get(), now.costs()));
    figures.setText(figures(roof.get(), now.costs()));
    verdict.setText(verdict(roof.get(), now.costs().current()));
  }

  /** What makes sense only where there is a roof to show. */
  private List<JComponent> withRoof() {
    return chart.<List<JComponent>>map(there -> List.of(figures, there, hint)).orElseGet(List::of);
  }

  private Choice<DeviceSpec> build(BatchCosts costs) {
    RooflineChoice choice = presenter.roofline();
    Choice<DeviceSpec> box = new Choice<>(choice.devices().devices(), DeviceSpec::name);
    box.setName("linear.roofline.device");
    box.setToolTipText(Texts.get("linear.roofline.device"));
    box.getAccessibleContext().setAccessibleName(Texts.get("linear.roofline.device"));
    box.setSelectedItem(choice.device());
    box.addActionListener(event -> choice.setDevice(box.chosen()));
    RooflineChart made = new RooflineChart(NO_ROOF, costs, presenter::explain);
    for (JComponent part : List.of(box, figures)) {
      around.add(part, "wmin 10");
    }
    around.add(made, "wmin 10, gaptop 6");
    around.add(verdict, "wmin 10");
    around.add(hint, "wmin 10");
    chart = Optional.of(made);
    device = Optional.of(box);
    return box;
  }

  private static String figures(Roof roof, BatchCosts costs) {
    return Texts.get(
        "linear.roofline.figures",
        Numbers.si(roof.peak(), "FLOP/s"),
        costs.dtype().label(),
        Numbers.si(roof.bandwidth(), "B/s"));
  }

  private static String verdict(Roof roof, LayerCost cost) {
    double intensity = cost.value(LayerQuantity.INTENSITY);
    String batch = Numbers.count(cost.batch());
    String ridge = Numbers.cell(roof.ridge());
    String speed = Numbers.si(roof.attainable(intensity), "FLOP/s");
    return roof.isMemoryBound(intensity)
        ? Texts.get(
            "linear.roofline.verdict.memory",
            batch,
            cost.text(LayerQuantity.INTENSITY),
            ridge,
            speed,
            Numbers.cell(100 * roof.attainable(intensity) / roof.peak()))
        : Texts.get(
            "linear.roofline.verdict.compute",
            batch,
            cost.text(LayerQuantity.INTENSITY),
            ridge,
            speed);
  }
}
