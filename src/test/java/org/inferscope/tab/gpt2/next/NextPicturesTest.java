package org.inferscope.tab.gpt2.next;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.nio.file.Path;
import javax.swing.JComponent;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.View;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextPicturesTest {
  @TempDir Path folder;

  @Test
  void theRunIsPaintedWithItsTimes() {
    try (Gpt2Rig rig = new Gpt2Rig(folder)) {
      BufferedImage picture =
          Pictures.paint("gpt2-next-run", Look.of(false), 820, 470, () -> written(rig));
      assertThat(picture.getWidth()).isEqualTo(820);
    }
  }

  private static JComponent written(Gpt2Rig rig) {
    NextPane pane = new NextPane(rig.presenter);
    rig.presenter.show(View.NEXT);
    JComponent component = pane.component();
    pane.presenter().setTokens(8);
    pane.presenter().writer().run();
    rig.settle();
    return component;
  }
}
