package org.inferscope.model.linear;

import static org.inferscope.model.linear.GeometryWords.axis;
import static org.inferscope.model.linear.GeometryWords.number;
import static org.inferscope.model.linear.GeometryWords.vector;

import java.util.Arrays;
import java.util.List;
import org.inferscope.text.Texts;

/** Says how a map of full rank turns and mirrors: its orthogonal part. */
final class TurnStory {
  private static final double NONE = Math.toDegrees(GeometryWords.SAME);

  private final double[][] q;
  private final boolean mirrors;

  TurnStory(LinearGeometry geometry) {
    q = geometry.svd().orthogonal();
    mirrors = geometry.determinant() < 0;
  }

  /** What is done, in order; empty for no turn. */
  List<String> actions() {
    if (q.length == 2) {
      double degrees = Math.toDegrees(Math.atan2(q[1][0], q[0][0]));
      return mirrors ? List.of(mirrorInPlane(degrees / 2)) : turnInPlane(degrees);
    }
    return mirrors ? mirrorInSpace() : turnInSpace(Turn.of(q));
  }

  private static List<String> turnInPlane(double degrees) {
    double size = Math.abs(degrees);
    if (size < NONE) {
      return List.of();
    }
    if (180 - size < NONE) {
      return List.of(Texts.get("linearfigures.story.halfTurn"));
    }
    return List.of(
        degrees > 0
            ? Texts.get("linearfigures.story.turnLeft", number(size))
            : Texts.get("linearfigures.story.turnRight", number(size)));
  }

  /** A mirroring with first column (cos 2φ, sin 2φ) keeps the line at φ. */
  private static String mirrorInPlane(double degrees) {
    double line = GeometryWords.lineDegrees(degrees);
    if (line == 0) {
      return Texts.get("linearfigures.story.mirrorAxis", axis(0));
    }
    return 90 - Math.abs(line) < NONE
        ? Texts.get("linearfigures.story.mirrorAxis", axis(1))
        : Texts.get("linearfigures.story.mirrorLine", number(line));
  }

  private static List<String> turnInSpace(Turn turn) {
    return turn.degrees() == 0 ? List.of() : List.of(turning(turn));
  }

  private static String turning(Turn turn) {
    return Texts.get(
        "linearfigures.story.turnInSpace", number(turn.degrees()), vector(turn.axis()));
  }

  /**
   * Q = −R with a rotation R. Mirroring at the origin is a half turn and a mirroring at the plane
   * across its axis, so that Q is such a mirroring after R and a half turn about R's axis.
   */
  private List<String> mirrorInSpace() {
    double[][] r = new double[3][3];
    for (int i = 0; i < 3; i++) {
      r[i] = Arrays.stream(q[i]).map(x -> -x).toArray();
    }
    Turn turn = Turn.of(r);
    if (turn.degrees() == 0) {
      return List.of(Texts.get("linearfigures.story.mirrorOrigin"));
    }
    String mirror =
        Texts.get("linearfigures.story.mirrorPlane", vector(GeometryWords.upward(turn.axis())));
    return turn.degrees() == 180 ? List.of(mirror) : List.of(turning(turn.plusHalfTurn()), mirror);
  }
}
