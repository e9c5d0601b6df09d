package org.inferscope.tab.gpt2.map;

import java.util.List;
import org.inferscope.model.gpt2.Distribution;
import org.inferscope.model.gpt2.Gpt2Config;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.walk.PassCosts;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.tab.gpt2.desk.Shown;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in a sentence, with its numbers, what the step has done. Immutable, the desk's thread. */
final class MapNarrator {
  /** A neuron above this speaks. */
  private static final float LOUD = 0.1f;

  private final MapPresenter presenter;
  private final Shown shown;
  private final Gpt2Trace trace;
  private final Gpt2Config config;
  private final WalkStep step;
  private final int token;
  private final String word;

  private MapNarrator(MapPresenter presenter, Shown shown) {
    this.presenter = presenter;
    this.shown = shown;
    trace = shown.trace();
    config = shown.config();
    step = presenter.step();
    token = Math.min(presenter.desk().token(), trace.tokens() - 1);
    word = shown.tokens().word(token);
  }

  /** The sentence. */
  static String say(MapPresenter presenter) {
    return presenter
        .shown()
        .map(shown -> new MapNarrator(presenter, shown).say())
        .orElseGet(() -> Texts.get("gpt2map.quiet"));
  }

  private String say() {
    if (presenter.place().step().isEmpty()) {
      return Texts.get(
          "gpt2map.say.start",
          Numbers.count(trace.tokens()),
          Numbers.count(config.layers()),
          Numbers.count(presenter.walk().size()));
    }
    if (presenter.tensor().pieces().isEmpty()) {
      boolean waits =
          step.operation().part() == Operation.Part.END && step.operation() != Operation.FINAL_NORM;
      return waits
          ? Texts.get("gpt2map.say.waits")
          : Texts.get("gpt2map.say.notKept", Numbers.count(trace.tokens()));
    }
    return step.operation().isInBlocks()
        ? Texts.get("gpt2map.say.layer", Numbers.count(step.layer()), inBlock())
        : outside();
  }

  private String outside() {
    return switch (step.operation()) {
      case TOKENS ->
          Texts.get(
              "gpt2map.say.tokens",
              Numbers.count(trace.tokens()),
              Numbers.count(config.width()),
              word,
              Numbers.count(trace.ids().get(token)));
      case POSITIONS ->
          Texts.get(
              "gpt2map.say.positions",
              word,
              Numbers.count(token),
              length(Site.EMBED),
              length(Site.RESID_PRE));
      case FINAL_NORM -> Texts.get("gpt2map.say.finalNorm", word, length(Site.LN_FINAL));
      default -> end();
    };
  }

  private String end() {
    List<Distribution> after = presenter.after();
    int at = Math.max(0, token - (trace.tokens() - after.size()));
    String last = shown.tokens().word(trace.tokens() - after.size() + at);
    Distribution distribution = after.get(at);
    List<Distribution.Scored> top = distribution.top(2);
    String best = shown.word(top.get(0).id());
    String second = shown.word(top.get(top.size() - 1).id());
    if (step.operation() == Operation.LOGITS) {
      return Texts.get(
          "gpt2map.say.logits",
          Numbers.count(config.vocabulary()),
          last,
          best,
          Numbers.significant(top.get(0).logit()),
          second,
          Numbers.significant(top.get(top.size() - 1).logit()));
    }
    return Texts.get(
        "gpt2map.say.probabilities",
        last,
        best,
        MapWords.percent(top.get(0).probability()),
        second,
        MapWords.percent(top.get(top.size() - 1).probability()));
  }

  private String inBlock() {
    return switch (step.operation()) {
      case NORM_1 -> norm(Site.RESID_PRE, Site.LN1);
      case QKV ->
          Texts.get(
              "gpt2map.say.qkv",
              Numbers.count(config.heads()),
              Numbers.count(config.headWidth()),
              flops());
      case SCORES -> scores();
      case SOFTMAX -> softmax();
      case MIX -> mix();
      case OUTPUT ->
          Texts.get(
              "gpt2map.say.output",
              Numbers.count(config.heads()),
              Numbers.count(config.headWidth()),
              Numbers.count(config.width()),
              word,
              length(Site.ATTN_OUT));
      case ADD_ATTENTION -> sum(Site.RESID_PRE, Site.RESID_MID, Texts.get("gpt2map.say.attention"));
      case NORM_2 -> norm(Site.RESID_MID, Site.LN2);
      case UP -> up();
      case GELU -> gelu();
      case DOWN ->
          Texts.get(
              "gpt2map.say.down",
              Numbers.count(config.inner()),
              Numbers.count(config.width()),
              word,
              length(Site.MLP_OUT));
      default -> sum(Site.RESID_MID, Site.RESID_POST, Texts.get("gpt2map.say.ffn"));
    };
  }

