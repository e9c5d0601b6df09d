package org.inferscope.tab.linear;

import java.util.Optional;
import org.inferscope.model.linear.InitRequest;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.linear.Inputs;
import org.inferscope.tensor.Matrix;

/** What other sizes do to a state. Numbers that came from a seed are drawn anew. Pure. */
final class Reshaping {
  private Reshaping() {}

  static LinearState inputs(LinearState state, int inputs) {
    return sized(state, inputs, state.entries().outputs());
  }

  static LinearState outputs(LinearState state, int outputs) {
    return sized(state, state.entries().inputs(), outputs);
  }

  private static LinearState sized(LinearState state, int inputs, int outputs) {
    LayerEntries entries = state.entries();
    if (inputs == entries.inputs() && outputs == entries.outputs()) {
      return state;
    }
    Optional<InitRequest> seeded =
        untouched(state).filter(request -> request.init() != Initialisation.NOTEBOOK);
    if (seeded.isPresent()) {
      InitRequest request = seeded.get().withSizes(inputs, outputs);
      LinearState drawn = state.with(state.source().with(request));
      return redrawn(drawn.with(entries.with(request.make())), state);
    }
    LayerEntries sized = entries.withInputs(inputs).withOutputs(outputs);
    return redrawn(state.with(state.source().withoutInit()).with(sized), state);
  }

  /** Draws the inputs anew where they were drawn and nobody changed one. */
  private static LinearState redrawn(LinearState next, LinearState before) {
    Optional<Long> seed = untouchedInputs(before);
    return seed.isEmpty() ? next : drawn(next, seed.get());
  }

  private static LinearState drawn(LinearState state, long seed) {
    LayerEntries entries = state.entries();
    Matrix x = Inputs.random(seed, entries.batch(), entries.inputs());
    return state.with(entries.withX(x)).with(state.source().withInputSeed(Optional.of(seed)));
  }

  /** With so many rows in the batch; new rows are the random ones of the seed in force. */
  static LinearState batch(LinearState state, int rows) {
    LayerEntries entries = state.entries();
    int before = entries.batch();
    LinearState sized =
        state.with(
            new LayerEntries(
                entries.w(), entries.b(), entries.x().resized(rows, entries.inputs())));
    return rows <= before ? sized : filled(sized, before);
  }

  private static LinearState filled(LinearState state, int from) {
    LayerEntries entries = state.entries();
    long seed = state.source().inputSeed().orElse(state.source().seed());
    Matrix drawn = Inputs.random(seed, entries.batch(), entries.inputs());
    return state.with(
        new LayerEntries(entries.w(), entries.b(), entries.x().withZeroRowsFilled(from, drawn)));
  }

  /** The initialisation whose numbers W and b still are, to the last one. */
  static Optional<InitRequest> untouched(LinearState state) {
    return state.source().init().filter(request -> request.make().equals(state.entries().layer()));
  }

  /** The seed whose numbers X still is, to the last one. */
  static Optional<Long> untouchedInputs(LinearState state) {
    LayerEntries entries = state.entries();
    return state
        .source()
        .inputSeed()
        .filter(
            seed ->
                Inputs.random(seed, entries.batch(), entries.inputs())
                    .equals(entries.x().matrix()));
  }
}
