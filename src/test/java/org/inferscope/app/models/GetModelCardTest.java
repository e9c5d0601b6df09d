package org.inferscope.app.models;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JLabel;
import javax.swing.JTextField;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.hub.HubCache;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.support.Pictures;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Paints the card without a window and looks at what is on it. */
class GetModelCardTest {
  private static final String ERROR =
      "huggingface.co can't be reached. Is this machine connected to the internet?";

  private final FakeSource source = new FakeSource();
  private final Queue<Runnable> downloads = new ArrayDeque<>();
  @TempDir private Path home;

  /** Something that happens, with a moment in it that is painted. */
  @FunctionalInterface
  interface Scene {
    void play(GetModelCardTest test, GetModelPresenter presenter, Runnable paint);
  }

  /** A scene under a look. */
  record Case(String name, Look look, Scene scene) {
    @Override
    public String toString() {
      return name;
    }
  }

  static Stream<Case> cases() {
    Look light = Look.of(false);
    Look dark = Look.of(true);
    Look projector = new Look(false, false, false, 1, 1.75);
    Scene choosing = (test, presenter, paint) -> paint.run();
    return Stream.of(
        new Case("choosing-light", light, choosing),
        new Case("choosing-projector", projector, choosing),
        new Case("part-dark", dark, GetModelCardTest::part),
        new Case("running-light", light, GetModelCardTest::running),
        new Case("running-dark", dark, GetModelCardTest::running),
        new Case("running-projector", projector, GetModelCardTest::running),
        new Case("failed-light", light, GetModelCardTest::failed),
        new Case("failed-projector", projector, GetModelCardTest::failed),
        new Case("done-dark", dark, GetModelCardTest::done));
  }

  private void part(GetModelPresenter presenter, Runnable paint) {
    try {
      Path gpt2 = Files.createDirectories(home.resolve("models/gpt2"));
      Files.write(gpt2.resolve("model.safetensors.part"), new byte[214_300]);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    presenter.look();
    paint.run();
  }

  private void running(GetModelPresenter presenter, Runnable paint) {
    source.then =
        listener -> {
          listener.accept(FakeSource.loading(214_300_000, 549_400_000));
          paint.run();
        };
    presenter.start();
    downloads.remove().run();
  }

  private void failed(GetModelPresenter presenter, Runnable paint) {
    source.then =
        listener -> {
          throw new InferscopeException(ERROR);
        };
    presenter.start();
    downloads.remove().run();
    paint.run();
  }

  private void done(GetModelPresenter presenter, Runnable paint) {
    presenter.start();
    downloads.remove().run();
    paint.run();
  }

  private GetModelPresenter presenter() {
    ModelsFolder folder =
        new ModelsFolder(home.resolve("models"), new HubCache(home.resolve("hub")));
    return new GetModelPresenter(
        new ModelShop(source, folder, downloads::add, Runnable::run), Runnable::run);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsCutAndAllHaveNames(Case shown) {
    AtomicBoolean painted = new AtomicBoolean();
    Pictures.onEventThread(
        () -> {
          Themes.install(shown.look());
          GetModelPresenter presenter = presenter();
          shown
              .scene()
              .play(
                  this,
                  presenter,
                  () -> {
                    GetModelCard card = laidOut(presenter);
                    check(card);
                    Pictures.save("get-model-" + shown.name(), Pictures.paint(card));
                    painted.set(true);
                  });
          return true;
        });
    assertThat(painted).isTrue();
  }

  private static GetModelCard laidOut(GetModelPresenter presenter) {
    GetModelCard card = new GetModelCard(presenter, folder -> {}, () -> {});
    Dimension size = card.getPreferredSize();
    Pictures.layOut(card, size.width, size.height);
    Pictures.layOut(card, size.width, card.getPreferredSize().height);
    return card;
  }

  @Test
  void theButtonSaysWhatItDoes() {
    Pictures.onEventThread(
        () -> {
          Themes.install(Look.of(false));
          assertThat(texts((test, presenter, paint) -> paint.run())).contains("Download", "Close");
          assertThat(texts(GetModelCardTest::failed)).contains("Try again", ERROR);
          assertThat(texts(GetModelCardTest::running))
              .contains("Cancel", "Go on in the background")
              .contains("214.3 MB of 549.4 MB, 12.3 MB/s, 28 s left")
              .doesNotContain("Download");
          assertThat(texts(GetModelCardTest::done))
              .contains("Open folder", "gpt2 is here. All files were checked against the hub.");
          assertThat(texts(GetModelCardTest::part))
              .contains("Go on", "partly here")
              .contains("214.3 kB of it are here already. The download goes on from there.");
          return true;
        });
  }

  private List<String> texts(Scene scene) {
    GetModelPresenter presenter = presenter();
    List<String> texts = new ArrayList<>();
    scene.play(
        this,
        presenter,
        () -> {
          for (Component part : everything(laidOut(presenter))) {
            if (part instanceof AbstractButton button) {
              texts.add(button.getText());
            } else if (part instanceof JLabel label) {
              texts.add(label.getText());
            } else if (part instanceof Paragraph paragraph) {
              texts.add(paragraph.getText());
            }
          }
        });
    return texts;
  }

  private static void check(Container card) {
    for (Component part : everything(card)) {
      if (part instanceof AbstractButton button) {
        assertThat(button.getWidth())
            .as(button.getText())
            .isGreaterThanOrEqualTo(button.getPreferredSize().width);
      }
      if (part instanceof Paragraph paragraph) {
        assertThat(paragraph.getHeight())
            .as(paragraph.getText())
            .isGreaterThanOrEqualTo(paragraph.getPreferredSize().height);
      }
      if (part instanceof AbstractButton || part instanceof JTextField) {
        assertThat(((Accessible) part).getAccessibleContext().getAccessibleName()).isNotBlank();
      }
    }
  }

  private static List<Component> everything(Container container) {
    List<Component> all = new ArrayList<>();
    for (Component part : container.getComponents()) {
      if (part.isVisible()) {
        all.add(part);
        if (part instanceof Container inside) {
          all.addAll(everything(inside));
        }
      }
    }
    return all;
  }
}
