package org.inferscope.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.Optional;
import org.inferscope.app.window.OpenTabs;
import org.inferscope.compute.exec.LocalComputeService;
import org.inferscope.support.NoFiles;
import org.inferscope.support.SampleTab;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.Tab;
import org.inferscope.tab.TabContext;
import org.inferscope.tab.matmul.MatmulTab;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TabNavigatorTest {
  private record Unheard() implements Intent {}

  private final LocalComputeService compute = LocalCompute.service();
  private final SampleTab first = new SampleTab("linear");
  private TabNavigator navigator;
  private OpenTabs tabs;
  private Tab matmul;

  @BeforeEach
  void open() {
    navigator = new TabNavigator(() -> tabs);
    matmul =
        Edt.call(
            () ->
                new MatmulTab(
                    new TabContext(
                        compute,
                        new InspectorModel(),
                        navigator,
                        new NoFiles(),
                        Optional.empty())));
    tabs = new OpenTabs(List.of(first, matmul));
  }

  @AfterEach
  void close() {
    compute.close();
  }

  @Test
  void anIntentBringsTheTabThatTakesItToTheFront() {
    MultiplyIntent product = new MultiplyIntent(Matrix.identity(4), Matrix.zeros(4, 1));
    assertThat(navigator.canOpen(product)).isTrue();

    Edt.call(
        () -> {
          navigator.open(product);
          return true;
        });

    assertThat(tabs.current()).isSameAs(matmul);
    assertThat(matmul.undo().undoLabel()).hasValue("open a product from another tab");
    assertThat(first.undo().canUndo()).isFalse();
  }

  @Test
  void whatNoTabTakesIsRefusedAndNothingMoves() {
    int most = MultiplyIntent.LARGEST;
    for (Intent intent :
        List.of(
            new Unheard(),
            new MultiplyIntent(Matrix.zeros(most + 1, 2), Matrix.zeros(2, 2)),
            new MultiplyIntent(Matrix.zeros(2, most + 1), Matrix.zeros(most + 1, 2)),
            new MultiplyIntent(Matrix.zeros(2, 2), Matrix.zeros(2, most + 1)),
            new MultiplyIntent(Matrix.zeros(2, 0), Matrix.zeros(0, 2)))) {
      assertThat(navigator.canOpen(intent)).as("%s", intent).isFalse();
      assertThatIllegalArgumentException().isThrownBy(() -> navigator.open(intent));
      assertThatIllegalArgumentException().isThrownBy(() -> matmul.take(intent));
    }
    assertThat(tabs.current()).isSameAs(first);
    assertThat(matmul.undo().canUndo()).isFalse();
  }

  @Test
  void theLargestProductIsTaken() {
    int most = MultiplyIntent.LARGEST;
    assertThat(navigator.canOpen(new MultiplyIntent(Matrix.identity(most), Matrix.identity(most))))
        .isTrue();
  }

  @Test
  void aProductThatIsNotDefinedIsNoIntent() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MultiplyIntent(Matrix.zeros(2, 3), Matrix.zeros(2, 3)));
  }
}
