package org.inferscope.model.gpt2;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.JobListener;
import org.inferscope.compute.Outcome;
import org.inferscope.compute.Progress;
import org.inferscope.support.ManualCompute;
import org.inferscope.tensor.DType;
import org.junit.jupiter.api.Test;

/** A model behind the compute service. */
class Gpt2SessionTest {
  private static final Keep NEXT = Keep.nextToken();

  private final ManualCompute compute = new ManualCompute();
  private final Gpt2Session session =
      new Gpt2Session(compute, new RandomWeights(new Gpt2Config(2, 2, 8, 32, 16, 50, 1e-5f), 3));

  private Outcome<Gpt2Trace> trace() {
    List<Outcome<Gpt2Trace>> heard = new ArrayList<>();
    compute.submit(
        session.request(
            "trace",
            (model, context) ->
                model.trace(List.of(1, 2), NEXT, List.of(), context::checkCancelled)),
        heard::add);
    compute.runAll();
    assertThat(heard).hasSize(1);
    return heard.get(0);
  }

  @Test
  void loadsTheModelForTheFirstJobAndKeepsIt() {
    List<Gpt2> seen = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      compute.submit(session.request("look", (model, context) -> seen.add(model)), outcome -> {});
    }
    compute.runAll();
    assertThat(seen.get(0)).isSameAs(seen.get(1));
  }

  @Test
  void convertsBetweenOtherJobsAndThenChangesOver() {
    List<Double> fractions = new ArrayList<>();
    List<Outcome<DType>> ends = new ArrayList<>();
    Gpt2Trace before = ((Outcome.Done<Gpt2Trace>) trace()).value();
    session.convert(
        DType.INT8,
        new JobListener<>() {
          @Override
          public void progressed(Progress progress) {
            fractions.add(progress.fraction());
          }

          @Override
          public void finished(Outcome<DType> outcome) {
            ends.add(outcome);
          }
        });
    compute.runAll();
    assertThat(ends).containsExactly(new Outcome.Done<>(DType.INT8));
    assertThat(fractions).isSorted();
    Gpt2Trace after = ((Outcome.Done<Gpt2Trace>) trace()).value();
    assertThat(after.next().logits()).isNotEqualTo(before.next().logits());
  }

  @Test
  void closedItFreesTheModelAndCancelsWhatComesLater() {
    trace();
    List<String> told = new ArrayList<>();
    session.close(() -> told.add("freed"));
    assertThat(told).isEmpty();
    compute.runAll();
    assertThat(told).containsExactly("freed");
    List<Outcome<Boolean>> heard = new ArrayList<>();
    compute.submit(session.request("late", (model, context) -> true), heard::add);
    compute.runAll();
    assertThat(heard).isEmpty();
  }
}
