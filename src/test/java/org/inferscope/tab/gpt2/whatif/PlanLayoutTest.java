package org.inferscope.tab.gpt2.whatif;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.ui.paint.Box;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PlanLayoutTest {
  private static PlanScene scene(int layers, int heads, int tokens) {
    return new PlanScene(
        Collections.nCopies(tokens, "·token"),
        layers,
        heads,
        Ablation.NONE,
        tokens - 1,
        null,
        1,
        "",
        new Part.Head(0, 0));
  }

  private static PlanLayout layout(PlanScene scene, int width, int height, double unit, int first) {
    double smallest = unit > 1.4 ? 14 : 12;
    return PlanLayout.of(
        new Box(3, 3, width, height),
        scene,
        first,
        unit,
        smallest,
        text -> text.length() * smallest * unit * 0.55);
  }

  @ParameterizedTest
  @CsvSource({"350,300,1", "350,200,1", "640,600,1", "800,640,1.5", "1300,1200,2"})
  void nothingOverlapsOrLeavesTheBox(int width, int height, double unit) {
    List<String> problems = new ArrayList<>();
    for (int[] size : new int[][] {{1, 1}, {6, 6}, {12, 12}, {24, 16}, {48, 25}}) {
      for (int tokens : new int[] {1, 4, 33, 1024}) {
        PlanScene scene = scene(size[0], size[1], tokens);
        check(layout(scene, width, height, unit, tokens - 1), scene, width, height, problems);
      }
    }
    assertThat(problems).isEmpty();
  }

  private static void check(
      PlanLayout layout, PlanScene scene, int width, int height, List<String> problems) {
    List<Box> boxes = new ArrayList<>(layout.chips());
    boxes.addAll(List.of(layout.less(), layout.more(), layout.header(), layout.gutter()));
    boxes.addAll(List.of(layout.heads().bounds(), layout.mlps().bounds(), layout.legend()));
    Box all = new Box(3, 3, width, height);
    for (int p = 0; p < boxes.size(); p++) {
      Box box = boxes.get(p);
      if (!box.isEmpty() && !all.covers(box)) {
        problems.add(scene.layers() + "×" + scene.heads() + ": " + box + " leaves " + all);
      }
      for (int q = p + 1; q < boxes.size(); q++) {
        if (box.overlaps(boxes.get(q))) {
          problems.add(scene.layers() + "×" + scene.heads() + ": " + box + boxes.get(q));
        }
      }
    }
  }

  @Test
  void findsEachPartWhereItLies() {
    PlanScene scene = scene(12, 12, 5);
    PlanLayout layout = layout(scene, 500, 400, 1, 0);
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      parts.add(new Part.Token(i));
    }
    for (int layer = 0; layer < 12; layer++) {
      for (int column = 0; column <= 12; column++) {
        parts.add(scene.part(layer, column));
      }
    }
    for (Part part : parts) {
      Box box = layout.box(part);
      assertThat(layout.partAt(box.centerX(), box.centerY())).isEqualTo(Optional.of(part));
    }
    Box gutter = layout.gutter();
    assertThat(layout.layerAt(gutter.centerX(), layout.heads().row(7).centerY())).isEqualTo(7);
    assertThat(layout.layerAt(300, layout.heads().row(7).centerY())).isEqualTo(-1);
    assertThat(layout.partAt(1, 1)).isEmpty();
  }

  @Test
  void scrollsALongPromptAndFillsTheRowAtItsEnd() {
    PlanScene scene = scene(6, 6, 100);
    PlanLayout start = layout(scene, 350, 300, 1, 0);
    assertThat(start.first()).isZero();
    assertThat(start.less().isEmpty()).isTrue();
    assertThat(start.more().isEmpty()).isFalse();
    PlanLayout end = layout(scene, 350, 300, 1, Integer.MAX_VALUE);
    assertThat(end.first() + end.chips().size()).isEqualTo(100);
    assertThat(end.chips()).hasSizeBetween(start.chips().size(), start.chips().size() + 1);
    assertThat(end.more().isEmpty()).isTrue();
    assertThat(end.box(new Part.Token(0)).isEmpty()).isTrue();
    assertThat(end.box(new Part.Token(99)).isEmpty()).isFalse();
  }
}
