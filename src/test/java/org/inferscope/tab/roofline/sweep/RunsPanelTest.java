package org.inferscope.tab.roofline.sweep;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import org.inferscope.io.bench.KeptRun;
import org.inferscope.support.Pictures;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;

class RunsPanelTest {
  private final SweepBench bench = new SweepBench();
  private final SweepPresenter presenter = bench.measured();
  private final List<RunsPanel> made = new ArrayList<>();

  private AbstractButton button(KeptRun run, String what) {
    String name = "roofline.sweep.runs." + run.date().toEpochMilli() + "." + what;
    return all(made.get(0))
        .filter(part -> name.equals(part.getName()))
        .map(AbstractButton.class::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(RunsPanelTest::all)
            : Stream.empty());
  }

  private void layOut() {
    Pictures.layOut(made.get(0), 360, 500);
  }

  @Test
  void runsAreShownComparedAndForgotten() {
    KeptRun first = presenter.run().orElseThrow();
    bench.now = bench.now.plusSeconds(3600);
    presenter.start();
    bench.compute.runAll();
    KeptRun second = presenter.run().orElseThrow();
    Pictures.paint(
        "sweep-runs",
        Look.of(false),
        360,
        500,
        () -> {
          made.add(new RunsPanel(presenter));
          return made.get(0);
        });
    Pictures.onEventThread(
        () -> {
          assertThat(button(second, "show").isEnabled()).isFalse();
          button(first, "compare").doClick();
          layOut();
          assertThat(presenter.compared()).contains(first);
          assertThat(button(first, "compare").isSelected()).isTrue();
          button(first, "show").doClick();
          layOut();
          assertThat(presenter.run()).contains(first);
          button(first, "delete").doClick();
          layOut();
          assertThat(presenter.kept()).containsExactly(second);
          assertThat(presenter.run()).contains(second);
          assertThat(presenter.desk().measured()).isEqualTo(second.points());
          return true;
        });
  }
}
