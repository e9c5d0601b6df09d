package org.inferscope.tab.gpt2.map;

import java.util.List;
import javax.swing.JButton;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.tab.gpt2.desk.MapSettings.Grain;
import org.inferscope.tab.gpt2.desk.MapSettings.Unfold;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;

/** What stands above the map: which blocks unfold, what a step is, what shares are shares of. */
final class MapToolbar extends JPanel {
  private static final int PADDING = 6;

  private final MapPresenter presenter;
  private final SegmentedControl<Grain> grain;
  private final SegmentedControl<Scope> scope;
  private final SegmentedControl<Unfold> unfold;
  private final JButton measure = new JButton();

  MapToolbar(MapPresenter presenter) {
    super(new MigLayout("insets 0, gap 6 0, novisualpadding", "[][][][]", "[center]"));
    this.presenter = presenter;
    setOpaque(false);
    grain =
        new SegmentedControl<>(
            "gpt2.map.grain",
            Texts.get("gpt2map.grain"),
            List.of(
                new Segment<>(
                    Grain.OPERATION,
                    Texts.get("gpt2map.grain.operation"),
                    Texts.get("gpt2map.grain.operation.tip")),
                new Segment<>(
                    Grain.BLOCK,
                    Texts.get("gpt2map.grain.block"),
                    Texts.get("gpt2map.grain.block.tip"))),
            PADDING);
    grain.onChange(value -> presenter.set(map -> map.with(value), null));
    scope =
        new SegmentedControl<>(
            "gpt2.map.scope",
            Texts.get("gpt2map.scope"),
            List.of(
                new Segment<>(
                    Scope.LAYER,
                    Texts.get("gpt2map.scope.layer"),
                    Texts.get("gpt2map.scope.layer.tip")),
                new Segment<>(
                    Scope.PASS,
                    Texts.get("gpt2map.scope.pass"),
                    Texts.get("gpt2map.scope.pass.tip"))),
            PADDING);
    scope.onChange(value -> presenter.set(map -> map.with(value), null));
    unfold =
        new SegmentedControl<>(
            "gpt2.map.unfold",
            Texts.get("gpt2map.unfold"),
            List.of(
                new Segment<>(
                    Unfold.SELECTED,
                    Texts.get("gpt2map.unfold.one"),
                    Texts.get("gpt2map.unfold.one.tip")),
                new Segment<>(
                    Unfold.ALL,
                    Texts.get("gpt2map.unfold.all"),
                    Texts.get("gpt2map.unfold.all.tip")),
                new Segment<>(
                    Unfold.NONE,
                    Texts.get("gpt2map.unfold.none"),
                    Texts.get("gpt2map.unfold.none.tip"))),
            PADDING);
    unfold.onChange(value -> presenter.set(map -> map.with(value), null));
    measure.setName("gpt2.map.measure");
    measure.setToolTipText(Texts.get("gpt2map.measure.tip", Numbers.count(MapPresenter.PASSES)));
    measure.addActionListener(event -> presenter.measure());
    add(grain);
    add(unfold);
    add(scope);
    add(measure);
  }

  /** Shows what has changed. */
  void refresh() {
    grain.setValue(presenter.settings().grain());
    scope.setValue(presenter.settings().scope());
    unfold.setValue(presenter.settings().unfold());
    measure.setEnabled(!presenter.isMeasuring());
    String text =
        presenter.isMeasuring()
            ? Texts.get("gpt2map.measuring")
            : presenter.times().isPresent()
                ? Texts.get("gpt2map.measureAgain")
                : Texts.get("gpt2map.measure");
    if (!text.equals(measure.getText())) {
      measure.setText(text);
      invalidate();
    }
  }
}
