package org.inferscope.io.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.List;
import java.util.Set;
import org.inferscope.compute.Backend;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.Keep;
import org.inferscope.model.gpt2.RandomWeights;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Effect;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.model.gpt2.whatif.Sweep;
import org.junit.jupiter.api.Test;

class WhatIfCsvTest {
  private static List<CsvRecord> read(String text) {
    return CsvReader.builder().ofCsvRecord(text).stream().toList();
  }

  @Test
  void writesEveryTokenBeforeAndAfterWithAllDigits() {
    Comparison comparison =
        new Comparison(
            Distribution.of(new float[] {1, 2.5f, -3}), Distribution.of(new float[] {2, 0, 1}));
    List<CsvRecord> rows =
        read(WhatIfCsv.comparison(comparison, id -> id == 1 ? "say \"so\", he" : "w" + id));
    assertThat(rows).hasSize(4);
    assertThat(rows.get(1).getField(1)).isEqualTo("say \"so\", he");
    for (CsvRecord row : rows.subList(1, 4)) {
      int id = Integer.parseInt(row.getField(0));
      assertThat(Double.parseDouble(row.getField(2)))
          .isEqualTo(comparison.before().probability(id));
      assertThat(Double.parseDouble(row.getField(3))).isEqualTo(comparison.after().probability(id));
      assertThat(Float.parseFloat(row.getField(6))).isEqualTo(comparison.after().logit(id));
    }
    assertThat(
            rows.subList(1, 4).stream().mapToDouble(r -> Double.parseDouble(r.getField(7))).sum())
        .isCloseTo(comparison.nats(), within(1e-12));
  }

  @Test
  void leavesEmptyWhatHasNotBeenTried() {
    RandomWeights weights = new RandomWeights(new Gpt2Config(2, 2, 8, 32, 16, 50, 1e-5f), 3);
    try (Backend backend = new ReferenceBackend();
        Gpt2 model = Gpt2.load(backend, weights, () -> {})) {
      Keep keep = new Keep(Set.of(), Keep.Logits.LAST);
      Gpt2Trace trace = model.trace(List.of(1, 2, 3), keep, List.of(), () -> {});
      Sweep sweep = Sweep.start(weights.config(), 2, Fill.ZERO).step(model, trace, () -> {});
      Importance importance = Importance.of(weights, trace, sweep, 7);
      List<CsvRecord> rows = read(WhatIfCsv.importance(importance, "·so"));
      assertThat(rows).hasSize(7);
      assertThat(rows.get(1).getFields()).startsWith("0", "head 0", "·so").endsWith("", "", "", "");
      CsvRecord last = rows.get(6);
      Effect effect = importance.effect(new Part.Mlp(1)).orElseThrow();
      assertThat(last.getField(1)).isEqualTo("mlp");
      assertThat(Double.parseDouble(last.getField(5))).isEqualTo(effect.logProbabilityChange());
      assertThat(last.getField(7)).as("the pass kept nothing for it").isEmpty();
    }
  }
}
