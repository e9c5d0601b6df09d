package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.io.lesson.LessonException;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.generate.CacheUse;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.junit.jupiter.api.Test;

class NextSettingsTest {
  @Test
  void comesBackFromALesson() {
    NextSettings settings =
        new NextSettings(
            new SamplingSettings(true, 0.35, 17, 0.8, 0.05, 1.2, 4294967295L),
            50,
            7,
            CacheUse.WITHOUT);
    assertThat(NextSettings.read(settings.write())).isEqualTo(settings);
    assertThat(NextSettings.read(NextSettings.FIRST.write())).isEqualTo(NextSettings.FIRST);
  }

  @Test
  void aLessonWithASettingThatHasNoMeaningIsRefused() {
    LessonNode bad =
        new LessonFields()
            .put("greedy", false)
            .put("temperature", -1.0)
            .put("topK", 0)
            .put("topP", 1.0)
            .put("minP", 0.0)
            .put("repetitionPenalty", 1.0)
            .put("seed", 0)
            .put("bars", 10)
            .put("tokens", 10)
            .put("cache", CacheUse.BOTH)
            .node();
    assertThatThrownBy(() -> NextSettings.read(bad))
        .isInstanceOf(LessonException.class)
        .hasMessageContaining("temperature must be above 0");
  }
}
