package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javax.accessibility.Accessible;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.app.prefs.ThemeChoice;
import org.inferscope.app.window.Notice;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.support.SampleTab;
import org.inferscope.support.TestModels;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Lays the window's content out without a display and looks at where things are. */
class MainPanelLayoutTest {
  private final LocalComputeService compute = LocalCompute.service();

  /** A window, in its own pixels, and the UI scale. */
  record Case(int width, int height, double scale) {}

  static Stream<Case> cases() {
    return Stream.of(
        new Case(1280, 800, 1),
        new Case(1920, 1080, 1),
        new Case(1024, 600, 1),
        new Case(1920, 1080, 1.5),
        new Case(3840, 2160, 3),
        new Case(1280, 800, 0.75));
  }

  @AfterEach
  void close() {
    compute.close();
    Edt.call(
        () -> {
          Themes.install(Look.of(false));
          return true;
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void nothingOverlapsAndNoButtonIsCut(Case size) {
    Edt.call(
        () -> {
          Shell shell = shell(Preferences.defaults().with(Pref.SCALE, size.scale()), size);
          shell.tell(Notice.warning("Some settings could not be read and have first values."));
          layOut(shell, size);
          List<Component> rows = visible(shell.panel());
          assertApart(rows);
          for (Component part : everything(shell.panel())) {
            if (part instanceof AbstractButton button) {
              assertUncut(button, shell.panel());
            }
          }
          return true;
        });
  }

  @ParameterizedTest
  @MethodSource("cases")
  void theStageKeepsRoomBesideTheDock(Case size) {
    Edt.call(
        () -> {
          Shell shell = shell(Preferences.defaults().with(Pref.SCALE, size.scale()), size);
          int width = shell.tabs().current().component().getWidth();
          assertThat(width).isGreaterThan((int) (400 * size.scale()));
          return true;
        });
  }

  @Test
  void projectorModeLeavesTheStageAndTheCaption() {
    Edt.call(
        () -> {
          Case size = new Case(1920, 1080, 1);
          Shell shell = shell(Preferences.defaults(), size);
          shell.projection().flip();
          layOut(shell, size);
          List<String> texts =
              everything(shell.panel()).stream()
                  .filter(part -> part instanceof JLabel)
                  .map(part -> ((JLabel) part).getText())
                  .toList();
          assertThat(texts).contains("The word is first");
          assertThat(named(shell.panel(), "status.device")).isEmpty();
          assertThat(named(shell.panel(), "tab.matmul")).isEmpty();
          JLabel label = (JLabel) named(shell.panel(), "caption").get(0);
          assertThat(label.getFont().getSize()).isGreaterThanOrEqualTo(20);
          return true;
        });
  }

  @Test
  void whatIsNotInFrontFollowsTheTheme() {
    Edt.call(
        () -> {
          Shell shell = shell(Preferences.defaults(), new Case(1280, 800, 1));
          JComponent first = shell.tabs().all().get(0).component();
          var light = first.getBackground();
          shell.tabs().select(shell.tabs().all().get(1));
          shell.settings().set(Pref.THEME, ThemeChoice.DARK);
          assertThat(first.getBackground()).isNotEqualTo(light);
          return true;
        });
  }

  @Test
  void everyControlHasANameForThoseWhoCannotSeeIt() {
    Edt.call(
        () -> {
          Shell shell = shell(Preferences.defaults(), new Case(1280, 800, 1));
          for (Component part : everything(shell.panel())) {
            if (part instanceof AbstractButton || part instanceof JTextField) {
              String name = ((Accessible) part).getAccessibleContext().getAccessibleName();
              assertThat(name).as("%s", part).isNotBlank();
            }
          }
          return true;
        });
  }

  @Test
  void aPictureHasManyColoursInBothThemes() {
    for (ThemeChoice theme : List.of(ThemeChoice.LIGHT, ThemeChoice.DARK)) {
      BufferedImage image =
          Edt.call(
              () -> {
                Shell shell =
                    shell(Preferences.defaults().with(Pref.THEME, theme), new Case(1280, 800, 1));
                return OffScreen.paint(shell.panel(), 1.5);
              });
      assertThat(new Dimension(image.getWidth(), image.getHeight()))
          .isEqualTo(new Dimension(1920, 1200));
      assertThat(colours(image)).hasSizeGreaterThan(50);
    }
  }

  private Shell shell(Preferences preferences, Case size) {
    Settings settings = new Settings(preferences);
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
                Optional.empty(),
                () -> {}),
            context -> List.of(new SampleTab("matmul"), new SampleTab("linear")));
    layOut(shell, size);
    return shell;
  }

  private static void layOut(Shell shell, Case size) {
    shell.panel().setSize(size.width(), size.height());
    shell.panel().addNotify();
    shell.panel().validate();
  }

  private static List<Component> visible(Container container) {
    return Stream.of(container.getComponents()).filter(Component::isVisible).toList();
  }

  private static List<Component> everything(Container container) {
    List<Component> all = new ArrayList<>();
    for (Component part : visible(container)) {
      all.add(part);
      if (part instanceof Container inside) {
        all.addAll(everything(inside));
      }
    }
    return all;
  }

  private static List<Component> named(Container container, String name) {
    return everything(container).stream().filter(p -> name.equals(p.getName())).toList();
  }

  private static void assertApart(List<Component> parts) {
    for (Component a : parts) {
      for (Component b : parts) {
        if (a != b) {
          Rectangle common = a.getBounds().intersection(b.getBounds());
          assertThat(common.isEmpty()).as("%s and %s", a, b).isTrue();
        }
      }
    }
  }

  private static void assertUncut(AbstractButton button, Container panel) {
    Rectangle onPanel =
        SwingUtilities.convertRectangle(button.getParent(), button.getBounds(), panel);
    assertThat(new Rectangle(panel.getSize()).contains(onPanel)).as("%s", button).isTrue();
    if (button.getText() != null && button.getIcon() == null && !button.getText().isEmpty()) {
      assertThat(button.getWidth())
          .as("%s", button)
          .isGreaterThanOrEqualTo(button.getPreferredSize().width);
    }
  }

  private static Set<Integer> colours(BufferedImage image) {
    Set<Integer> colours = new HashSet<>();
    for (int y = 0; y < image.getHeight(); y += 3) {
      for (int x = 0; x < image.getWidth(); x += 3) {
        colours.add(image.getRGB(x, y));
      }
    }
    return colours;
  }
}
