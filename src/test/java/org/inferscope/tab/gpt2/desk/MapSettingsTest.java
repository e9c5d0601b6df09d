package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.model.gpt2.walk.PassCosts.Scope;
import org.inferscope.tab.gpt2.desk.MapSettings.Grain;
import org.inferscope.tab.gpt2.desk.MapSettings.Unfold;
import org.junit.jupiter.api.Test;

class MapSettingsTest {
  @Test
  void comesBackFromALessonAsItWasSaved() {
    MapSettings set = new MapSettings(Unfold.ALL, Grain.BLOCK, Scope.PASS, 64, 250);
    assertThat(MapSettings.read(set.write())).isEqualTo(set);
    assertThat(MapSettings.read(MapSettings.FIRST.write())).isEqualTo(MapSettings.FIRST);
  }

  @Test
  void holdsSizesInRange() {
    assertThat(MapSettings.FIRST.withCell(1000).cell()).isEqualTo(MapSettings.WIDEST);
    assertThat(MapSettings.FIRST.withCell(-3).cell()).isZero();
    assertThat(MapSettings.FIRST.withZoom(1).zoom()).isEqualTo(MapSettings.LEAST_ZOOM);
    assertThatThrownBy(() -> new MapSettings(Unfold.ALL, Grain.BLOCK, Scope.PASS, 0, 1000))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
