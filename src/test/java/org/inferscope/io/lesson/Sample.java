package org.inferscope.io.lesson;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.inferscope.tensor.Matrix;

/** A tab's state with one field of each kind, its codec, and a lesson that has it. */
record Sample(
    Matrix weights,
    List<String> cells,
    Order order,
    int tile,
    long seed,
    double speed,
    boolean loop,
    Optional<String> note) {

  enum Order {
    DOT,
    ROW,
    SYSTOLIC
  }

  static final Sample STATE =
      new Sample(
          Matrix.of(new float[][] {{1, -0f, 0.1f}, {Float.NaN, Float.NEGATIVE_INFINITY, 1e-30f}}),
          List.of("1/3", "say \"5\"", "−2,5"),
          Order.ROW,
          3,
          1L << 62,
          0.25,
          true,
          Optional.empty());

  static final String TEXT =
      """
      {
        "format": "inferscope-lesson",
        "version": 1,
        "app": "1.0.0",
        "activeTab": "sample",
        "tabs": {
          "sample": {
            "weights": [
              [1, -0, 0.1],
              ["NaN", "-Infinity", 1E-30]
            ],
            "cells": ["1/3", "say \\"5\\"", "−2,5"],
            "order": "row",
            "tile": 3,
            "seed": 4611686018427387904,
            "speed": 0.25,
            "loop": true,
            "note": null
          }
        }
      }
      """;

  static final StateCodec<Sample> CODEC =
      new StateCodec<>() {
        @Override
        public String id() {
          return "sample";
        }

        @Override
        public LessonNode write(Sample state) {
          return new LessonFields()
              .put("weights", state.weights)
              .put("cells", LessonNode.list(state.cells, LessonNode::of))
              .put("order", state.order)
              .put("tile", state.tile)
              .put("seed", state.seed)
              .put("speed", state.speed)
              .put("loop", state.loop)
              .put("note", state.note.map(LessonNode::of).orElse(LessonNode.nothing()))
              .node();
        }

        @Override
        public Sample read(LessonNode section) {
          return new Sample(
              section.get("weights").matrix(),
              section.get("cells").items(0, 12).stream().map(LessonNode::text).toList(),
              section.get("order").oneOf(Order.class),
              section.get("tile").whole(1, 6),
              section.get("seed").whole(0, Long.MAX_VALUE),
              section.get("speed").number(),
              section.get("loop").flag(),
              section.find("note").map(LessonNode::text));
        }
      };

  static Lesson parse(String text) {
    return Lesson.parse("demo.inferscope", text.getBytes(StandardCharsets.UTF_8));
  }

  static Lesson lesson() {
    return Lesson.empty().with("1.0.0", "sample", Map.of("sample", CODEC.write(STATE)));
  }

  /** The sample lesson with one line replaced. */
  static Lesson parseWith(String line, String replacement) {
    if (!TEXT.contains(line)) {
      throw new IllegalArgumentException("no such line: " + line);
    }
    return parse(TEXT.replace(line, replacement));
  }
}
