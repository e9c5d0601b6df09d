package org.inferscope.model.matmul;

import java.util.List;

/**
 * What a loop nest did from start to end.
 *
 * @param work all multiply-adds in order
 * @param ticks what else belongs to every tick
 * @param counters the counters before the first tick and after every one
 * @param completed cells of C in the order they get complete
 * @param whole one step
 * @param groups steps of a natural group each
 * @param elements steps that complete at least one element each
 * @param fine steps of one tick each
 */
record Trace(
    List<MultiplyAdd> work,
    List<Tick> ticks,
    List<Counters> counters,
    List<Cell> completed,
    Steps whole,
    Steps groups,
    Steps elements,
    Steps fine) {

  /**
   * One tick.
   *
   * @param workStart index in {@link Trace#work} of its first multiply-add
   * @param workEnd index after its last
   * @param lines lines of code that ran, as bits
   * @param updateLine the line that multiplied
   * @param spotlight parts of the matrices worked on
   * @param held values kept close during the tick
   */
  record Tick(
      int workStart,
      int workEnd,
      int lines,
      int updateLine,
      Spotlight spotlight,
      FastMemory held) {}
}
