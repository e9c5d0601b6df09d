package org.inferscope.tab.linear;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.regex.Pattern;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.Inputs;
import org.inferscope.model.linear.LayerCost;
import org.inferscope.model.linear.LayerQuantity;
import org.inferscope.model.linear.LinearLayer;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LinearGuideTest {
  private final LinearLayer layer = InitRequest.of(Initialisation.NOTEBOOK, 4, 3).make();
  private final Matrix x = Inputs.notebook(4);
  private String html = "";

  @BeforeEach
  void read() throws IOException {
    try (InputStream in = LinearGuideTest.class.getResourceAsStream("guide.html")) {
      html = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void isShortEnoughToReadBesideTheTab() {
    String text = html.replaceAll("<[^>]*>", " ");
    assertThat(Pattern.compile("\\S+").matcher(text).results().count()).isBetween(350L, 560L);
  }

  @Test
  void showsTheLayerThatTheTabOpensOn() {
    LinearState first = LinearState.first();
    assertThat(first.entries().layer()).isEqualTo(layer);
    assertThat(first.entries().x().matrix()).isEqualTo(x);
    for (int i = 0; i < 3; i++) {
      assertThat(html).contains("(" + row(layer.w(), i) + ")");
    }
    assertThat(html).contains("x = (" + row(x, 0) + ")");
    assertThat(html).contains("y = Wx + b = (" + row(layer.forward(x), 0) + ")");
  }

  private static String row(Matrix matrix, int i) {
    StringBuilder text = new StringBuilder();
    for (int j = 0; j < matrix.cols(); j++) {
      String number = Numbers.full(matrix.get(i, j));
      boolean tenths = matrix.cols() == 4 && matrix.rows() > 1 && !number.contains(".");
      text.append(j == 0 ? "" : ", ").append(number).append(tenths ? ".0" : "");
    }
    return text.toString();
  }

  @Test
  void readsRowsAndColumnsOfW() {
    assertThat(html).contains("= " + Numbers.full(layer.output(x, 0, 0)));
    assertThat(html).contains("largest share, " + Numbers.cell(product(0, 3)));
    assertThat(html)
        .contains(
            "adds %s to y&#8321;, %s to y&#8322; and %s to y&#8323;"
                .formatted(
                    Numbers.cell(product(0, 1)),
                    Numbers.cell(product(1, 1)),
                    Numbers.cell(product(2, 1))));
  }

  private float product(int i, int j) {
    return layer.w().get(i, j) * x.get(0, j);
  }

  @Test
  void scalesAndCostsAreThoseOfTheModel() {
    LayerCost one = new LayerCost(4, 3, 1, DType.FP32);
    LayerCost batch = new LayerCost(4, 3, 32, DType.FP32);
    assertThat(html)
        .contains("&#8730;(2 / 7) = " + Numbers.cell(Math.sqrt(2.0 / 7)))
        .contains(one.text(LayerQuantity.FLOPS_ONE) + " FLOPs each")
        .contains("alone moves " + one.text(LayerQuantity.BYTES_PER_ROW) + " bytes")
        .contains("a batch of 32 it is " + batch.text(LayerQuantity.BYTES_PER_ROW))
        .contains(one.text(LayerQuantity.PARAMETERS) + " parameters")
        .contains(one.text(LayerQuantity.BYTES) + " bytes in FP32")
        .contains(new LayerCost(4, 3, 1, DType.INT8).text(LayerQuantity.BYTES) + " in INT8");
  }

  @Test
  void leavesColoursToTheTheme() {
    assertThat(html).doesNotContain("style=", "color", "<font");
  }
}
