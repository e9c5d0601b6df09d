package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.tensor.DType;
import org.inferscope.ui.bars.Bar;
import org.inferscope.ui.bars.Bars;
import org.inferscope.ui.theme.Role;
import org.junit.jupiter.api.Test;

class BarsWriterTest {
  private final Rig rig = new Rig();
  private final LinearPresenter presenter = rig.presenter;

  @Test
  void theBarsShowTheNumbersInTheNotebooksColours() {
    assertThat(x().bars()).extracting(Bar::value).containsExactly(1.0, 2.0, 3.0, 4.0);
    assertThat(x().bars())
        .extracting(Bar::role)
        .containsExactly(Role.ROW, Role.COLUMN, Role.BLUE, Role.GREEN);
    assertThat(b().bars()).extracting(Bar::role).containsOnly(Role.RESULT);
    assertThat(y().bars())
        .extracting(bar -> (float) bar.value())
        .containsExactly(3.01f, 7.02f, 11.03f);
  }

  @Test
  void xAndBCanBeDraggedAndYCannot() {
    assertThat(x().draggable()).isTrue();
    assertThat(b().draggable()).isTrue();
    assertThat(y().draggable()).isFalse();
  }

  @Test
  void theBarUnderThePointerShowsItsHandle() {
    presenter.hover(Optional.of(new LinearRef.Input(0, 2)));
    assertThat(x().hovered()).isEqualTo(2);
    assertThat(b().hovered()).isEqualTo(-1);

    presenter.hover(Optional.of(new LinearRef.Bias(1)));
    assertThat(b().hovered()).isEqualTo(1);
  }

  @Test
  void anInputOfAnotherRowOfTheBatchShowsNoHandleHere() {
    presenter.setBatch(4);

    presenter.hover(Optional.of(new LinearRef.Input(3, 2)));

    assertThat(x().hovered()).isEqualTo(-1);
  }

  @Test
  void anotherFormatIsNamedAndItsExactValuesAreMarked() {
    presenter.setPrecision(DType.INT8);

    assertThat(y().words().title()).contains("INT8");
    for (int i = 0; i < 3; i++) {
      assertThat(y().bars().get(i).exact().orElseThrow())
          .isEqualTo(presenter.layer().exact(presenter.x(), 0, i));
      assertThat((float) y().bars().get(i).value()).isEqualTo(presenter.y().get(0, i));
    }
  }

  @Test
  void fp32HasNoMarks() {
    assertThat(y().bars()).allMatch(bar -> bar.exact().isEmpty());
  }

  @Test
  void theScaleCoversEveryBarThatIsANumber() {
    rig.fill(16, 16, 32, 4);
    presenter.setRow(20);
    for (Bars bars : new Bars[] {x(), b(), y()}) {
      assertThat(bars.bars()).allMatch(bar -> bars.scale().covers(bar.value()));
    }
  }

  @Test
  void aShareOfAnInfiniteOutputIsNotDrawn() {
    rig.type(Part.W, 0, 0, "inf");

    presenter.hover(Optional.of(new LinearRef.Input(0, 0)));

    assertThat(y().bars().get(0).value()).isEqualTo(Double.POSITIVE_INFINITY);
    assertThat(y().bars().get(0).share()).isEmpty();
    assertThat(y().bars().get(1).share()).isPresent();
  }

  private Bars x() {
    return new BarsWriter(presenter).x();
  }

  private Bars b() {
    return new BarsWriter(presenter).b();
  }

  private Bars y() {
    return new BarsWriter(presenter).y(true);
  }
}
