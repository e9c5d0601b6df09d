package org.inferscope.model.matmul;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Writes down what a loop nest does, tick by tick. Lines and memory accesses told between two
 * {@link #endTick} belong to the second one's tick; spotlight and held values stay until they are
 * told anew. For one thread, while a program is built.
 */
final class TraceRecorder {
  private final int k;
  private final List<MultiplyAdd> work = new ArrayList<>();
  private final List<Integer> groupEnds = new ArrayList<>();
  private final List<Integer> elementEnds = new ArrayList<>();
  private final List<Cell> completed = new ArrayList<>();
  private final List<Counters> counters = new ArrayList<>(List.of(Counters.ZERO));
  private final List<Trace.Tick> ticks = new ArrayList<>();

  private Counters now = Counters.ZERO;
  private Spotlight spotlight = Spotlight.NONE;
  private FastMemory held = HeldRegions.empty(0);
  private int workStart;
  private int lines;
  private int updateLine;
  private boolean finishesElement;

  /** A recorder of a product whose elements have that many terms. */
  TraceRecorder(int k) {
    this.k = k;
  }

  /** A line of code ran. */
  void line(int line) {
    lines |= 1 << line;
  }

  void readA(int elements) {
    now = now.plus(new Counters(0, 0, elements, 0, 0, 0));
  }

  void readB(int elements) {
    now = now.plus(new Counters(0, 0, 0, elements, 0, 0));
  }

  void readC(int elements) {
    now = now.plus(new Counters(0, 0, 0, 0, elements, 0));
  }

  void writeC(int elements) {
    now = now.plus(new Counters(0, 0, 0, 0, 0, elements));
  }

  /** From now on these parts of the matrices are worked on. */
  void spotlight(Spotlight lit) {
    spotlight = lit;
  }

  /** From now on these values are kept close. */
  void hold(FastMemory values) {
    held = values;
  }

  /** That line did a multiply-add on a sum kept close; the first term needs no add. */
  void update(int line, int i, int j, int term) {
    line(line);
    updateLine = line;
    work.add(new MultiplyAdd(i, j, term));
    now = now.plus(new Counters(1, term == 0 ? 0 : 1, 0, 0, 0, 0));
    if (term == k - 1) {
      completed.add(new Cell(i, j));
      finishesElement = true;
    }
  }

  /** The same on C in memory: the first term is written by one line, later ones by another. */
  void updateInMemory(int firstLine, int laterLine, int i, int j, int term) {
    readC(term == 0 ? 0 : 1);
    update(term == 0 ? firstLine : laterLine, i, j, term);
    writeC(1);
  }

  /** A step at the finest grain is done. */
  void endTick() {
    ticks.add(new Trace.Tick(workStart, work.size(), lines, updateLine, spotlight, held));
    workStart = work.size();
    counters.add(now);
    if (finishesElement) {
      elementEnds.add(ticks.size());
    }
    lines = 0;
    finishesElement = false;
  }

  /** A natural group of ticks is done. */
  void endGroup() {
    groupEnds.add(ticks.size());
  }

  /** Everything written down. */
  Trace trace() {
    return new Trace(
        List.copyOf(work),
        List.copyOf(ticks),
        List.copyOf(counters),
        List.copyOf(completed),
        new Steps(new int[] {ticks.size()}),
        new Steps(ints(groupEnds)),
        new Steps(ints(elementEnds)),
        new Steps(everyTick(ticks.size())));
  }

  private static int[] ints(List<Integer> list) {
    int[] ints = new int[list.size()];
    for (int i = 0; i < ints.length; i++) {
      ints[i] = list.get(i);
    }
    return ints;
  }

  private static int[] everyTick(int count) {
    int[] ends = new int[count];
    Arrays.setAll(ends, t -> t + 1);
    return ends;
  }
}
