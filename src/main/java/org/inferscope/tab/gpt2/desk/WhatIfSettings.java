package org.inferscope.tab.gpt2.desk;

import java.util.List;
import java.util.Optional;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.whatif.Ablation;
import org.inferscope.model.gpt2.whatif.Fill;
import org.inferscope.model.gpt2.whatif.Measure;
import org.inferscope.model.gpt2.whatif.Part;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/**
 * What a person has set in the view of what if. Parts may lie outside a smaller model or a shorter
 * prompt: they are kept, and count again once they are there. Immutable.
 *
 * @param ablation what is taken away, and what stands in for it
 * @param target the next token that heads are judged by; empty for the model's own choice
 * @param measure what the colours of the map say
 * @param sweeps whether every head is taken away in turn, for each new pass again
 */
public record WhatIfSettings(
    Ablation ablation, Optional<Target> target, Measure measure, boolean sweeps) {
  /** What it opens with. */
  public static final WhatIfSettings FIRST =
      new WhatIfSettings(Ablation.NONE, Optional.empty(), Measure.LOG_PROBABILITY, false);

  private static final int LARGEST = 1 << 20;
  private static final int LARGEST_ID = 1 << 24;
  private static final int MOST_PARTS = 10_000;

  /**
   * A token of one model's vocabulary; in another model its id is another word.
   *
   * @param model what the model is asked for by
   * @param id the token
   */
  public record Target(String model, int id) {
    /** Refuses a negative id. */
    public Target {
      Args.notNegative(id, "id");
    }
  }

  /** With other parts taken away. */
  public WhatIfSettings with(Ablation other) {
    return new WhatIfSettings(other, target, measure, sweeps);
  }

  /** With another token that heads are judged by. */
  public WhatIfSettings with(Optional<Target> other) {
    return new WhatIfSettings(ablation, other, measure, sweeps);
  }

  /** With another measure. */
  public WhatIfSettings with(Measure other) {
    return new WhatIfSettings(ablation, target, other, sweeps);
  }

  /** With heads taken away in turn, or not. */
  public WhatIfSettings withSweeps(boolean on) {
    return new WhatIfSettings(ablation, target, measure, on);
  }

  LessonNode write() {
    return new LessonFields()
        .put("parts", LessonNode.list(ablation.parts(), WhatIfSettings::write))
        .put("fill", ablation.fill())
        .put("target", target.map(WhatIfSettings::write).orElse(LessonNode.nothing()))
        .put("measure", measure)
        .put("sweeps", sweeps)
        .node();
  }

  private static LessonNode write(Target target) {
    return new LessonFields().put("model", target.model()).put("id", target.id()).node();
  }

  private static LessonNode write(Part part) {
    if (part instanceof Part.Head head) {
      return new LessonFields().put("layer", head.layer()).put("head", head.head()).node();
    }
    if (part instanceof Part.Mlp mlp) {
      return new LessonFields().put("mlp", mlp.layer()).node();
    }
    return new LessonFields().put("token", ((Part.Token) part).position()).node();
  }

  static WhatIfSettings read(LessonNode node) {
    List<Part> parts =
        node.get("parts").items(0, MOST_PARTS).stream().map(WhatIfSettings::part).toList();
    return new WhatIfSettings(
        new Ablation(parts, node.get("fill").oneOf(Fill.class)),
        node.find("target").map(WhatIfSettings::target),
        node.get("measure").oneOf(Measure.class),
        node.get("sweeps").flag());
  }

  private static Target target(LessonNode node) {
    return new Target(node.get("model").text(), node.get("id").whole(0, LARGEST_ID));
  }

  private static Part part(LessonNode node) {
    if (node.find("head").isPresent()) {
      return new Part.Head(node.get("layer").whole(0, LARGEST), node.get("head").whole(0, LARGEST));
    }
    if (node.find("mlp").isPresent()) {
      return new Part.Mlp(node.get("mlp").whole(0, LARGEST));
    }
    if (node.find("token").isPresent()) {
      return new Part.Token(node.get("token").whole(0, LARGEST));
    }
    throw node.unexpected(Texts.get("whatif.lesson.part"));
  }
}