  private String norm(Site before, Site after) {
    return trace.has(point(before))
        ? Texts.get("gpt2map.say.norm", word, length(before), length(after))
        : Texts.get("gpt2map.say.normOnly", word, length(after));
  }

  private String sum(Site before, Site after, String what) {
    return Texts.get("gpt2map.say.sum", what, word, length(before), length(after));
  }

  private String scores() {
    int head = presenter.desk().head();
    int best = best(Site.SCORES, head);
    return Texts.get(
        "gpt2map.say.scores",
        Numbers.count(head),
        word,
        shown.tokens().word(best),
        Numbers.significant(trace.pair(point(Site.SCORES), head, token, best)));
  }

  private String softmax() {
    int head = presenter.desk().head();
    int best = best(Site.PATTERN, head);
    return Texts.get(
        "gpt2map.say.softmax",
        Numbers.count(head),
        word,
        shown.tokens().word(best),
        Numbers.fixed(trace.pair(point(Site.PATTERN), head, token, best), 2));
  }

  /** Of all heads' looks at another token the strongest, since most like to look at the first. */
  private String mix() {
    if (!trace.has(point(Site.PATTERN))) {
      return Texts.get("gpt2map.say.mixOnly", Numbers.count(config.heads()));
    }
    int ofHead = 0;
    int ofKey = 0;
    float most = -1;
    for (int head = 0; head < config.heads(); head++) {
      float[] row = trace.pairs(point(Site.PATTERN), head, token);
      for (int key = 0; key < row.length; key++) {
        if (row[key] > most) {
          most = row[key];
          ofHead = head;
          ofKey = key;
        }
      }
    }
    return Texts.get(
        "gpt2map.say.mix",
        Numbers.count(config.heads()),
        word,
        shown.tokens().word(ofKey),
        Numbers.fixed(most, 2),
        Numbers.count(ofHead));
  }

  private int best(Site site, int head) {
    float[] row = trace.pairs(point(site), head, token);
    int best = 0;
    for (int key = 1; key < row.length; key++) {
      if (row[key] > row[best]) {
        best = key;
      }
    }
    return best;
  }

  private String up() {
    float[] neurons = trace.values(point(Site.PRE)).row(token);
    int best = 0;
    int positive = 0;
    for (int i = 0; i < neurons.length; i++) {
      positive += neurons[i] > 0 ? 1 : 0;
      best = neurons[i] > neurons[best] ? i : best;
    }
    return Texts.get(
        "gpt2map.say.up",
        Numbers.count(config.width()),
        Numbers.count(neurons.length),
        word,
        Numbers.count(positive),
        Numbers.count(best),
        Numbers.significant(neurons[best]));
  }

  private String gelu() {
    float[] neurons = trace.values(point(Site.POST)).row(token);
    int loud = 0;
    for (float neuron : neurons) {
      loud += neuron > LOUD ? 1 : 0;
    }
    return Texts.get("gpt2map.say.gelu", word, Numbers.count(loud), Numbers.count(neurons.length));
  }

  private String flops() {
    return presenter
        .costs()
        .map((PassCosts costs) -> MapWords.flops(costs.flops(step.operation())))
        .orElse("");
  }

  private HookPoint point(Site site) {
    return new HookPoint(site, site.isInBlocks() ? step.layer() : 0);
  }

  /** The length (L2 norm) of the followed token's numbers. */
  private String length(Site site) {
    double squares = 0;
    for (float x : trace.values(point(site)).row(token)) {
      squares += (double) x * x;
    }
    return Numbers.significant(Math.sqrt(squares));
  }
}
