package org.inferscope.model.linear;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.inferscope.tensor.Matrix;

/** Layers and inputs of every kind that code is written for, by name. */
final class CodeSubjects {
  private static final float NAN = Float.NaN;
  private static final float INF = Float.POSITIVE_INFINITY;

  private CodeSubjects() {}

  static LayerCode.Subject written(LinearLayer layer, Matrix x) {
    return new LayerCode.Subject(layer, x, Optional.empty(), Optional.empty());
  }

  static LayerCode.Subject seeded(InitRequest request, long inputSeed, int rows) {
    return new LayerCode.Subject(
        request.make(),
        Inputs.random(inputSeed, rows, request.inputs()),
        Optional.of(request),
        Optional.of(inputSeed));
  }

  static LayerCode.Subject notebook() {
    InitRequest request = InitRequest.of(Initialisation.NOTEBOOK, 4, 3);
    return new LayerCode.Subject(
        request.make(), Inputs.notebook(4), Optional.of(request), Optional.empty());
  }

  static LayerCode.Subject special() {
    LinearLayer layer =
        new LinearLayer(
            Matrix.of(
                new float[][] {
                  {NAN, 1, 2}, {INF, 1, -0f}, {Float.MIN_VALUE, -INF, 3e38f}, {-0f, 1, 1}
                }),
            Matrix.of(new float[][] {{0}, {-0f}, {NAN}, {-INF}}));
    return written(layer, Matrix.of(new float[][] {{1, -2, 0.1f}, {0, -0f, 1e10f}}));
  }

  static Map<String, LayerCode.Subject> all() {
    Map<String, LayerCode.Subject> all = new LinkedHashMap<>();
    all.put("notebook", notebook());
    all.put("special values", special());
    all.put(
        "64x64, 5 rows", written(FigureLayers.random(7, 64, 64), FigureLayers.matrix(8, 5, 64)));
    all.put(
        "1x1",
        written(
            FigureLayers.of(new double[][] {{-0.1}}, new double[] {1 / 3.0}), Inputs.notebook(1)));
    all.put("64x1", written(FigureLayers.random(9, 64, 1), FigureLayers.matrix(10, 1, 64)));
    for (Initialisation init : Initialisation.values()) {
      if (init != Initialisation.NOTEBOOK) {
        all.put(init + " 5x7 batch", seeded(InitRequest.of(init, 5, 7), 3, 4));
        all.put(init + " 1x1", seeded(InitRequest.of(init, 1, 1).withSeed(0), 4, 1));
        all.put(init + " 64x64", seeded(InitRequest.of(init, 64, 64).withSeed(123), 5, 1));
      }
    }
    return all;
  }
}
