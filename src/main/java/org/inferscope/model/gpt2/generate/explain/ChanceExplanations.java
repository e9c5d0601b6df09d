package org.inferscope.model.gpt2.generate.explain;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.explain.Term;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.model.gpt2.sampling.Candidate;
import org.inferscope.model.gpt2.sampling.Prospects;
import org.inferscope.model.gpt2.sampling.SamplingSettings;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** How chances follow from logits and settings; recomputed with the library's exponential. */
final class ChanceExplanations {
  /** More tokens than this are summed up in one term. */
  private static final int MOST_TERMS = 100;

  private final NextNumbers numbers;

  ChanceExplanations(NextNumbers numbers) {
    this.numbers = numbers;
  }

  private Prospects at(int position) {
    return numbers.at(position).orElseThrow();
  }

  Explanation chance(NextRef.Chance ref) {
    Prospects at = at(ref.position());
    Candidate candidate = at.candidate(ref.id());
    String word = numbers.word().apply(ref.id());
    String title = Texts.get("gpt2next.label.chance", word);
    Gpt2Ref logit = new Gpt2Ref.Logit(ref.position(), ref.id());
    NextRef kept = new NextRef.Kept(ref.position());
    if (numbers.settings().greedy()) {
      return whole(
          ref,
          title,
          Texts.get("gpt2next.chance.greedy", word),
          candidate.chance(),
          List.of(logit, new Gpt2Ref.Logit(ref.position(), at.best())));
    }
    if (candidate.chance() == 0) {
      return whole(
          ref,
          title,
          Texts.get("gpt2next.chance.out", word, Numbers.count(at.kept())),
          0,
          List.of(logit, kept));
    }
    double score = at.score(ref.id());
    double best = at.score(at.best());
    return new Explanation(
        ref,
        title,
        Texts.get("gpt2next.chance.meaning", word, Numbers.count(at.kept()), settings()),
        candidate.chance(),
        Math.exp(score - best) / exactMass(at),
        "",
        Texts.get("gpt2next.chance.formula", scoreFormula(at, ref.id())),
        Texts.get(
            "gpt2next.chance.numbers",
            Numbers.cell(score),
            Numbers.cell(best),
            Numbers.cell(at.keptMass()),
            scoreNumbers(at, ref.id(), candidate)),
        List.of(),
        List.of(
            logit,
            new Gpt2Ref.Logit(ref.position(), at.best()),
            new NextRef.Mass(ref.position()),
            kept));
  }

  private static Explanation whole(
      NextRef ref, String title, String meaning, double value, List<ValueRef> sources) {
    return new Explanation(ref, title, meaning, value, value, "", "", "", List.of(), sources);
  }

  private String scoreFormula(Prospects at, int id) {
    return isPenalised(at, id)
        ? Texts.get("gpt2next.score.penalised")
        : Texts.get("gpt2next.score");
  }

  private String scoreNumbers(Prospects at, int id, Candidate candidate) {
    String logit = Numbers.cell(candidate.logit());
    String temperature = Numbers.cell(numbers.settings().temperature());
    if (!isPenalised(at, id)) {
      return Texts.get("gpt2next.score.numbers", logit, temperature);
    }
    String penalty = Numbers.cell(numbers.settings().repetitionPenalty());
    return candidate.logit() < 0
        ? Texts.get("gpt2next.score.numbers.negative", logit, temperature, penalty)
        : Texts.get("gpt2next.score.numbers.penalised", logit, temperature, penalty);
  }

  private boolean isPenalised(Prospects at, int id) {
    return at.wasSeen(id) && numbers.settings().repetitionPenalty() != 1;
  }

  private static double exactMass(Prospects at) {
    double best = at.score(at.best());
    double sum = 0;
    for (Candidate each : at.top(at.kept())) {
      sum += Math.exp(at.score(each.id()) - best);
    }
    return sum;
  }

  Explanation mass(NextRef.Mass ref) {
    Prospects at = at(ref.position());
    String best = Numbers.cell(at.score(at.best()));
    List<Term> terms = new ArrayList<>();
    List<ValueRef> sources = new ArrayList<>();
    double listed = 0;
    for (Candidate each : at.top(Math.min(at.kept(), MOST_TERMS))) {
      ValueRef logit = new Gpt2Ref.Logit(ref.position(), each.id());
      double mass = at.mass(each.id());
      listed += mass;
      terms.add(
          new Term(
              numbers.word().apply(each.id()),
              Texts.get("gpt2next.mass.term", Numbers.cell(at.score(each.id())), best),
              mass,
              List.of(logit)));
      sources.add(logit);
    }
    int more = at.kept() - terms.size();
    if (more > 0) {
      terms.add(
          new Term(
              Texts.get("gpt2next.mass.rest", Numbers.count(more)),
              "",
              at.keptMass() - listed,
              List.of()));
    }
    return new Explanation(
        ref,
        Texts.get("gpt2next.label.mass"),
        Texts.get("gpt2next.mass.meaning", Numbers.count(at.kept())),
        at.keptMass(),
        exactMass(at),
        "",
        Texts.get("gpt2next.mass.formula"),
        Texts.get("gpt2next.mass.numbers", best, Numbers.count(at.kept())),
        terms,
        sources);
  }

  Explanation kept(NextRef.Kept ref) {
    Prospects at = at(ref.position());
    List<Candidate> all = at.top(at.kept());
    int last = all.get(all.size() - 1).id();
    return new Explanation(
        ref,
        Texts.get("gpt2next.label.kept"),
        Texts.get(
            "gpt2next.kept.meaning",
            Numbers.count(at.kept()),
            Numbers.count(at.size()),
            settings(),
            numbers.word().apply(last)),
        at.kept(),
        at.kept(),
        "",
        "",
        "",
        List.of(),
        List.of(
            new Gpt2Ref.Logit(ref.position(), at.best()), new Gpt2Ref.Logit(ref.position(), last)));
  }

  /** The settings in force, in words. */
  private String settings() {
    SamplingSettings settings = numbers.settings();
    if (settings.greedy()) {
      return Texts.get("gpt2next.settings.greedy");
    }
    List<String> words = new ArrayList<>();
    words.add(Texts.get("gpt2next.settings.temperature", Numbers.cell(settings.temperature())));
    if (settings.topK() > 0) {
      words.add(Texts.get("gpt2next.settings.topK", Numbers.count(settings.topK())));
    }
    if (settings.topP() < 1) {
      words.add(Texts.get("gpt2next.settings.topP", Numbers.cell(settings.topP())));
    }
    if (settings.minP() > 0) {
      words.add(Texts.get("gpt2next.settings.minP", Numbers.cell(settings.minP())));
    }
    return String.join(", ", words);
  }
}
