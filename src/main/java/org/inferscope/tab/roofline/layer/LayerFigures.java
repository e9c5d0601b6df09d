package org.inferscope.tab.roofline.layer;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.transformer.TransformerPreset;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerFigure;
import org.inferscope.model.roofline.transformer.explain.TransformerRef.Total;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tab.FollowingPanel;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.Choice;
import org.inferscope.ui.control.FigureButton;
import org.inferscope.ui.control.ToolTips;

/**
 * What the whole model comes to, in large type; each figure opens its explanation. Event thread.
 */
final class LayerFigures extends JPanel {
  private static final float TYPE = 18;

  private final LayerPresenter presenter;
  private final Choice<String> device;
  private final JLabel roof = FollowingPanel.muted("");
  private final List<Figure> figures = new ArrayList<>();
  private final JPanel grid;
  private List<String> offered = List.of();
  private boolean showing;

  /** A figure with its name above and a remark below. */
  private record Figure(
      TransformerFigure figure,
      When when,
      FigureButton value,
      JLabel note,
      Function<LayerScene, String> remark) {

    void show(LayerScene scene) {
      value.show(figure.text(scene.snapshot(), when), ToolTips.wrapped(figure.meaning()));
      String words = remark.apply(scene);
      // A note of one space keeps its line, so that nothing moves as notes come and go.
      String text = words.isEmpty() ? " " : words;
      if (!text.equals(note.getText())) {
        note.setText(text);
        note.setToolTipText(words.isEmpty() ? null : ToolTips.wrapped(words));
      }
    }
  }

  LayerFigures(LayerPresenter presenter) {
    super(new MigLayout("insets 0, fillx, wrap 1, gap 0 4, novisualpadding", "[grow,fill]"));
    this.presenter = presenter;
    setName("roofline.layer.figures");
    setOpaque(false);
    device = new Choice<>(List.of(""), this::nameOf);
    device.setName("roofline.layer.device");
    device.setToolTipText(Texts.get("rooflinelayer.device.tip"));
    device.getAccessibleContext().setAccessibleName(Texts.get("rooflinelayer.device"));
    device.addActionListener(
        event -> {
          if (!showing && device.getSelectedIndex() >= 0) {
            presenter.setDevice(device.chosen());
          }
        });
    roof.setName("roofline.layer.roof");
    add(FollowingPanel.heading(Texts.get("rooflinelayer.model")), "split 4, growx 0");
    add(new JLabel(Texts.get("rooflinelayer.device.at")), "growx 0, gapleft 12");
    add(device, "growx 0, w 120::220");
    add(roof, "growx, wmin 10, gapleft 6");
    grid =
        new JPanel(
            new MigLayout("insets 0, fillx, wrap 5, gap 8 6, novisualpadding", "[grow,fill,sg]"));
    grid.setOpaque(false);
    add(grid);
    fill();
  }

  private void fill() {
    figure(TransformerFigure.PARAMETERS, When.NOW, scene -> published());
    figure(TransformerFigure.PARAMETER_BYTES, When.NOW, LayerFigures::weights);
    figure(TransformerFigure.KV_PER_TOKEN, When.NOW, LayerFigures::activations);
    figure(TransformerFigure.KV_BYTES, When.NOW, this::context);
    figure(TransformerFigure.MEMORY, When.NOW, LayerFigures::fits);
    figure(TransformerFigure.PASS_FLOPS, When.NOW, LayerFigures::tokens);
    figure(TransformerFigure.PASS_TIME, When.NOW, LayerFigures::tokens);
    figure(TransformerFigure.TOKENS_PER_SECOND, When.PREFILL, LayerFigures::prompt);
    figure(TransformerFigure.TOKENS_PER_SECOND, When.DECODE, LayerFigures::cached);
    figure(
        TransformerFigure.CROSSOVER, When.NOW, scene -> Texts.get("rooflinelayer.note.crossover"));
  }

