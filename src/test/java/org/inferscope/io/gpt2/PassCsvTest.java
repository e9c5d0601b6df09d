package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.junit.jupiter.api.Test;

class PassCsvTest {
  @Test
  void writesEachProductOfEachLayerAndTheUnembedding() {
    PassCosts costs =
        new PassCosts(new Gpt2Config(2, 6, 192, 768, 256, 2048, Gpt2Config.EPSILON), 4, 4);
    String[] lines = PassCsv.write(costs, Optional.empty()).split("\r\n", -1);
    assertThat(lines[0]).startsWith("matmul,layer,products,m,k,n,flops");
    assertThat(lines[1]).startsWith("qkv,0,1,4,192,576,884736,");
    assertThat(lines[8]).startsWith("scores,1,6,4,32,4,6144,").endsWith(",,,");
    assertThat(lines[13]).startsWith("logits,,1,4,192,2048,3145728,,");
    assertThat(lines).hasSize(15);
  }
}
