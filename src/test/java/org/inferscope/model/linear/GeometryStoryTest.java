package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GeometryStoryTest {
  private static String story(double[][] w, double... b) {
    return LinearGeometry.of(FigureLayers.of(w, b.length == 0 ? new double[w.length] : b)).story();
  }

  private static double[][] rotation(double degrees) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    return new double[][] {{cos, -sin}, {sin, cos}};
  }

  private static double[][] times(double[][] a, double[][] b) {
    double[][] product = new double[a.length][a.length];
    for (int i = 0; i < a.length; i++) {
      for (int j = 0; j < a.length; j++) {
        for (int k = 0; k < a.length; k++) {
          product[i][j] += a[i][k] * b[k][j];
        }
      }
    }
    return product;
  }

  /** The rotation of space by an angle about a unit vector, by Rodrigues' formula. */
  private static double[][] rotation(double degrees, double... n) {
    double cos = Math.cos(Math.toRadians(degrees));
    double sin = Math.sin(Math.toRadians(degrees));
    double[][] cross = {{0, -n[2], n[1]}, {n[2], 0, -n[0]}, {-n[1], n[0], 0}};
    double[][] r = new double[3][3];
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        r[i][j] = (i == j ? cos : 0) + sin * cross[i][j] + (1 - cos) * n[i] * n[j];
      }
    }
    return r;
  }

  @Test
  void theIdentityDoesNothing() {
    assertThat(story(new double[][] {{1, 0}, {0, 1}}))
        .isEqualTo("The map leaves every point where it is; areas stay the same.");
    assertThat(story(new double[][] {{1, 0}, {0, 1}}, 0.5, -1))
        .isEqualTo("The map shifts everything by (0.5, −1); areas stay the same.");
    assertThat(story(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 1}}))
        .isEqualTo("The map leaves every point where it is; volumes stay the same.");
    assertThat(story(new double[][] {{1, 0}, {0, Math.nextUp(1f)}}))
        .isEqualTo("The map leaves every point almost where it is; areas stay the same.");
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 30, 45, 89, 90, 135, 179})
  void aRotationTurns(int degrees) {
    assertThat(story(rotation(degrees)))
        .isEqualTo("The map turns by " + degrees + "° counter-clockwise; areas stay the same.");
    assertThat(story(rotation(-degrees)))
        .isEqualTo("The map turns by " + degrees + "° clockwise; areas stay the same.");
  }

  @Test
  void aHalfTurnHasNoSense() {
    assertThat(story(rotation(180))).isEqualTo("The map turns by 180°; areas stay the same.");
  }

  @Test
  void scalingIsToldByItsFactors() {
    assertThat(story(new double[][] {{3, 0}, {0, 3}}))
        .isEqualTo("The map scales everything by 3; areas are multiplied by 9.");
    assertThat(story(new double[][] {{0.25, 0}, {0, 2}}))
        .isEqualTo("The map scales by 0.25 along x₁ and by 2 along x₂; areas halve.");
    assertThat(story(new double[][] {{2, 0}, {0, 1}}, 1, 0))
        .isEqualTo(
            "The map scales by 2 along x₁ and by 1 along x₂, then shifts everything by (1, 0);"
                + " areas double.");
    // Along (1, 1) by 3, along (1, −1) by 1.
    assertThat(story(new double[][] {{2, 1}, {1, 2}}))
        .isEqualTo(
            "The map scales by 3 along the direction at 45° and by 1 across it;"
                + " areas are multiplied by 3.");
  }

  @Test
  void aShearKeepsAreas() {
    assertThat(story(new double[][] {{1, 0.5}, {0, 1}}))
        .isEqualTo("The map shears, adding 0.5·x₂ to x₁; areas stay the same.");
    assertThat(story(new double[][] {{1, 0, 0}, {0, 1, 0}, {-2, 0, 1}}))
        .isEqualTo("The map shears, adding −2·x₁ to x₃; volumes stay the same.");
  }

  @Test
  void aNegativeDeterminantMirrors() {
    assertThat(story(new double[][] {{1, 0}, {0, -1}}))
        .isEqualTo(
            "The map mirrors at the x₁ axis; areas stay the same, and left and right are swapped.");
    assertThat(story(new double[][] {{-1, 0}, {0, 1}})).contains("mirrors at the x₂ axis");
    assertThat(story(new double[][] {{0, 1}, {1, 0}})).contains("mirrors at the line at 45°");
    assertThat(story(new double[][] {{0, -1}, {-1, 0}})).contains("mirrors at the line at −45°");
    assertThat(story(new double[][] {{2, 0}, {0, -1}}))
        .isEqualTo(
            "The map scales by 2 along x₁ and by 1 along x₂, then mirrors at the x₁ axis;"
                + " areas double, and left and right are swapped.");
    assertThat(story(new double[][] {{1, 0, 0}, {0, -1, 0}, {0, 0, 1}}))
        .isEqualTo(
            "The map mirrors at the plane perpendicular to (0, 1, 0);"
                + " volumes stay the same, and left and right are swapped.");
    assertThat(story(new double[][] {{-2, 0, 0}, {0, -2, 0}, {0, 0, -2}}))
        .isEqualTo(
            "The map scales everything by 2, then mirrors every point at the origin;"
                + " volumes are multiplied by 8, and left and right are swapped.");
  }

  @Test
  void aSingularMapFlattens() {
    assertThat(story(new double[][] {{1, 2}, {1, 2}}))
        .isEqualTo("The map flattens the plane onto the line at 45°; areas become 0.");
    assertThat(story(new double[][] {{0, 0}, {0, -3}}, 1, 1))
        .isEqualTo(
            "The map flattens the plane onto the line at 90°, then shifts everything by (1, 1);"
                + " areas become 0.");
    assertThat(story(new double[][] {{0, 0}, {0, 0}}))
        .isEqualTo("The map sends every point to the origin; areas become 0.");
    assertThat(story(new double[][] {{0, 0, 0}, {0, 0, 0}, {0, 0, 0}}))
        .isEqualTo("The map sends every point to the origin; volumes become 0.");
    assertThat(story(new double[][] {{0, 0, 0}, {3, 6, 3}, {4, 8, 4}}))
        .isEqualTo("The map flattens space onto the line along (0, 0.6, 0.8); volumes become 0.");
    assertThat(story(new double[][] {{1, 0, 0}, {0, 1, 0}, {0, 0, 0}}))
        .isEqualTo(
            "The map flattens space onto the plane perpendicular to (0, 0, 1); volumes become 0.");
  }

  @Test
  void aGeneralMapScalesAndThenTurns() {
    double[][] scaling = {{2, 0}, {0, 0.25}};
    double[][] slanted = times(rotation(20), times(scaling, rotation(-20)));
    assertThat(story(times(rotation(-50), slanted)))
        .isEqualTo(
            "The map scales by 2 along the direction at 20° and by 0.25 across it,"
                + " then turns by 50° clockwise; areas halve.");
    double[][] mirror = times(rotation(30), times(new double[][] {{1, 0}, {0, -1}}, rotation(-30)));
    assertThat(story(times(mirror, slanted)))
        .isEqualTo(
            "The map scales by 2 along the direction at 20° and by 0.25 across it,"
                + " then mirrors at the line at 30°;"
                + " areas halve, and left and right are swapped.");
  }

  @Test
  void spaceTurnsAboutAnAxis() {
    assertThat(story(rotation(40, 0, 0.6, 0.8)))
        .isEqualTo("The map turns by 40° about the axis (0, 0.6, 0.8); volumes stay the same.");
    assertThat(story(rotation(179.9, 0, -0.6, 0.8)))
        .contains("turns by 179.9° about the axis (0, −0.6, 0.8)");
    assertThat(story(rotation(180, 0.6, 0, 0.8)))
        .contains("turns by 180° about the axis (0.6, 0, 0.8)");
    double[][] scaling = {{2, 0, 0}, {0, 3, 0}, {0, 0, 0.5}};
    assertThat(story(times(rotation(90, 1, 0, 0), scaling)))
        .isEqualTo(
            "The map scales by 2 along x₁, by 3 along x₂ and by 0.5 along x₃,"
                + " then turns by 90° about the axis (1, 0, 0); volumes are multiplied by 3.");
    double[][] turn = rotation(25, 0.6, 0.8, 0);
    double[][] back = rotation(-25, 0.6, 0.8, 0);
    assertThat(story(times(turn, times(scaling, back))))
        .isEqualTo(
            "The map scales by 3, 2 and 0.5 along three perpendicular directions;"
                + " volumes are multiplied by 3.");
  }

  @Test
  void aTurnAndAMirroringInSpaceAreBothTold() {
    double[][] mirror = {{1, 0, 0}, {0, 1, 0}, {0, 0, -1}};
    assertThat(story(times(mirror, rotation(70, 0, 0, 1))))
        .isEqualTo(
            "The map turns by 70° about the axis (0, 0, 1),"
                + " then mirrors at the plane perpendicular to (0, 0, 1);"
                + " volumes stay the same, and left and right are swapped.");
  }

  @Test
  void numbersThatAreNotFiniteHaveNoStory() {
    assertThat(story(new double[][] {{Double.NaN, 0}, {0, 1}})).contains("not finite");
    assertThat(story(new double[][] {{1, 0}, {0, 1}}, 0, Double.POSITIVE_INFINITY))
        .contains("not finite");
  }
}
