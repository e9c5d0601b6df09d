package org.inferscope.tab.gpt2.desk;

import java.util.List;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;

/** Writes the tab's state into lesson files and reads it back. Stateless, any thread. */
public final class Gpt2Codec implements StateCodec<Gpt2State> {
  /** The tab's id. */
  public static final String ID = "gpt2";

  private static final int LARGEST_ID = 1 << 24;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LessonNode write(Gpt2State state) {
    return new LessonFields()
        .put("model", state.model())
        .put("prompt", state.prompt())
        .put("generated", LessonNode.list(state.generated(), id -> LessonNode.of((long) id)))
        .put("view", state.view())
        .put("focus", state.focus().write())
        .put("map", state.map().write())
        .put("weights", state.weights().write())
        .put("states", state.states().write())
        .put("attention", state.attention().write())
        .put("lens", state.lens().write())
        .put("next", state.next().write())
        .put("whatIf", state.whatIf().write())
        .node();
  }

  @Override
  public Gpt2State read(LessonNode section) {
    List<Integer> generated =
        section.get("generated").items().stream().map(node -> node.whole(0, LARGEST_ID)).toList();
    return new Gpt2State(
        section.get("model").text(),
        section.get("prompt").text(),
        generated,
        section.get("view").oneOf(View.class),
        Focus.read(section.get("focus")),
        MapSettings.read(section.get("map")),
        WeightsSettings.read(section.get("weights")),
        StatesSettings.read(section.get("states")),
        AttentionSettings.read(section.get("attention")),
        LensSettings.read(section.get("lens")),
        NextSettings.read(section.get("next")),
        WhatIfSettings.read(section.get("whatIf")));
  }
}
