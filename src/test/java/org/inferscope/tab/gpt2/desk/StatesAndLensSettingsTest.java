package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.OptionalInt;
import org.inferscope.tab.gpt2.desk.StatesSettings.Colours;
import org.junit.jupiter.api.Test;

class StatesAndLensSettingsTest {
  @Test
  void whatIsSetForHiddenStatesIsReadAsItWasWritten() {
    StatesSettings settings =
        StatesSettings.FIRST.toggled(3).toggled(0).withView(128, 32).with(Colours.ALL);
    assertThat(StatesSettings.read(settings.write())).isEqualTo(settings);
    assertThat(StatesSettings.read(StatesSettings.FIRST.write())).isEqualTo(StatesSettings.FIRST);
  }

  @Test
  void aTokenIsShownAndTakenAwayAgainAndTheOldestGivesWay() {
    StatesSettings settings = StatesSettings.FIRST.toggled(4).toggled(7).toggled(4);
    assertThat(settings.others()).containsExactly(7);
    for (int position = 10; position < 15; position++) {
      settings = settings.toggled(position);
    }
    assertThat(settings.others()).containsExactly(10, 11, 12, 13, 14);
  }

  @Test
  void numbersThatNoModelHasAreRefused() {
    assertThatThrownBy(() -> StatesSettings.FIRST.withView(-1, 64)).hasMessageContaining("from");
    assertThatThrownBy(() -> StatesSettings.FIRST.withView(0, 0)).hasMessageContaining("columns");
    assertThatThrownBy(() -> new StatesSettings(List.of(1, 2, 3, 4, 5, 6), 0, 8, Colours.ALL))
        .hasMessageContaining("others");
  }

  @Test
  void theTargetIsReadAsItWasTypedOrPicked() {
    for (LensSettings settings :
        List.of(LensSettings.FIRST, LensSettings.typed(" the"), LensSettings.picked(399))) {
      assertThat(LensSettings.read(settings.write())).isEqualTo(settings);
    }
    assertThat(LensSettings.typed("").isOwn()).isTrue();
    assertThatThrownBy(() -> new LensSettings("the", OptionalInt.of(3)))
        .hasMessageContaining("typed or picked");
  }
}
