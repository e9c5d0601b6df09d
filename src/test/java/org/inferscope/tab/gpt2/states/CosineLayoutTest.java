package org.inferscope.tab.gpt2.states;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.awt.image.BufferedImage;
import java.util.Collections;
import java.util.List;
import org.inferscope.support.Brushwork;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CosineLayoutTest {
  private static final int W = 360;
  private static final int H = 160;

  private static CosineLayout layout(int bars, double least) {
    return CosineLayout.of(W, H, bars, least, 1, 12);
  }

  private static TokenLine line(Role role, Double... cosines) {
    return new TokenLine(
        0, "·is", role, Collections.nCopies(cosines.length + 1, 1.0), List.of(cosines));
  }

  @Test
  void theAxisGoesFromNoneToAll() {
    CosineLayout layout = layout(3, 0.1);
    assertThat(layout.low()).isZero();
    assertThat(layout.y(0)).isEqualTo(layout.plot().bottom());
    assertThat(layout.y(1)).isEqualTo(layout.plot().y());
    assertThat(layout.bar(0, 0.5).h()).isEqualTo(layout.plot().h() / 2, within(1e-9));
  }

  @Test
  void aNegativeCosineHangsBelowZero() {
    CosineLayout layout = layout(3, -0.3);
    assertThat(layout.low()).isEqualTo(-0.5);
    Box bar = layout.bar(1, -0.3);
    assertThat(bar.y()).isEqualTo(layout.y(0));
    assertThat(layout.plot().covers(bar)).isTrue();
    assertThat(layout(3, -1).low()).isEqualTo(-1);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 6, 12, 48})
  void everyBarAndDotIsFoundWhereItStands(int bars) {
    CosineLayout layout = layout(bars, 0);
    List<TokenLine> lines =
        List.of(
            line(Role.ROW, Collections.nCopies(bars, 0.5).toArray(new Double[0])),
            line(Role.BLUE, Collections.nCopies(bars, 0.6).toArray(new Double[0])),
            line(Role.PLUM, Collections.nCopies(bars, 0.7).toArray(new Double[0])));
    for (int i = 0; i < bars; i++) {
      Box bar = layout.bar(i, 0.5);
      assertThat(layout.at(bar.centerX(), bar.centerY())).isEqualTo(i);
      assertThat(layout.slot(i).covers(bar)).isTrue();
      assertThat(layout.dot(lines, 1, i).x()).isLessThan(layout.dot(lines, 2, i).x());
    }
    assertThat(layout.at(0, 0)).isEqualTo(-1);
  }

  @Test
  void nothingIsPaintedOutsideInAnyLook() {
    for (Look look : List.of(Look.of(false), Look.of(true), new Look(false, true, false, 1, 1))) {
      for (int bars : new int[] {1, 6, 48}) {
        Double[] some = Collections.nCopies(bars, -0.2).toArray(new Double[0]);
        some[0] = 0.97;
        List<TokenLine> lines = List.of(line(Role.ROW, some), line(Role.BLUE, some));
        BufferedImage picture =
            Brushwork.paint(
                "gpt2-cosines-" + bars + (look.dark() ? "-dark" : ""),
                look,
                W + 40,
                H + 40,
                1,
                brush -> new CosinePainter(brush).paint(layout(bars, -0.2), lines, 0, 1));
        assertThat(Brushwork.isBareOutside(picture, new Box(0, 0, W, H))).isTrue();
      }
    }
  }

  @Test
  void aVectorWithoutALengthHasNoBar() {
    CosineLayout layout = layout(2, 0);
    assertThat(layout.bar(0, Double.NaN).h()).isNaN();
  }
}
