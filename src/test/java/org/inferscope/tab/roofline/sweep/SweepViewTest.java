package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SweepViewTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  private final SweepBench bench = new SweepBench();
  private final List<JComponent> made = new ArrayList<>();

  @ParameterizedTest
  @CsvSource({
    "light, 820, 540, empty", "light, 820, 540, running", "light, 820, 540, done",
    "dark, 1500, 940, done", "light, 1500, 940, compared", "projector, 1900, 940, done",
    "light, 560, 900, wrong", "projector, 1900, 940, empty", "light, 820, 2000, done"
  })
  void everythingIsInSight(String theme, int width, int height, String stage) {
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    String name = "sweep-%s-%d-%d-%s".formatted(theme, width, height, stage);
    bench.torch.obstacle = stage.equals("empty") ? "PyTorch is not in this installation." : null;
    SweepPresenter presenter = bench.presenter();
    Runnable picture = () -> picture(name, look, width, height, presenter);
    switch (stage) {
      case "wrong" -> presenter.type("64, abc, 0, 9000, 8192");
      case "running" -> {
        presenter.start();
        bench.openblas.beforeRun = onceAt(presenter, 29, picture);
        bench.compute.runAll();
        return;
      }
      case "done" -> {
        presenter.type("64, 128, 256, 512, 1024, 2048, 1x768x3072");
        presenter.start();
        bench.compute.runAll();
      }
      case "compared" -> {
        presenter.start();
        bench.compute.runAll();
        bench.now = bench.now.plusSeconds(86_400);
        bench.nanos.addAndGet(1);
        presenter.choose("ijk", false);
        presenter.start();
        bench.compute.runAll();
        presenter.compare(presenter.kept().stream().skip(1).findFirst());
      }
      default -> {}
    }
    picture.run();
  }

  private static Runnable onceAt(SweepPresenter presenter, int results, Runnable work) {
    boolean[] done = {false};
    return () -> {
      if (!done[0] && presenter.run().filter(run -> run.results().size() >= results).isPresent()) {
        done[0] = true;
        work.run();
      }
    };
  }

  private void picture(String name, Look look, int width, int height, SweepPresenter presenter) {
    Pictures.paint(
        name,
        look,
        width,
        height,
        () -> {
          SweepView view = new SweepView(presenter);
          made.clear();
          made.add(view);
          return view;
        });
    Pictures.onEventThread(
        () -> {
          all(made.get(0)).filter(this::isSeen).filter(SweepViewTest::hasText).forEach(this::check);
          return true;
        });
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(SweepViewTest::all)
            : Stream.empty());
  }

  private boolean isSeen(Component part) {
    for (Component up = part; up != made.get(0); up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasText(Component part) {
    return part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextArea;
  }

  private void check(Component part) {
    boolean shrinks = part instanceof JTextArea || "roofline.sweep.step".equals(part.getName());
    assertThat(part.getWidth())
        .as("width of %s", part)
        .isGreaterThanOrEqualTo(shrinks ? 1 : part.getPreferredSize().width);
    assertThat(part.getHeight())
        .as("height of %s", part)
        .isGreaterThanOrEqualTo(part.getPreferredSize().height);
    assertThat(
            SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), made.get(0))
                .getMaxX())
        .as("right edge of %s", part)
        .isLessThanOrEqualTo(made.get(0).getWidth());
  }
}
