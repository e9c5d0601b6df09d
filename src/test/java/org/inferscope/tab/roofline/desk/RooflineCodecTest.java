package org.inferscope.tab.roofline.desk;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.bench.MatmulSize;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.Scenario;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.tensor.DType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RooflineCodecTest {
  private final RooflineCodec codec = new RooflineCodec();

  static Stream<RooflineState> states() {
    MatmulSize odd = new MatmulSize(1, 768, 3072);
    RooflineState other =
        RooflineState.first()
            .with(RooflineState.View.LAYER)
            .with(new SweepPlan(List.of(odd, new MatmulSize(8192, 8192, 8192)), List.of("ijk")))
            .with(new TransformerSpec(12, 768, 12, 12, 3072, false, 50257, true, 1024))
            .with(new Workload(Workload.Phase.DECODE, 5, 16, 131072))
            .with(RooflineState.Order.LARGEST_FIRST)
            .with(new Formats(DType.INT4, DType.BF16))
            .with(List.of("h100-sxm", RooflineState.THIS_MACHINE))
            .with(new Walk(77, 768, 50257));
    return Stream.of(
        RooflineState.first(),
        other,
        other.with(new Selection.OfMeasured("openblas", odd)),
        other.with(new Selection.OfScenario(Scenario.PREFILL_512)),
        other.with(new Selection.OfLayer(LayerMatmul.FFN_UP)),
        other.with(new Selection.OfWalk()));
  }

  @ParameterizedTest
  @MethodSource("states")
  void readsWhatItWrites(RooflineState state) {
    assertThat(codec.read(codec.write(state))).isEqualTo(state);
  }
}
