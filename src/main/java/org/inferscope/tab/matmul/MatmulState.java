package org.inferscope.tab.matmul;

import java.util.Optional;
import org.inferscope.model.matmul.Factors;
import org.inferscope.model.matmul.MatmulPreset;
import org.inferscope.model.matmul.PresetRequest;
import org.inferscope.ui.grid.EntryGrid;

/**
 * Everything a person can set in the Matmul tab. Immutable and equal by value: what undo, redo and
 * lesson files carry. Any thread.
 *
 * @param a the entries of A, 1 to {@link #LARGEST} a side
 * @param b the entries of B, likewise; its rows differ from A's columns only on purpose
 * @param linked whether A's columns and B's rows change together
 * @param origin the preset the matrices came from; empty once the sizes were changed by hand, and
 *     for matrices from another tab
 * @param method how the product is computed and shown
 * @param arrangement how the matrices lie
 * @param predict whether results are hidden and asked for
 * @param calculator what is asked of the calculator for big shapes
 * @param place where the animation is
 */
record MatmulState(
    EntryGrid a,
    EntryGrid b,
    boolean linked,
    Optional<PresetRequest> origin,
    Method method,
    Arrangement arrangement,
    boolean predict,
    CalculatorInputs calculator,
    Place place) {
  /** The largest side of a matrix. */
  static final int LARGEST = PresetRequest.LARGEST;

  /**
   * What the tab opens with: the notebook's matrices, about to be multiplied term by term.
   *
   * @param calculator what the calculator opens with
   */
  static MatmulState first(CalculatorInputs calculator) {
    PresetRequest request = PresetRequest.of(MatmulPreset.NOTEBOOK, 2, 3, 2);
    var factors = request.make();
    return new MatmulState(
        EntryGrid.of(factors.a()),
        EntryGrid.of(factors.b()),
        true,
        Optional.of(request),
        Method.FIRST,
        Arrangement.AUTO,
        false,
        calculator,
        Place.START);
  }

  boolean shapesFit() {
    return a.cols() == b.rows();
  }

  EntryGrid entries(Operand operand) {
    return operand == Operand.A ? a : b;
  }

  MatmulState with(Operand operand, EntryGrid entries) {
    return operand == Operand.A ? withEntries(entries, b) : withEntries(a, entries);
  }

  MatmulState withEntries(EntryGrid newA, EntryGrid newB) {
    return new MatmulState(
        newA, newB, linked, origin, method, arrangement, predict, calculator, place);
  }

  /** With a preset's matrices. */
  MatmulState with(PresetRequest request) {
    return with(request.make(), Optional.of(request));
  }

  /** With matrices that fit and came from elsewhere. */
  MatmulState with(Factors factors) {
    return with(factors, Optional.empty());
  }

  private MatmulState with(Factors factors, Optional<PresetRequest> from) {
    return new MatmulState(
        EntryGrid.of(factors.a()),
        EntryGrid.of(factors.b()),
        true,
        from,
        method,
        arrangement,
        predict,
        calculator,
        place);
  }

  MatmulState withLinked(boolean other) {
    return new MatmulState(a, b, other, origin, method, arrangement, predict, calculator, place);
  }

  MatmulState with(Method other) {
    return new MatmulState(a, b, linked, origin, other, arrangement, predict, calculator, place);
  }

  MatmulState with(Arrangement other) {
    return new MatmulState(a, b, linked, origin, method, other, predict, calculator, place);
  }

  MatmulState withPredict(boolean other) {
    return new MatmulState(a, b, linked, origin, method, arrangement, other, calculator, place);
  }

  MatmulState with(CalculatorInputs other) {
    return new MatmulState(a, b, linked, origin, method, arrangement, predict, other, place);
  }

  MatmulState with(Place other) {
    return new MatmulState(a, b, linked, origin, method, arrangement, predict, calculator, other);
  }
}
