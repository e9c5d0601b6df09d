package org.inferscope.tab.gpt2.map;

import java.util.List;
import org.inferscope.tab.gpt2.desk.MapSettings;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.SegmentedControl;
import org.inferscope.ui.control.SegmentedControl.Segment;

/** Says what the tensor's cells show: all of a row by colour, or numbers. Event thread. */
final class CellsControl {
  private static final int PADDING = 6;

  private final MapPresenter presenter;
  private final SegmentedControl<Boolean> control;

  CellsControl(MapPresenter presenter) {
    this.presenter = presenter;
    control =
        new SegmentedControl<>(
            "gpt2.map.cells",
            Texts.get("gpt2map.cells"),
            List.of(
                new Segment<>(
                    Boolean.FALSE,
                    Texts.get("gpt2map.cells.whole"),
                    Texts.get("gpt2map.cells.whole.tip")),
                new Segment<>(
                    Boolean.TRUE,
                    Texts.get("gpt2map.cells.numbers"),
                    Texts.get("gpt2map.cells.numbers.tip"))),
            PADDING);
    control.onChange(
        numbers -> presenter.set(map -> map.withCell(numbers ? MapSettings.NUMBERS : 0), null));
  }

  SegmentedControl<Boolean> control() {
    return control;
  }

  /** Shows what has changed. */
  void refresh() {
    control.setValue(presenter.settings().cell() > 0);
  }
}
