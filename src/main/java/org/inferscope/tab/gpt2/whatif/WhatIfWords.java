package org.inferscope.tab.gpt2.whatif;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Comparison;
import org.inferscope.model.gpt2.whatif.Effect;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Importance;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What the view of what if says in words. Confined to the presenter's thread. */
final class WhatIfWords {
  /** As many parts as are named one by one. */
  private static final int MOST_NAMED = 4;

  private static final int DECIMALS = 4;

  private final WhatIfPresenter presenter;

  WhatIfWords(WhatIfPresenter presenter) {
    this.presenter = presenter;
  }

  /** What a part is called: "head 3 of layer 2". */
  String name(Part part) {
    if (part instanceof Part.Head head) {
      return Texts.get("whatif.head", head.head(), head.layer());
    }
    if (part instanceof Part.Mlp mlp) {
      return Texts.get("whatif.mlp", mlp.layer());
    }
    int position = ((Part.Token) part).position();
    String word =
        presenter
            .shown()
            .filter(shown -> position < shown.tokens().size())
            .map(shown -> shown.tokens().word(position))
            .orElse("");
    return Texts.get("whatif.token", word, position);
  }

  /** The parts in a row, the first of them by name. */
  String names(List<Part> parts) {
    List<String> names = new ArrayList<>();
    int named = parts.size() > MOST_NAMED ? MOST_NAMED - 1 : parts.size();
    parts.subList(0, named).forEach(part -> names.add(name(part)));
    if (named < parts.size()) {
      names.add(Texts.get("whatif.others", Numbers.count(parts.size() - named)));
    }
    if (names.size() == 1) {
      return names.get(0);
    }
    String first = String.join(", ", names.subList(0, names.size() - 1));
    return Texts.get("whatif.and", first, names.get(names.size() - 1));
  }

  /** One sentence that says what is taken away and what that means. */
  String sentence() {
    Ablation away = presenter.wanted();
    if (away.isEmpty()) {
      return Texts.get("whatif.nothing");
    }
    boolean tokens = away.parts().stream().anyMatch(Part.Token.class::isInstance);
    boolean others = away.parts().stream().anyMatch(part -> !(part instanceof Part.Token));
    boolean mean = away.fill() == Fill.MEAN;
    String names = names(away.parts());
    if (!tokens) {
      return mean
          ? Texts.get("whatif.away.parts.mean", names)
          : Texts.get("whatif.away.parts.zero", names);
    }
    if (!others) {
      return mean
          ? Texts.get("whatif.away.tokens.mean", names)
          : Texts.get("whatif.away.tokens.zero", names);
    }
    return mean
        ? Texts.get("whatif.away.both.mean", names)
        : Texts.get("whatif.away.both.zero", names);
  }

  /** What the colours of the map say. */
  String legend() {
    return presenter.target().map(id -> Texts.get("whatif.legend", presenter.word(id))).orElse("");
  }

  /** What the audience is looking at. */
  String caption() {
    Optional<Comparison> comparison = presenter.comparison();
    if (comparison.isEmpty()) {
      return presenter.result().isEmpty() ? Texts.get("whatif.empty") : Texts.get("whatif.notKept");
    }
    Comparison made = comparison.get();
    int before = made.before().best();
    int after = made.after().best();
    String first = presenter.word(before);
    String p = Numbers.fixed(made.before().probability(before), DECIMALS);
    Ablation away = presenter.result().map(WhatIfResult::ablation).orElse(Ablation.NONE);
    if (away.isEmpty()) {
      return presenter
          .importance()
          .flatMap(this::most)
          .orElseGet(() -> Texts.get("whatif.caption.nothing", first, p));
    }
    String nats = Numbers.significant(presenter.nats());
    String names =
        away.parts().size() > 2
            ? Texts.get("whatif.parts", Numbers.count(away.parts().size()))
            : names(away.parts());
    return before == after
        ? Texts.get("whatif.caption.same", names, first, p, probability(made, after), nats)
        : Texts.get(
            "whatif.caption.other",
            names,
            first,
            p,
            presenter.word(after),
            probability(made, after),
            nats);
  }

  private static String probability(Comparison made, int id) {
    return Numbers.fixed(made.after().probability(id), DECIMALS);
  }

  /** Which head matters most, once all have been tried. */
  private Optional<String> most(Importance importance) {
    if (!importance.sweep().isComplete()) {
      return Optional.empty();
    }
    return importance.heads(Measure.LOG_PROBABILITY).stream()
        .findFirst()
        .flatMap(
            head ->
                importance
                    .effect(head)
                    .map(
                        effect ->
                            Texts.get(
                                "whatif.caption.most",
                                name(head),
                                presenter.word(importance.before().id()),
                                Numbers.fixed(importance.before().probability(), DECIMALS),
                                Numbers.fixed(effect.probability(), DECIMALS))));
  }

  /** A part and all that is known of it. */
  String tip(Part part) {
    boolean away = presenter.wanted().has(part);
    String name = name(part);
    String what = away ? Texts.get("whatif.tip.away", name) : Texts.get("whatif.tip.there", name);
    if (part instanceof Part.Token) {
      return what + " " + Texts.get("whatif.tip.token");
    }
    Optional<Importance> importance = presenter.importance();
    if (importance.isEmpty()) {
      return what;
    }
    String word = presenter.word(importance.get().before().id());
    StringBuilder all = new StringBuilder(what);
    importance
        .get()
        .effect(part)
        .ifPresent(effect -> all.append(' ').append(alone(importance.get(), effect, word)));
    double direct = importance.get().direct(part);
    if (!Double.isNaN(direct)) {
      all.append(' ').append(Texts.get("whatif.tip.direct", word, Numbers.full((float) direct)));
    }
    return all.toString();
  }

  private static String alone(Importance importance, Effect effect, String word) {
    return Texts.get(
        "whatif.tip.alone",
        word,
        Numbers.full((float) importance.before().probability()),
        Numbers.full((float) effect.probability()),
        Numbers.full((float) effect.logProbabilityChange()),
        Numbers.full((float) effect.logitChange()));
  }

  /** A figure of the paired bars with all its digits. */
  String tip(Comparison.Row row, String word, PairFigure figure) {
    return switch (figure) {
      case TOKEN -> Texts.get("whatif.pair.token", word, Numbers.count(row.id()));
      case BEFORE ->
          Texts.get("whatif.pair.before", word, Numbers.full(row.before().probability()));
      case AFTER -> Texts.get("whatif.pair.after", word, Numbers.full(row.after().probability()));
      case CHANGE -> Texts.get("whatif.pair.change", word, Numbers.full(row.change()));
      case LOGIT_BEFORE ->
          Texts.get("whatif.pair.logitBefore", word, Numbers.full(row.before().logit()));
      case LOGIT_AFTER ->
          Texts.get("whatif.pair.logitAfter", word, Numbers.full(row.after().logit()));
    };
  }

  /** The next token in words, before and after. */
  String next(Comparison made) {
    int before = made.before().best();
    int after = made.after().best();
    return before == after
        ? Texts.get("whatif.next.same", presenter.word(before))
        : Texts.get("whatif.next.other", presenter.word(before), presenter.word(after));
  }

  /** The divergence in words. */
  String divergence(double nats) {
    return Texts.get("whatif.kl.tip", Numbers.full(nats), Numbers.full(Comparison.bits(nats)));
  }
}
