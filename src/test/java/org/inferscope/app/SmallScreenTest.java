package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JSpinner;
import javax.swing.JViewport;
import javax.swing.SwingUtilities;
import org.inferscope.app.prefs.Pref;
import org.inferscope.app.prefs.Preferences;
import org.inferscope.app.prefs.Settings;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.support.TestModels;
import org.inferscope.tab.Tab;
import org.inferscope.ui.edt.Edt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The tabs on a screen of 1024 × 600 pixels: whatever can be pressed is there as a whole. */
@Timeout(120)
class SmallScreenTest {
  /** Without the window's frame and the menu bar. */
  private static final Rectangle ROOM = new Rectangle(1022, 544);

  private static final int OUTLINE = 5;

  private final LocalComputeService compute = LocalCompute.service();
  private Shell shell;

  @BeforeEach
  void open() {
    compute.start();
    shell = Edt.call(this::made);
  }

  @AfterEach
  void close() {
    compute.close();
  }

  private Shell made() {
    Settings settings = new Settings(Preferences.defaults());
    return new Shell(
        new Shell.Ground(
            settings,
            new LookKeeper(settings),
            compute,
            Optional.empty(),
            LocalBenchmarks.builtIn(),
            Optional.empty(),
            Optional.empty(),
            Runnable::run,
            Optional.empty(),
            TestModels.in(Path.of("target", "test-models")),
            Optional.empty(),
            () -> {}),
        TabList::of);
  }

  @Test
  void everyControlOfEveryViewIsThereAsAWhole() {
    List<String> cut = new ArrayList<>();
    for (Tab tab : shell.tabs().all()) {
      Edt.call(() -> select(tab));
      look(tab.id(), cut);
      for (AbstractButton view : views(tab)) {
        Edt.call(() -> press(view));
        look(tab.id() + ", " + view.getText(), cut);
      }
    }
    assertThat(cut).isEmpty();
  }

  @Test
  void theDockIsThereWhereThereIsRoomAndOtherwiseWhenItIsOpened() {
    assertThat(Edt.call(() -> layOut() && shell.projection().isDockOpen())).isFalse();
    Edt.call(
        () -> {
          shell.projection().setDock(true);
          return layOut();
        });
    assertThat(shell.projection().isDockOpen()).isTrue();
    Edt.call(
        () -> {
          shell.panel().setSize(1280, 800);
          return true;
        });
    assertThat(shell.projection().isDockOpen()).isTrue();
    assertThat(Edt.call(() -> layOut() && shell.projection().isDockOpen())).isFalse();
    assertThat(shell.settings().get(Pref.DOCK_OPEN)).isTrue();
  }

  private boolean select(Tab tab) {
    shell.tabs().select(tab);
    return layOut();
  }

  private static boolean press(AbstractButton view) {
    view.doClick(0);
    return true;
  }

  /** Twice, because what wraps knows its height only once it has been given a width. */
  private boolean layOut() {
    shell.panel().setBounds(ROOM);
    OffScreen.layOut(shell.panel());
    OffScreen.layOut(shell.panel());
    return true;
  }

  private void look(String where, List<String> cut) {
    Snapshots.settle(compute);
    Edt.call(
        () -> {
          layOut();
          for (Component part : shown(shell.panel())) {
            if (isControl(part) && !isWhole((JComponent) part)) {
              cut.add(where + ": " + part.getName() + " " + name(part) + " " + part.getBounds());
            }
          }
          return true;
        });
  }

  private static String name(Component part) {
    return String.valueOf(part.getAccessibleContext().getAccessibleName());
  }

  /** The buttons that lead to a tab's views. */
  private static List<AbstractButton> views(Tab tab) {
    return shown(tab.component()).stream()
        .filter(part -> String.valueOf(part.getName()).matches(tab.id() + ".view(Choice)?"))
        .flatMap(part -> shown((Container) part).stream())
        .filter(AbstractButton.class::isInstance)
        .map(AbstractButton.class::cast)
        .toList();
  }

  private static boolean isControl(Component part) {
    return part.getName() != null
        && (part instanceof AbstractButton
            || part instanceof JSpinner
            || part instanceof JComboBox<?>);
  }

  /** Whether all of it can be seen, or scrolled to, and its text is not cut. */
  private static boolean isWhole(JComponent part) {
    if (part instanceof AbstractButton button
        && button.getWidth() < button.getPreferredSize().width) {
      return false;
    }
    // The room for the focus' outline may be.
    Rectangle bounds = new Rectangle(part.getSize());
    bounds.grow(-OUTLINE, -OUTLINE);
    for (Container around = part.getParent(); around != null; around = around.getParent()) {
      if (around instanceof JViewport) {
        return true;
      }
      Rectangle inside = SwingUtilities.convertRectangle(part, bounds, around);
      if (!new Rectangle(around.getSize()).contains(inside)) {
        return false;
      }
    }
    return true;
  }

  private static List<Component> shown(Container container) {
    List<Component> all = new ArrayList<>();
    for (Component part : container.getComponents()) {
      if (part.isVisible()) {
        all.add(part);
        if (part instanceof Container inside) {
          all.addAll(shown(inside));
        }
      }
    }
    return all;
  }
}
