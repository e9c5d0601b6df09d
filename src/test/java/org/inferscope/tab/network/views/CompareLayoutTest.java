package org.inferscope.tab.network.views;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.inferscope.tab.network.views.CompareLayout.Group;
import org.inferscope.tab.network.views.CompareLayout.Panel;
import org.inferscope.tab.network.views.CompareLayout.Place;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompareLayoutTest {
  private static final int[] WIDTHS = {1, 4, 10, 16, 64, 65, 4096};

  private static CompareLayout layout(
      int width, int height, double unit, double scroll, List<CompareSpec.Lanes> lanes) {
    return CompareLayout.of(
        new CompareSpec(width, height, lanes, scroll, unit, unit == 1 ? 12 : 14));
  }

  private static List<CompareSpec.Lanes> same(int columns, int units) {
    return Collections.nCopies(columns, new CompareSpec.Lanes(units, units));
  }

  @ParameterizedTest
  @CsvSource({"860,470,1", "640,420,1", "1480,760,1", "1880,860,1.5", "2960,1500,2"})
  void nothingOverlapsOrLeavesTheView(int width, int height, double unit) {
    List<String> problems = new ArrayList<>();
    for (int columns : new int[] {2, 4, 7, 25}) {
      for (int units : WIDTHS) {
        check(layout(width, height, unit, 0, same(columns, units)), units + " units: ", problems);
      }
    }
    assertThat(problems).isEmpty();
  }

  private static void check(CompareLayout layout, String what, List<String> problems) {
    CompareSpec spec = layout.spec();
    List<Box> boxes = new ArrayList<>(List.of(layout.headline(), layout.sub(), layout.footer()));
    for (int k = 0; k < layout.groups().size(); k++) {
      // What is scrolled out of the view is cut off there.
      if (k == layout.output()
          || layout.groups().get(k).bounds().right() <= layout.view().right()) {
        Group group = layout.groups().get(k);
        boxes.addAll(List.of(group.title(), group.note(), group.numbers()));
        boxes.addAll(group.heads());
        boxes.addAll(group.panels());
        boxes.addAll(group.ticks());
      }
    }
    Box all = new Box(0, 0, spec.width(), spec.height());
    for (int p = 0; p < boxes.size(); p++) {
      if (!all.covers(boxes.get(p))) {
        problems.add(what + boxes.get(p) + " leaves the view");
      }
      for (int q = p + 1; q < boxes.size(); q++) {
        if (boxes.get(p).overlaps(boxes.get(q))) {
          problems.add(what + boxes.get(p) + " overlaps " + boxes.get(q));
        }
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"860,470,1", "1480,760,1", "1880,860,1.5"})
  void barsAndValuesStayInTheirLaneAndApart(int width, int height, double unit) {
    for (int units : new int[] {1, 4, 8, 10, 16, 64}) {
      for (Group group : layout(width, height, unit, 0, same(4, units)).groups()) {
        for (Panel which : Panel.values()) {
          for (int i = 0; i < units; i++) {
            Box lane = group.lane(which, i);
            assertThat(group.panel(which).covers(lane)).isTrue();
            assertThat(lane.covers(group.track(which, i))).as("%s of %s", i, units).isTrue();
            if (group.values(which) != Place.NOWHERE) {
              assertThat(group.value(which, i).overlaps(group.track(which, i))).isFalse();
              assertThat(lane.grown(1).covers(group.value(which, i))).isTrue();
            }
          }
        }
      }
    }
  }

  @Test
  void theNotebooksNetworkFitsWithoutScrollingAndWritesTheOutputsNumbers() {
    CompareLayout layout =
        layout(
            860,
            470,
            1,
            0,
            List.of(
                new CompareSpec.Lanes(8, 8),
                new CompareSpec.Lanes(16, 16),
                new CompareSpec.Lanes(8, 8),
                new CompareSpec.Lanes(4, 4)));

    assertThat(layout.farthest()).isZero();
    assertThat(layout.groups().get(3).values(Panel.DIFFERENCE)).isNotEqualTo(Place.NOWHERE);
    assertThat(layout.groups().get(1).hasBars(Panel.A)).isTrue();
  }

  @Test
  void aDeepNetworkScrollsAndKeepsTheOutputInSight() {
    CompareLayout first = layout(860, 470, 1, 0, same(25, 16));

    assertThat(first.farthest()).isPositive();
    assertThat(first.shows(20)).isFalse();
    assertThat(first.shows(first.output())).isTrue();
    CompareLayout far = layout(860, 470, 1, first.scrollTo(20), same(25, 16));
    assertThat(far.shows(20)).isTrue();
    assertThat(far.groups().get(far.output()).title())
        .isEqualTo(first.groups().get(first.output()).title());
  }

  @Test
  void manyUnitsBecomeASilhouetteAndUnequalOnesHaveNoDifference() {
    CompareLayout layout =
        layout(
            860, 470, 1, 0, List.of(new CompareSpec.Lanes(784, 784), new CompareSpec.Lanes(4, 6)));

    assertThat(layout.groups().get(0).hasBars(Panel.A)).isFalse();
    assertThat(layout.groups().get(1).count(Panel.DIFFERENCE)).isZero();
    assertThat(layout.groups().get(1).count(Panel.A)).isEqualTo(4);
    assertThat(layout.groups().get(1).count(Panel.B)).isEqualTo(6);
  }

  @Test
  void aPlaceIsFoundInItsGroupAndLane() {
    CompareLayout layout = layout(860, 470, 1, 0, same(4, 16));
    for (int k = 0; k < 4; k++) {
      for (Panel which : Panel.values()) {
        Box lane = layout.groups().get(k).lane(which, 7);
        assertThat(layout.groupAt(lane.centerX(), lane.centerY())).isEqualTo(k);
        assertThat(layout.groups().get(k).unitAt(which, lane.centerX(), lane.centerY()))
            .isEqualTo(7);
      }
    }
  }
}