  private void figure(TransformerFigure figure, When when, Function<LayerScene, String> words) {
    String title =
        switch (when) {
          case NOW -> figure.title();
          case PREFILL -> Texts.get("rooflinelayer.figure.prefill");
          case DECODE -> Texts.get("rooflinelayer.figure.decode");
        };
    FigureButton value =
        new FigureButton(
            "roofline.layer." + figure + (when == When.NOW ? "" : "." + when),
            title,
            () -> presenter.explain(new Total(figure, when)));
    value.setLarge(TYPE);
    value.setHorizontalAlignment(JLabel.LEADING);
    JLabel name = FollowingPanel.muted(title);
    name.setLabelFor(value);
    JLabel note = FollowingPanel.muted("");
    JPanel cell =
        new JPanel(
            new MigLayout("insets 0, fillx, wrap 1, gap 0 0, novisualpadding", "[grow,fill]"));
    cell.setOpaque(false);
    cell.add(name, "wmin 10, gapleft 5");
    cell.add(value, "wmin 10");
    cell.add(note, "wmin 10, gapleft 5");
    grid.add(cell, "wmin 10");
    figures.add(new Figure(figure, when, value, note, words));
  }

  private static String weights(LayerScene scene) {
    return Texts.get("rooflinelayer.note.in", scene.snapshot().formats().weights().label());
  }

  private static String activations(LayerScene scene) {
    return Texts.get("rooflinelayer.note.in", scene.snapshot().formats().activations().label());
  }

  private String published() {
    return presenter
        .preset()
        .map(
            each ->
                Texts.get(
                    "rooflinelayer.note.published",
                    Numbers.si(each.parameters(), "").replace('G', 'B').strip()))
        .orElse("");
  }

  /** The context, or that the model was not made for one so long. */
  private String context(LayerScene scene) {
    Workload work = scene.snapshot().work();
    Optional<TransformerPreset> tooShort =
        presenter.preset().filter(each -> each.context() < work.context());
    if (tooShort.isPresent()) {
      return Texts.get("rooflinelayer.note.long", Numbers.count(tooShort.get().context()));
    }
    return Texts.get(
        "rooflinelayer.note.tokens",
        Numbers.count(work.batch()),
        LayerNumbers.side(work.context()));
  }

  private static String fits(LayerScene scene) {
    double needed = TransformerFigure.MEMORY.value(scene.snapshot(), When.NOW).orElse(0);
    if (scene.memory() == 0) {
      return "";
    }
    String has = Numbers.bytes(scene.memory());
    return needed <= scene.memory()
        ? Texts.get("rooflinelayer.note.fits", has)
        : Texts.get("rooflinelayer.note.tooMuch", has);
  }

  private static String tokens(LayerScene scene) {
    return scene.snapshot().work().phase() == Workload.Phase.PREFILL
        ? prompt(scene)
        : cached(scene);
  }

  private static String prompt(LayerScene scene) {
    Workload work = scene.snapshot().work();
    return Texts.get(
        "rooflinelayer.note.tokens",
        Numbers.count(work.batch()),
        LayerNumbers.side(work.sequence()));
  }

  private static String cached(LayerScene scene) {
    Workload work = scene.snapshot().work();
    String cached = LayerNumbers.side(work.cached());
    return work.batch() == 1
        ? Texts.get("rooflinelayer.note.cached", cached)
        : Texts.get("rooflinelayer.note.cachedEach", cached, Numbers.count(work.batch()));
  }

  private String nameOf(String id) {
    return presenter
        .desk()
        .catalogue()
        .byId(id)
        .map(DeviceSpec::name)
        .orElse(Texts.get("rooflinelayer.thisMachine"));
  }

  void show(LayerScene scene) {
    showDevices();
    Optional<Roof> at = scene.snapshot().roof();
    String format = scene.snapshot().formats().compute().label();
    String words =
        at.map(
                each ->
                    Texts.get(
                        "rooflinelayer.roof",
                        Numbers.si(each.peak(), "FLOP/s"),
                        format,
                        Numbers.si(each.bandwidth(), "B/s"),
                        Numbers.significant(each.ridge())))
            .orElseGet(() -> Texts.get("rooflinelayer.noRoof", format));
    if (!words.equals(roof.getText())) {
      roof.setText(words);
      roof.setToolTipText(ToolTips.wrapped(words));
    }
    figures.forEach(figure -> figure.show(scene));
  }

  private void showDevices() {
    List<String> all = new ArrayList<>();
    presenter.desk().catalogue().devices().forEach(each -> all.add(each.id()));
    if (presenter.desk().machine().isPresent()
        || presenter.device().filter(RooflineState.THIS_MACHINE::equals).isPresent()) {
      all.add(RooflineState.THIS_MACHINE);
    }
    showing = true;
    if (!all.equals(offered)) {
      offered = List.copyOf(all);
      device.removeAllItems();
      all.forEach(device::addItem);
    }
    presenter.device().ifPresent(device::setSelectedItem);
    showing = false;
  }
}
