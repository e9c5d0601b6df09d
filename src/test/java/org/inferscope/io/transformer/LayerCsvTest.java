package org.inferscope.io.transformer;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.LayerTotals;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.junit.jupiter.api.Test;

class LayerCsvTest {
  private static final LayerTotals NOTEBOOK =
      new LayerTotals(TransformerSpec.NOTEBOOK, Workload.NOTEBOOK);

  @Test
  void everyProductIsARowWithAllDigitsAndTheLayerIsTheLast() {
    String csv =
        LayerCsv.write(
            NOTEBOOK,
            List.of(LayerMatmul.values()),
            Formats.NOTEBOOK,
            Optional.of(new Roof("A100", 312e12, 2e12)));
    List<String> lines = csv.lines().toList();
    assertThat(lines).hasSize(8);
    assertThat(lines.get(0)).startsWith("matmul,products,m,k,n,flops,bytes,flops_per_byte,");
    // 2·2048·4096·12288 FLOPs; 2·(2048·4096 + 4096·12288 + 2048·12288) bytes.
    assertThat(lines.get(1))
        .startsWith("QKV projection,1,2048,4096,12288,206158430208,167772160,1228.8,compute,6.6")
        .endsWith(",FP16,FP16,A100");
    assertThat(lines.get(2)).startsWith("Attention scores,32,2048,128,2048,34359738368,");
    assertThat(lines.get(7)).startsWith("layer,,,,,897648164864,");
  }

  @Test
  void rowsStandInTheOrderAskedForAndWithoutARoofItsColumnsAreEmpty() {
    String csv =
        LayerCsv.write(
            NOTEBOOK,
            List.of(LayerMatmul.FFN_DOWN, LayerMatmul.QKV),
            Formats.NOTEBOOK,
            Optional.empty());
    List<String> lines = csv.lines().toList();
    assertThat(lines.get(1)).startsWith("FFN down,").endsWith(",,,FP16,FP16,");
    assertThat(lines.get(2)).startsWith("QKV projection,");
    assertThat(lines.get(3)).startsWith("layer,").endsWith(",,,FP16,FP16,");
  }
}
