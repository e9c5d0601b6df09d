package org.inferscope.model.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.inferscope.compute.Backend;
import org.inferscope.compute.JobContext;
import org.inferscope.compute.reference.ReferenceBackend;
import org.inferscope.model.matmul.CheckResult;
import org.inferscope.support.BackendContext;
import org.junit.jupiter.api.Test;

/** Where the numbers that a check compares stand in the network. */
class NetworkCheckPlaceTest {
  @Test
  void everyComparedNumberIsFoundInTheRun() {
    NetworkPlan plan = NetworkPlan.of(900, 500, 7, 3); // The first layer is taken in parts.
    Trace trace = TracedRun.of(plan, InputBatch.random(1, 2, 900), 1, Ablations.NONE);
    NetworkCheck check = new NetworkCheck(trace);
    CheckResult result = run(check);
    for (int k = 0; k < result.backend().cols(); k++) {
      NetworkCheck.Place place = check.place(k);
      float shown =
          place.activation()
              ? trace.values(place.layer() + 1)[place.i()]
              : trace.preActivations(place.layer())[place.i()];
      assertThat(result.backend().get(0, k)).as("number %d", k).isEqualTo(shown);
    }
    assertThatThrownBy(() -> check.place(result.backend().cols()))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  private static CheckResult run(NetworkCheck check) {
    try (Backend backend = new ReferenceBackend()) {
      JobContext context = new BackendContext(backend);
      return check.run(context);
    }
  }
}
