package org.inferscope.model.network.explain;

import java.util.List;
import java.util.Optional;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.linear.Initialisation;
import org.inferscope.model.network.GivenWeights;
import org.inferscope.model.network.NetworkPlan;
import org.inferscope.model.network.explain.NetworkRef.Bias;
import org.inferscope.model.network.explain.NetworkRef.Input;
import org.inferscope.model.network.explain.NetworkRef.Weight;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Explains inputs, weights and biases, where every trail ends: typed, drawn or read. */
final class LeafPart implements ExplainerPart {
  private final NetworkPlan plan;
  private final Optional<Long> inputSeed;
  private final NetworkSnapshot snapshot;
  private final Run run;
  private final NetworkNames names;

  LeafPart(NetworkSnapshot snapshot, Run run, NetworkNames names) {
    this.snapshot = snapshot;
    this.run = run;
    this.names = names;
    plan = snapshot.plan();
    inputSeed = snapshot.inputSeed();
  }

  @Override
  public boolean handles(NetworkRef ref) {
    return ref instanceof Input || ref instanceof Weight || ref instanceof Bias;
  }

  @Override
  public boolean knows(NetworkRef ref) {
    if (ref instanceof Weight weight) {
      return run.isUnit(weight.l() + 1, 0, weight.i()) && run.isUnit(weight.l(), 0, weight.j());
    }
    if (ref instanceof Bias bias) {
      return bias.l() >= 0 && run.isUnit(bias.l() + 1, 0, bias.i());
    }
    return ref instanceof Input input && run.isUnit(0, input.row(), input.j());
  }

  @Override
  public String label(NetworkRef ref) {
    if (ref instanceof Weight weight) {
      return names.weight(weight.l(), weight.i(), weight.j());
    }
    if (ref instanceof Bias bias) {
      return names.bias(bias.l(), bias.i());
    }
    Input input = (Input) ref;
    return names.number(0, input.row(), input.j());
  }

  @Override
  public Explanation explain(NetworkRef ref) {
    if (ref instanceof Weight weight) {
      return leaf(weight, meaning(weight), run.weight(weight.l(), weight.i(), weight.j()));
    }
    if (ref instanceof Bias bias) {
      String unit = Numbers.count(bias.i() + 1L);
      String layer = Numbers.count(bias.l() + 1L);
      String meaning = Texts.get("networkexplain.bias", unit, layer, biasOrigin(bias.l()));
      return leaf(bias, meaning, run.bias(bias.l(), bias.i()));
    }
    Input input = (Input) ref;
    return leaf(input, meaning(input), run.value(0, input.row(), input.j()));
  }

  private String meaning(Weight weight) {
    float held = snapshot.trace().network().layer(weight.l()).w().get(weight.i(), weight.j());
    String origin = given(weight.l()).map(GivenWeights::origin).orElseGet(this::drawn);
    String meaning =
        Texts.get(
            "networkexplain.weight",
            Numbers.count(weight.j() + 1L),
            Numbers.count(weight.i() + 1L),
            Numbers.count(weight.l() + 1L),
            origin);
    return run.isOff(weight.l(), weight.i(), weight.j())
        ? meaning + " " + Texts.get("networkexplain.weight.off", Numbers.cell(held))
        : meaning;
  }

  private Optional<GivenWeights> given(int l) {
    return plan.layers().get(l).given();
  }

  private String drawn() {
    return plan.init() == Initialisation.ZEROS
        ? plan.init().title()
        : Texts.get("networkexplain.origin.drawn", plan.init().title(), Long.toString(plan.seed()));
  }

  /** Only PyTorch draws biases; the others start them at 0. */
  private String biasOrigin(int l) {
    return given(l)
        .map(GivenWeights::origin)
        .orElseGet(
            () ->
                plan.init() == Initialisation.PYTORCH
                    ? drawn()
                    : Texts.get("networkexplain.origin.zero", plan.init().title()));
  }

  private String meaning(Input input) {
    String number = Numbers.count(input.j() + 1L);
    String origin =
        inputSeed
            .map(seed -> Texts.get("networkexplain.origin.seed", Long.toString(seed)))
            .orElseGet(() -> Texts.get("networkexplain.origin.set"));
    String meaning =
        run.batch() > 1
            ? Texts.get(
                "networkexplain.batchInput", number, Numbers.count(input.row() + 1L), origin)
            : Texts.get("networkexplain.input", number, origin);
    float held = snapshot.trace().x().get(input.row(), input.j());
    return run.isOff(0, input.j())
        ? meaning + " " + Texts.get("networkexplain.input.off", Numbers.cell(held))
        : meaning;
  }

  private Explanation leaf(NetworkRef ref, String meaning, float value) {
    return new Explanation(
        ref, label(ref), meaning, value, value, "", "", "", List.of(), List.of());
  }
}
