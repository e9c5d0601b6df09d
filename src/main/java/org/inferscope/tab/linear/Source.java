package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.InitRequest;

/**
 * Where the numbers came from.
 *
 * @param init the initialisation that W and b came from; empty once the sizes were changed by hand
 * @param inputSeed the seed that X was drawn from, if it was
 * @param seed the seed that the next random numbers are drawn from
 * @param fixed whether the seed stays until it is rolled; else each draw takes a new one
 */
record Source(Optional<InitRequest> init, Optional<Long> inputSeed, long seed, boolean fixed) {
  Source with(InitRequest request) {
    return new Source(Optional.of(request), inputSeed, request.seed(), fixed);
  }

  Source withoutInit() {
    return new Source(Optional.empty(), inputSeed, seed, fixed);
  }

  Source withInputSeed(Optional<Long> other) {
    return new Source(init, other, seed, fixed);
  }

  Source withSeed(long other) {
    return new Source(init, inputSeed, other, fixed);
  }

  Source withFixed(boolean other) {
    return new Source(init, inputSeed, seed, other);
  }
}
