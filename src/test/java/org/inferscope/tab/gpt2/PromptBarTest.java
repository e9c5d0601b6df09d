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
  @Test
  void theTextKeepsItsFrameWhenTheThemeChanges(@TempDir Path folder) {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          try (Gpt2Rig rig = new Gpt2Rig(folder)) {
            PromptBar bar = new PromptBar(rig.presenter);
            Themes.install(Look.of(true));
            SwingUtilities.updateComponentTreeUI(bar);
            JScrollPane around = (JScrollPane) bar.getComponent(0);
            assertThat(around.getBorder()).isInstanceOf(FlatScrollPaneBorder.class);
            return true;
          }
        });
  }
}
