package org.inferscope.model.roofline.explain;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.bench.Ceiling;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.compute.bench.MachineCeilings;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.roofline.MachineRoof;
import org.junit.jupiter.api.Test;

class CeilingExplainerTest {
  private static MachineCeilings machine(Kind... kinds) {
    List<Ceiling> ceilings =
        Stream.of(kinds)
            .map(
                kind ->
                    new Ceiling(
                        kind,
                        kind.limit() == Ceiling.Limit.COMPUTE
                            ? 1e11 * (1 + place(kind))
                            : 1e10 * (1 + place(kind)),
                        1e9,
                        9e12,
                        "some loop",
                        2,
                        kind == Kind.MULTIPLY_ADD ? 0 : 4096))
            .toList();
    return new MachineCeilings("d", Instant.EPOCH, ceilings, List.of());
  }

  @Test
  void everyLimitAndAllItIsReadFromIsExplained() {
    CeilingExplainer explainer = new CeilingExplainer(machine(Kind.values()));
    List<ValueRef> open = new ArrayList<>(List.of(new CeilingRef.Ridge()));
    Stream.of(Kind.values()).map(CeilingRef::new).forEach(open::add);
    int seen = 0;
    while (!open.isEmpty()) {
      ValueRef ref = open.remove(0);
      assertThat(explainer.knows(ref)).isTrue();
      Explanation explanation = explainer.explain(ref);
      assertThat(explanation.title()).isEqualTo(explainer.label(ref)).isNotBlank();
      assertThat(explanation.meaning()).isNotBlank();
      assertThat(explanation.error()).isZero();
      open.addAll(explanation.sources());
      seen++;
    }
    assertThat(seen).isGreaterThan(8 * 3);
  }

  @Test
  void whatWasNotMeasuredIsNotKnown() {
    CeilingExplainer explainer = new CeilingExplainer(machine(Kind.GEMM));
    assertThat(explainer.knows(new CeilingRef(Kind.L2_READ))).isFalse();
    assertThat(explainer.knows(new CeilingRef.Ridge())).isFalse();
  }

  @Test
  void theRoofIsTheHigherOfThePeaksAndOfTheWaysThroughMemory() {
    MachineRoof roof = MachineRoof.of(machine(Kind.values())).orElseThrow();
    assertThat(roof.peak().kind()).isEqualTo(Kind.GEMM);
    assertThat(roof.bandwidth().kind()).isEqualTo(Kind.MEMORY_TRIAD);
    assertThat(roof.roof().ridge()).isEqualTo(2e11 / 8e10);
    assertThat(MachineRoof.of(machine(Kind.GEMM, Kind.L2_READ))).isEmpty();
    assertThat(MachineRoof.of(machine(Kind.MULTIPLY_ADD, Kind.MEMORY_READ))).isPresent();
  }

  private static int place(Ceiling.Kind kind) {
    return List.of(Ceiling.Kind.values()).indexOf(kind);
  }
}
