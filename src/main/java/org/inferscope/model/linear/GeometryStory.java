package org.inferscope.model.linear;

import static org.inferscope.model.linear.GeometryWords.axis;
import static org.inferscope.model.linear.GeometryWords.number;
import static org.inferscope.model.linear.GeometryWords.same;
import static org.inferscope.model.linear.GeometryWords.vector;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.inferscope.text.Texts;

/**
 * Says in one sentence what a map does. A map of full rank is told as its polar decomposition W =
 * Q·P: first the scaling P along perpendicular directions, then the turn or mirroring Q; that
 * covers rotation, scaling and mirroring as such. A shear, which would become a scaling and a turn,
 * is told as one. A map that loses a dimension is told by what it flattens to.
 */
final class GeometryStory {
  private final LinearGeometry geometry;
  private final int n;
  private final double[][] w;

  GeometryStory(LinearGeometry geometry) {
    this.geometry = geometry;
    n = geometry.dimensions();
    w = geometry.matrix();
  }

  String text() {
    if (!geometry.isFinite() || !Double.isFinite(geometry.shiftLength())) {
      return Texts.get("linearfigures.story.notFinite");
    }
    List<String> actions = new ArrayList<>(isIdentity() ? List.of() : actions());
    if (actions.isEmpty() && !isIdentity()) {
      actions.add(Texts.get("linearfigures.story.almost"));
    }
    if (geometry.shiftLength() > 0) {
      actions.add(Texts.get("linearfigures.story.shift", vector(geometry.shift())));
    }
    if (actions.isEmpty()) {
      actions.add(Texts.get("linearfigures.story.nothing"));
    }
    String all = String.join(Texts.get("linearfigures.story.then") + " ", actions);
    return Texts.get("linearfigures.story.sentence", all, sizes());
  }

  private List<String> actions() {
    if (geometry.rank() < n) {
      return List.of(flattening());
    }
    Optional<String> shear = shear();
    if (shear.isPresent()) {
      return List.of(shear.get());
    }
    List<String> actions = new ArrayList<>();
    scaling().ifPresent(actions::add);
    actions.addAll(new TurnStory(geometry).actions());
    return actions;
  }

  private boolean isIdentity() {
    return Arrays.deepEquals(w, geometry.at(0));
  }

  private String flattening() {
    SmallSvd svd = geometry.svd();
    int rank = geometry.rank();
    if (rank == 0) {
      return Texts.get("linearfigures.story.point");
    }
    if (n == 2) {
      return Texts.get("linearfigures.story.line", number(GeometryWords.lineDegrees(svd.image(0))));
    }
    return rank == 1
        ? Texts.get("linearfigures.story.lineInSpace", vector(GeometryWords.upward(svd.image(0))))
        : Texts.get(
            "linearfigures.story.plane",
            vector(GeometryWords.upward(cross(svd.image(0), svd.image(1)))));
  }

  private static double[] cross(double[] a, double[] b) {
    return new double[] {
      a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]
    };
  }

  /** I with one more entry off the diagonal, by the numbers themselves. */
  private Optional<String> shear() {
    double[][] identity = geometry.at(0);
    String text = "";
    int differences = 0;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (w[i][j] != identity[i][j]) {
          differences += i == j ? 2 : 1;
          text = Texts.get("linearfigures.story.shear", number(w[i][j]), axis(j), axis(i));
        }
      }
    }
    return differences == 1 ? Optional.of(text) : Optional.empty();
  }

  private Optional<String> scaling() {
    double[] values = geometry.singularValues();
    if (same(values[0], values[n - 1])) {
      return same(values[0], 1)
          ? Optional.empty()
          : Optional.of(Texts.get("linearfigures.story.scale", number(values[0])));
    }
    double[][] p = geometry.svd().symmetric();
    return Optional.of(isDiagonal(p, values[0]) ? alongAxes(p) : alongDirections(values));
  }

  private boolean isDiagonal(double[][] p, double largest) {
    boolean diagonal = true;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        diagonal &= i == j || Math.abs(p[i][j]) <= GeometryWords.SAME * largest;
      }
    }
    return diagonal;
  }

  private String alongAxes(double[][] p) {
    String first = number(p[0][0]);
    String second = number(p[1][1]);
    return n == 2
        ? Texts.get("linearfigures.story.axes", first, axis(0), second, axis(1))
        : Texts.get(
            "linearfigures.story.axesOfSpace",
            first,
            axis(0),
            second,
            axis(1),
            number(p[2][2]),
            axis(2));
  }

  private String alongDirections(double[] values) {
    if (n == 3) {
      return Texts.get(
          "linearfigures.story.directions",
          number(values[0]),
          number(values[1]),
          number(values[2]));
    }
    double degrees = GeometryWords.lineDegrees(geometry.svd().direction(0));
    return Texts.get(
        "linearfigures.story.direction", number(values[0]), number(degrees), number(values[1]));
  }

  /** What becomes of areas, or of volumes. */
  private String sizes() {
    String what =
        n == 2 ? Texts.get("linearfigures.story.areas") : Texts.get("linearfigures.story.volumes");
    if (geometry.rank() < n) {
      return Texts.get("linearfigures.story.vanish", what);
    }
    double determinant = geometry.determinant();
    String text = sizes(what, Math.abs(determinant));
    return determinant < 0 ? Texts.get("linearfigures.story.turnedOver", text) : text;
  }

  private static String sizes(String what, double factor) {
    if (same(factor, 1)) {
      return Texts.get("linearfigures.story.stay", what);
    }
    if (same(factor, 2)) {
      return Texts.get("linearfigures.story.double", what);
    }
    return same(factor, 0.5)
        ? Texts.get("linearfigures.story.halve", what)
        : Texts.get("linearfigures.story.multiply", what, number(factor));
  }
}
