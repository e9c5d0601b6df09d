package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.model.linear.TorchComparison;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.support.RealTorch;
import org.inferscope.support.TorchTest;
import org.inferscope.tab.TabContext;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;
import org.junit.jupiter.api.Test;

/** What the tab shows, computed by the real PyTorch beside it. */
@TorchTest
class RealTorchCheckTest {
  private final ManualCompute compute = new ManualCompute();
  private final InspectorModel inspector = new InspectorModel();
  private final LinearPresenter presenter =
      new LinearPresenter(
          new TabContext(
              compute, inspector, new Nowhere(), new NoFiles(), Optional.of(RealTorch.peer())),
          () -> 7);

  @Test
  void theNotebooksLayerGivesTheNotebooksOutputsInPyTorch() {
    presenter.torch().want();
    compute.runAll();

    TorchComparison result = presenter.torch().result().orElseThrow();
    assertThat(result.engine()).startsWith("PyTorch 2.7.1");
    assertThat(result.matches()).isTrue();
    assertThat(result.theirs().get(0, 0)).isBetween(3.00999f, 3.01001f);
    assertThat(result.theirs().get(0, 2)).isBetween(11.02999f, 11.03001f);
  }

  @Test
  void theLargestBatchIsFollowedThroughAnEditAndItsDifferenceExplained() {
    presenter.torch().want();
    presenter.setInputs(64);
    presenter.setOutputs(64);
    presenter.setBatch(256);
    presenter.choose(Initialisation.PYTORCH);
    presenter.drawInputs();
    compute.runAll();

    TorchComparison result = presenter.torch().result().orElseThrow();
    assertThat(result.ours()).isEqualTo(presenter.y());
    assertThat(result.matches()).isTrue();
    assertThat(result.maxAbsDifference()).isLessThan(1e-5);
    presenter.explain(new LinearRef.TorchDifference());
    assertThat(inspector.current().orElseThrow().shown()).isEqualTo(result.maxAbsDifference());
  }

  private static final class Nowhere implements Navigator {
    @Override
    public boolean canOpen(Intent intent) {
      return false;
    }

    @Override
    public void open(Intent intent) {
      throw new IllegalArgumentException("no tab takes " + intent);
    }
  }
}
