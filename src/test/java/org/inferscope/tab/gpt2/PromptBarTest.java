package org.inferscope.tab.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import com.formdev.flatlaf.ui.FlatScrollPaneBorder;
import java.nio.file.Path;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PromptBarTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 1.5);

  @Test
  void theTextKeepsItsFrameAndHasRoomForItsLineWhenTheLookChanges(@TempDir Path folder) {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          try (Gpt2Rig rig = new Gpt2Rig(folder)) {
            PromptBar bar = new PromptBar(rig.presenter);
            Pictures.layOut(bar, 600, 40);
            JScrollPane around = (JScrollPane) bar.getComponent(0);
            int before = around.getHeight();
            Themes.install(PROJECTOR);
            SwingUtilities.updateComponentTreeUI(bar);
            Pictures.layOut(bar, 600, 100);
            assertThat((double) around.getHeight()).isGreaterThan(1.3 * before);
            assertThat(around.getBorder()).isInstanceOf(FlatScrollPaneBorder.class);
            return true;
          }
        });
  }
}
