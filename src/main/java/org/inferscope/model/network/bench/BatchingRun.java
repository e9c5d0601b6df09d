package org.inferscope.model.network.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Stream;
import org.inferscope.compute.bench.MlpBenchmark;
import org.inferscope.compute.bench.MlpDims;
import org.inferscope.compute.bench.MlpResult;
import org.inferscope.compute.bench.MlpResult.Measured;
import org.inferscope.compute.bench.MlpResult.MlpCase;
import org.inferscope.compute.bench.MlpResult.Phase;

/**
 * What has been measured of a network so far. Immutable, any thread.
 *
 * @param dims the network
 * @param backend what computed it
 * @param device what that ran on
 * @param results in the order they were measured
 */
public record BatchingRun(MlpDims dims, String backend, String device, List<MlpResult> results) {
  /** How many inputs are run one at a time and as one batch, as in the notebook. */
  public static final int INPUTS = 1000;

  /** Copies the list. */
  public BatchingRun {
    results = List.copyOf(results);
  }

  /** Everything that is to be measured, in order. */
  public static List<MlpCase> cases(MlpDims dims) {
    List<MlpCase> cases = new ArrayList<>();
    cases.add(new MlpCase(dims, Phase.SINGLE, INPUTS));
    cases.add(new MlpCase(dims, Phase.BATCH, INPUTS));
    for (int size : MlpBenchmark.batchSizes()) {
      cases.add(new MlpCase(dims, Phase.CURVE, size));
    }
    return cases;
  }

  /** With one more result. */
  public BatchingRun with(MlpResult result) {
    return new BatchingRun(
        dims, backend, device, Stream.concat(results.stream(), Stream.of(result)).toList());
  }

  /** Whether nothing is left to measure. */
  public boolean isComplete() {
    return results.size() == cases(dims).size();
  }

  /** All inputs one at a time; empty where it was not measured. */
  public Optional<Measured> single() {
    return measured(Phase.SINGLE).findFirst();
  }

  /** All inputs as one batch; empty where it was not measured. */
  public Optional<Measured> batch() {
    return measured(Phase.BATCH).findFirst();
  }

  /** The points of the curve, by growing batch size. */
  public List<Measured> curve() {
    return measured(Phase.CURVE).toList();
  }

  /** What was left out, since it would have taken too long. */
  public List<MlpResult.TooSlow> leftOut() {
    return results.stream()
        .filter(MlpResult.TooSlow.class::isInstance)
        .map(MlpResult.TooSlow.class::cast)
        .toList();
  }

  /** What was measured of a case; empty where nothing was. */
  public Optional<Measured> of(MlpCase wanted) {
    return measured(wanted.phase()).filter(each -> each.measured().equals(wanted)).findFirst();
  }

  /** How many times faster the batch is; empty unless both were measured. */
  public OptionalDouble speedUp() {
    return single().isPresent() && batch().isPresent()
        ? OptionalDouble.of(single().get().timing().medianMs() / batch().get().timing().medianMs())
        : OptionalDouble.empty();
  }

  private Stream<Measured> measured(Phase phase) {
    return results.stream()
        .filter(Measured.class::isInstance)
        .map(Measured.class::cast)
        .filter(each -> each.measured().phase() == phase);
  }
}
