package org.inferscope.tab.matmul;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.io.lesson.StateCodec;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.FlopCount;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.tensor.DType;
import org.inferscope.tensor.NumpyRandom;
import org.inferscope.text.Texts;
import org.inferscope.ui.grid.Entry;
import org.inferscope.ui.grid.EntryGrid;
import org.inferscope.ui.playback.Speed;

/** Writes the tab's state into lesson files and reads it back. Stateless, any thread. */
final class MatmulCodec implements StateCodec<MatmulState> {
  /** The tab's id. */
  static final String ID = "matmul";

  private static final int LAST_POSITION = 1 << 20;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public LessonNode write(MatmulState state) {
    return new LessonFields()
        .put("a", grid(state.a()))
        .put("b", grid(state.b()))
        .put("linked", state.linked())
        .put("preset", state.origin().map(MatmulCodec::preset).orElse(LessonNode.nothing()))
        .put("algorithm", state.method().algorithm())
        .put("tile", state.method().tile())
        .put("grain", state.method().grain())
        .put("arrangement", state.arrangement())
        .put("predict", state.predict())
        .put("calculator", calculator(state.calculator()))
        .put("position", state.place().position())
        .put("speed", state.place().speed())
        .node();
  }

  @Override
  public MatmulState read(LessonNode section) {
    return new MatmulState(
        readGrid(section.get("a")),
        readGrid(section.get("b")),
        section.get("linked").flag(),
        section.find("preset").map(MatmulCodec::readPreset),
        new Method(
            section.get("algorithm").oneOf(Algorithm.class),
            section.get("tile").whole(1, Method.LARGEST_TILE),
            section.get("grain").oneOf(Grain.class)),
        section.get("arrangement").oneOf(Arrangement.class),
        section.get("predict").flag(),
        readCalculator(section.get("calculator")),
        new Place(
            section.get("position").whole(0, LAST_POSITION),
            section.get("speed").oneOf(Speed.class)));
  }

  private static LessonNode grid(EntryGrid grid) {
    return LessonNode.list(
        grid.toRows(), row -> LessonNode.list(new ArrayList<>(row), MatmulCodec::entry));
  }

  /** A plain number as such; what was typed in another way with its text. */
  private static LessonNode entry(Entry entry) {
    if (entry.equals(Entry.of(entry.value()))) {
      return LessonNode.of(entry.value());
    }
    return new LessonFields().put("text", entry.text()).put("value", entry.value()).node();
  }

  private static EntryGrid readGrid(LessonNode node) {
    List<List<Entry>> rows = new ArrayList<>();
    int cols = -1;
    for (LessonNode row : node.items(1, MatmulState.LARGEST)) {
      List<Entry> entries =
          row.items(1, MatmulState.LARGEST).stream().map(MatmulCodec::readEntry).toList();
      if (cols >= 0 && entries.size() != cols) {
        throw row.unexpected(Texts.get("matmul.lesson.row", Integer.toString(cols)));
      }
      cols = entries.size();
      rows.add(entries);
    }
    return EntryGrid.ofRows(rows);
  }

  /**
   * What was typed counts, so that a file can be edited by hand. Only a comma may have meant
   * something else where the file was written: then the number that was saved with it does.
   */
  private static Entry readEntry(LessonNode node) {
    if (!node.isObject()) {
      return Entry.of(node.float32());
    }
    String text = node.get("text").text();
    float value = node.get("value").float32();
    Entry typed = Entry.read(text, value);
    boolean ambiguous = text.indexOf(',') >= 0 && !typed.isBad() && typed.value() != value;
    return ambiguous ? Entry.of(value) : typed;
  }

  private static LessonNode preset(PresetRequest request) {
    return new LessonFields()
        .put("name", request.preset())
        .put("m", request.m())
        .put("k", request.k())
        .put("n", request.n())
        .put("seed", request.seed())
        .put("degrees", request.degrees())
        .node();
  }

  private static PresetRequest readPreset(LessonNode node) {
    return new PresetRequest(
        node.get("name").oneOf(MatmulPreset.class),
        node.get("m").whole(1, MatmulState.LARGEST),
        node.get("k").whole(1, MatmulState.LARGEST),
        node.get("n").whole(1, MatmulState.LARGEST),
        node.get("seed").whole(0L, NumpyRandom.MAX_SEED),
        node.get("degrees").number());
  }

  private static LessonNode calculator(CalculatorInputs calculator) {
    return new LessonFields()
        .put("m", calculator.m())
        .put("k", calculator.k())
        .put("n", calculator.n())
        .put("dtype", calculator.dtype())
        .put("device", calculator.deviceId())
        .node();
  }

  private static CalculatorInputs readCalculator(LessonNode node) {
    return new CalculatorInputs(
        node.get("m").whole(1, FlopCount.LARGEST),
        node.get("k").whole(1, FlopCount.LARGEST),
        node.get("n").whole(1, FlopCount.LARGEST),
        node.get("dtype").oneOf(DType.class),
        node.get("device").text());
  }
}
