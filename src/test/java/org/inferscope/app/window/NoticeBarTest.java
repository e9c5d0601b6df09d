package org.inferscope.app.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.inferscope.support.Pictures;
import org.junit.jupiter.api.Test;

/** Which notices stand under the tab strip. */
class NoticeBarTest {
  @Test
  void aNoticeReplacesWhatWasSaidAboutTheSame() {
    assertThat(
            shown(
                Notice.warning("It is lost.").about("device"),
                Notice.error("The disk is full."),
                Notice.info("It is back.").about("device")))
        .containsExactly("It is back.", "The disk is full.");
  }

  @Test
  void theSameSentenceStandsThereOnceAndTheNewestOnTop() {
    assertThat(shown(Notice.error("One."), Notice.error("Two."), Notice.error("One.")))
        .containsExactly("One.", "Two.");
  }

  @Test
  void ofManyTheOldestGoes() {
    assertThat(
            shown(
                Notice.error("One."),
                Notice.error("Two."),
                Notice.error("Three."),
                Notice.error("Four.")))
        .containsExactly("Four.", "Three.", "Two.");
  }

  private static List<String> shown(Notice... notices) {
    return Pictures.onEventThread(
        () -> {
          NoticeBar bar = new NoticeBar();
          Arrays.asList(notices).forEach(bar::show);
          return Arrays.stream(bar.getComponents())
              .map(part -> part.getAccessibleContext().getAccessibleName())
              .toList();
        });
  }
}
