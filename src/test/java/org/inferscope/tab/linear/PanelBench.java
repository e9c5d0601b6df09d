package org.inferscope.tab.linear;

import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.JComponent;
import org.inferscope.compute.LinearPeer;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.model.linear.LinearRef;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.Matrix;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** A presenter with what it needs around it, and a way to find parts of a panel by name. */
final class PanelBench {
  final ManualCompute compute = new ManualCompute();
  final InspectorModel inspector = new InspectorModel();
  final LinearPresenter presenter;
  private Optional<Intent> opened = Optional.empty();

  PanelBench(Optional<LinearPeer> torch) {
    Navigator elsewhere =
        new Navigator() {
          @Override
          public boolean canOpen(Intent intent) {
            return true;
          }

          @Override
          public void open(Intent intent) {
            opened = Optional.of(intent);
          }
        };
    presenter =
        new LinearPresenter(
            new TabContext(compute, inspector, elsewhere, new NoFiles(), torch), () -> 7L);
  }

  PanelBench() {
    this(Optional.empty());
  }

  /** Takes a layer of another size and another batch, with random numbers. */
  void resize(int inputs, int outputs, int batch) {
    presenter.setInputs(inputs);
    presenter.setOutputs(outputs);
    presenter.choose(Initialisation.XAVIER_NORMAL);
    presenter.setBatch(batch);
    presenter.drawInputs();
  }

  /** What was opened in another tab last. */
  Intent opened() {
    return opened.orElseThrow();
  }

  /** What the inspector explains. */
  LinearRef explained() {
    return (LinearRef) inspector.current().orElseThrow().subject();
  }

  /** A part by its name. */
  static <T extends Component> T find(Container in, Class<T> type, String name) {
    return all(in)
        .filter(part -> type.isInstance(part) && name.equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /** Everything in a container. */
  static Stream<Component> all(Container in) {
    return Arrays.stream(in.getComponents())
        .flatMap(
            part ->
                part instanceof JComponent inner
                    ? Stream.concat(Stream.of(part), all(inner))
                    : Stream.of(part));
  }

  /** A peer that computes as we do, but for a last digit of the first output. */
  static LinearPeer almostTheSame() {
    return new LinearPeer() {
      @Override
      public String name() {
        return "PyTorch 2.7.1";
      }

      @Override
      public Matrix linear(Matrix x, Matrix w, float[] b) {
        Matrix y = new LinearLayer(w, Matrix.of(b.length, 1, b)).forward(x);
        float[] values = y.toArray();
        values[0] = Math.nextUp(values[0]);
        return Matrix.of(y.rows(), y.cols(), values);
      }

      @Override
      public List<Matrix> network(Matrix x, List<Dense> layers) {
        throw new UnsupportedOperationException();
      }
    };
  }
}
