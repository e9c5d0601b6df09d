package org.inferscope.tab.network.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.inferscope.model.network.Activation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WeightFilesTest {
  @TempDir Path folder;

  private final NetworkRig rig = new NetworkRig();
  private final NetworkPresenter presenter = rig.presenter;
  private final WeightFiles files = new WeightFiles(presenter);

  @Test
  void whatWasSavedComesBackWithItsActivationsAndTheSameOutput() {
    presenter.setActivation(0, Activation.TANH);
    rig.settle();
    float[] before = rig.trace().output();
    files.save(folder.resolve("mine.safetensors"));
    rig.settle();
    assertThat(presenter.notice()).contains("316").contains("mine.safetensors");

    presenter.rollWeights();
    rig.settle();
    assertThat(rig.trace().output()).isNotEqualTo(before);
    files.load(folder.resolve("mine.safetensors"));
    rig.settle();
    assertThat(rig.trace().output()).isEqualTo(before);
    assertThat(presenter.state().plan().layers().get(0).activation()).isEqualTo(Activation.TANH);
    assertThat(presenter.state().plan().isDrawn()).isFalse();
    presenter.history().undo();
    assertThat(presenter.state().plan().isDrawn()).isTrue();
  }

  @Test
  void aFileThatCannotBeReadSaysWhyAndChangesNothing() throws IOException {
    Path file = folder.resolve("broken.safetensors");
    Files.write(file, new byte[] {1, 2, 3});
    NetworkState before = presenter.state();
    files.load(file);
    rig.settle();
    assertThat(presenter.notice()).contains("broken.safetensors");
    assertThat(presenter.state()).isEqualTo(before);
  }

  @Test
  void aNetworkWithAnotherInputWidthGetsADrawnInput() {
    files.save(folder.resolve("eight.safetensors"));
    rig.settle();
    presenter.setWidth(0, 3);
    files.load(folder.resolve("eight.safetensors"));
    rig.settle();
    assertThat(presenter.state().input().inputs()).isEqualTo(8);
    assertThat(presenter.shown().orElseThrow().trace().network().inputs()).isEqualTo(8);
  }
}
