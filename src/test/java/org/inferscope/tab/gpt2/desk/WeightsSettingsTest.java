package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Column;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Compare;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Listing;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Mode;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Place;
import org.inferscope.tab.gpt2.desk.WeightsSettings.Range;
import org.junit.jupiter.api.Test;

class WeightsSettingsTest {
  @Test
  void isReadAsItWasWritten() {
    WeightsSettings settings =
        WeightsSettings.FIRST
            .withParameter("wte.weight")
            .withCell(12, 34)
            .with(Mode.LAYER)
            .with(Range.PERCENTILE)
            .with(Merge.LARGEST)
            .with(new Listing("c_fc", Column.COUNT, true))
            .with(Compare.CHOSEN, 3)
            .with(new Place(0.5, 12.25, 7.5));
    assertThat(WeightsSettings.read(settings.write())).isEqualTo(settings);
    assertThat(WeightsSettings.read(WeightsSettings.FIRST.write()))
        .isEqualTo(WeightsSettings.FIRST);
  }

  @Test
  void anotherParameterIsShownAsAWhole() {
    WeightsSettings settings =
        WeightsSettings.FIRST.with(new Place(1, 5, 5)).withCell(5, 5).withParameter("wpe.weight");
    assertThat(settings.place()).isEqualTo(Place.WHOLE);
    assertThat(settings.row()).isZero();
  }

  @Test
  void refusesPlacesBeyondTheZoom() {
    assertThatThrownBy(() -> new Place(1.1, 0, 0)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new Place(Double.NaN, 0, 0))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
