package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.support.ManualCompute;
import org.inferscope.support.NoFiles;
import org.inferscope.tab.TabContext;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.ui.inspector.InspectorModel;
import org.inferscope.ui.navigate.Intent;
import org.inferscope.ui.navigate.Navigator;

/** Presenters that show the geometry of layers of every kind. */
final class Geometries {
  private static final Navigator NOWHERE =
      new Navigator() {
        @Override
        public boolean canOpen(Intent intent) {
          return false;
        }

        @Override
        public void open(Intent intent) {}
      };

  private Geometries() {}

  /** A presenter at the geometry of a layer. */
  static LinearPresenter of(LinearLayer layer, Matrix x) {
    return of(layer, x, new InspectorModel());
  }

  static LinearPresenter of(LinearLayer layer, Matrix x, InspectorModel inspector) {
    LinearPresenter presenter =
        new LinearPresenter(
            new TabContext(
                new ManualCompute(), inspector, NOWHERE, new NoFiles(), Optional.empty()),
            () -> 5);
    LinearState first = presenter.state();
    presenter.open(
        first
            .with(LayerEntries.of(layer, x))
            .with(first.source().withoutInit())
            .with(first.display().with(Display.Stage.GEOMETRY)));
    return presenter;
  }

  static LinearLayer layer(float[][] w, float... b) {
    return new LinearLayer(Matrix.of(w), Matrix.of(b.length, 1, b));
  }

  static Matrix x(float... x) {
    return Matrix.of(1, x.length, x);
  }

  static LinearLayer rotation(double degrees) {
    float cos = (float) Math.cos(Math.toRadians(degrees));
    float sin = (float) Math.sin(Math.toRadians(degrees));
    return layer(new float[][] {{cos, -sin}, {sin, cos}}, 0, 0);
  }

  static LinearLayer shear() {
    return layer(new float[][] {{1, 1}, {0, 1}}, 0, 0);
  }

  static LinearLayer mirror() {
    return layer(new float[][] {{-1, 0}, {0, 1}}, 0, 0);
  }

  static LinearLayer collapse() {
    return layer(new float[][] {{1, 2}, {0.5f, 1}}, 0, 0);
  }

  static LinearLayer shifted() {
    return layer(new float[][] {{1, 0}, {0, 1}}, 2, 1);
  }

  static LinearLayer general() {
    return layer(new float[][] {{1.2f, -0.7f}, {0.4f, 0.9f}}, 0.8f, -1.1f);
  }

  static LinearLayer space() {
    float cos = (float) Math.cos(Math.toRadians(40));
    float sin = (float) Math.sin(Math.toRadians(40));
    return layer(new float[][] {{cos, -sin, 0}, {sin, cos, 0}, {0, 0, 1}}, 0, 0, 0);
  }

  static Matrix batch(int rows, int inputs) {
    double[] values = new NumpyRandom(42).randn(rows * inputs);
    return Matrix.generate(rows, inputs, (i, j) -> (float) values[i * inputs + j]);
  }
}
