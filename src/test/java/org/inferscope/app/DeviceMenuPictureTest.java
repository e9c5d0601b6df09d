package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.SwingUtilities;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.prefs.ThemeChoice;
import org.inferscope.app.window.CardStage;
import org.inferscope.compute.DeviceUsage;
import org.inferscope.support.FakeDevices;
import org.inferscope.support.Pictures;
import org.inferscope.support.SampleTab;
import org.inferscope.support.TestModels;
import org.inferscope.ui.control.Paragraph;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lays the device menu over the window's content without a display and looks at it. */
class DeviceMenuPictureTest {

  /**
   * A screen in the window's own pixels, what it is painted with, and how many devices there are.
   */
  record Case(
      String name,
      int width,
      int height,
      double density,
      boolean dark,
      boolean projector,
      int count) {
    @Override
    public String toString() {
      return name + "-" + count;
    }
  }

  static Stream<Case> cases() {
    return Stream.of(
        new Case("light-1280", 1280, 800, 1, false, false, 1),
        new Case("light-1280", 1280, 800, 1, false, false, 9),
        new Case("dark-1920", 1920, 1080, 1, true, false, 4),
        new Case("projector-1920", 1920, 1080, 1, false, true, 4),
        new Case("projector-1920", 1920, 1080, 1, false, true, 9),
        new Case("light-3840", 1920, 1080, 2, false, false, 9));
  }

  @AfterEach
  void backToTheFirstLook() {
    Edt.call(
        () -> {
          Themes.install(Look.of(false));
          return true;
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingIsCutAndAllHaveNames(Case shown) {
    Shell shell = Edt.call(() -> shell(compute(shown.count()), shown));
    Edt.call(
        () -> {
          shell.devices().open();
          return true;
        });
    Edt.call(
        () -> {
          CardStage stage = new CardStage(shell.panel(), shown.width(), shown.height());
          JComponent card = shell.devices().card();
          stage.openAbove(shell.panel().status().devicesAnchor(), card);
          check(card, shown);
          BufferedImage picture = stage.paint(shown.density());
          Pictures.save("device-menu-" + shown, picture);
          return true;
        });
  }

  private static FakeDevices compute(int count) {
    FakeDevices compute = FakeDevices.many(count);
    compute.usage = new DeviceUsage(2_400_000_000L, "", 0, 1);
    if (count > 1) {
      compute.running("Trace “The capital of France is”", 0.45, "layer 6 of 12", 3);
      compute.usage = new DeviceUsage(9_100_000_000L, "generate, 64 tokens", 5, 4);
    }
    if (count == 4) {
      compute.inUse(
          "openblas",
          "The process for ND4J CUDA 11.6 was killed while it was in use. OpenBLAS computes"
              + " meanwhile.");
    }
    return compute;
  }

  private static Shell shell(FakeDevices compute, Case shown) {
    Settings settings =
        new Settings(
            Preferences.defaults()
                .with(Pref.THEME, shown.dark() ? ThemeChoice.DARK : ThemeChoice.LIGHT));
    Shell shell =
        new Shell(
            new Shell.Ground(
                settings,
                new LookKeeper(settings),
                compute,
                Optional.empty(),
                List.of(),
                Optional.empty(),
                Optional.empty(),
                Runnable::run,
                Optional.empty(),
                TestModels.in(Path.of("target", "test-models")),
                Optional.of(FakeSources.all()),
                () -> {}),
            context -> List.of(new SampleTab("matmul"), new SampleTab("linear")));
    if (shown.projector()) {
      shell.projection().flip();
    }
    return shell;
  }

  private static void check(JComponent card, Case shown) {
    int smallest = shown.projector() ? 20 : 12;
    for (Component part : everything(card)) {
      if (part instanceof AbstractButton button) {
        assertThat(button.getWidth())
            .as(button.getText())
            .isGreaterThanOrEqualTo(button.getPreferredSize().width);
        assertThat(((Accessible) part).getAccessibleContext().getAccessibleName()).isNotBlank();
      }
      if (part instanceof Paragraph paragraph) {
        assertThat(paragraph.getHeight())
            .as(paragraph.getText())
            .isGreaterThanOrEqualTo(paragraph.getPreferredSize().height);
      }
      if (part instanceof JLabel || part instanceof Paragraph || part instanceof AbstractButton) {
        assertThat(part.getFont().getSize()).isGreaterThanOrEqualTo(smallest);
      }
      if (!(SwingUtilities.getAncestorOfClass(JScrollPane.class, part) instanceof JScrollPane)) {
        Rectangle inCard =
            SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), card);
        assertThat(new Rectangle(card.getSize()).contains(inCard)).as("%s", part).isTrue();
      }
    }
  }

  private static List<Component> everything(Container container) {
    List<Component> all = new ArrayList<>();
    for (Component part : container.getComponents()) {
      if (part.isVisible() && !(part instanceof javax.swing.JScrollBar)) {
        all.add(part);
        if (part instanceof Container inside) {
          all.addAll(everything(inside));
        }
      }
    }
    return all;
  }
}
