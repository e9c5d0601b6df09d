package org.inferscope.tab.gpt2.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Optional;
import org.inferscope.io.lesson.LessonException;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Scale;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Subject;
import org.junit.jupiter.api.Test;

class AttentionSettingsTest {
  @Test
  void whatWasSetIsReadBack() {
    AttentionSettings set =
        AttentionSettings.FIRST
            .with(Scale.LINEAR)
            .with(Subject.LAYER)
            .with(HeadFigure.ENTROPY)
            .with(Optional.of(HeadTag.DUPLICATE))
            .withZoom(5);
    assertThat(AttentionSettings.read(set.write())).isEqualTo(set);
    assertThat(AttentionSettings.read(AttentionSettings.FIRST.write()))
        .isEqualTo(AttentionSettings.FIRST);
  }

  @Test
  void zoomIsHeldWhereItIsPossible() {
    assertThat(AttentionSettings.FIRST.withZoom(-3).zoom()).isZero();
    assertThat(AttentionSettings.FIRST.withZoom(1000).zoom())
        .isEqualTo(AttentionSettings.MOST_ZOOM);
  }

  @Test
  void aChoiceThatIsNotThereIsRefused() {
    LessonNode written = AttentionSettings.FIRST.with(Optional.of(HeadTag.FIRST)).write();
    assertThat(written.get("filter")).isEqualTo(LessonNode.of(HeadTag.FIRST));
    assertThatThrownBy(() -> written.get("filter").oneOf(Scale.class))
        .isInstanceOf(LessonException.class);
  }
}
