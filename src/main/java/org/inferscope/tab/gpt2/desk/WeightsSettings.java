package org.inferscope.tab.gpt2.desk;

import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.weights.Merge;
import org.inferscope.tensor.Args;
import org.inferscope.text.Texts;

/**
 * What a person has set in the view of weights. Immutable. A parameter, a cell or a layer may be
 * one that a smaller model does not have; the view says what that comes to.
 *
 * @param parameter the selected one, as Hugging Face names it
 * @param row of the selected number, from 0
 * @param col of the selected number, from 0
 * @param mode what is shown of it
 * @param range what the strongest colour stands for
 * @param merge what a pixel shows that stands for many numbers
 * @param listing how the table is filtered and sorted
 * @param compare which other layer's histograms are drawn over those of the selected layer
 * @param other the layer that is chosen for that
 * @param place which part of the matrix is in sight
 */
public record WeightsSettings(
    String parameter,
    int row,
    int col,
    Mode mode,
    Range range,
    Merge merge,
    Listing listing,
    Compare compare,
    int other,
    Place place) {
  /** What it opens with: the matrix that the notebook looks at. */
  public static final WeightsSettings FIRST =
      new WeightsSettings(
          "h.0.attn.c_attn.weight",
          0,
          0,
          Mode.MATRIX,
          Range.NOTEBOOK,
          Merge.MEAN,
          Listing.FIRST,
          Compare.NONE,
          0,
          Place.WHOLE);

  private static final int LARGEST = 1 << 24;

  /** What is shown of a parameter. */
  public enum Mode {
    /** Its numbers as colours, from the whole matrix to single cells. */
    MATRIX,
    /** Its histogram. */
    DISTRIBUTION,
    /** The histograms of a layer's four matrices. */
    LAYER,
    /** The notebook's two pictures of a matrix. */
    CORNER
  }

  /** What the strongest colour stands for. */
  public enum Range {
    /** ±0.3, as in the notebook. */
    NOTEBOOK,
    /** What 99 % of the numbers in sight do not exceed. */
    PERCENTILE
  }

  /** Which other layer's histograms are drawn over those of the selected layer. */
  public enum Compare {
    /** None. */
    NONE,
    /** That before it. */
    PREVIOUS,
    /** A chosen one. */
    CHOSEN
  }

  /** The columns of the table. */
  public enum Column {
    /** As in the model's computation. */
    ORDER,
    /** By name. */
    NAME,
    /** By rows, then by columns. */
    SHAPE,
    /** By how many numbers there are. */
    COUNT,
    /** By the part of the model. */
    SHARE
  }

  /**
   * How the table is filtered and sorted.
   *
   * @param filter words that a name has to contain; empty for all
   * @param sort what by
   * @param descending the largest first
   */
  public record Listing(String filter, Column sort, boolean descending) {
    /** All, in order. */
    public static final Listing FIRST = new Listing("", Column.ORDER, false);
  }

  /**
   * Which part of a matrix is in sight.
   *
   * @param zoom 0 for the whole of it, 1 for single numbers
   * @param row in the middle
   * @param col in the middle
   */
  public record Place(double zoom, double row, double col) {
    /** All of it. */
    public static final Place WHOLE = new Place(0, 0, 0);

    /** Refuses what is nowhere. */
    public Place {
      Args.require(zoom >= 0 && zoom <= 1, "zoom", zoom, "from 0 to 1");
      Args.require(row >= 0 && row <= LARGEST, "row", row, "from 0 on");
      Args.require(col >= 0 && col <= LARGEST, "col", col, "from 0 on");
    }
  }

  /** Refuses negative numbers. */
  public WeightsSettings {
    Args.notNegative(row, "row");
    Args.notNegative(col, "col");
    Args.notNegative(other, "other");
  }

  /** With another parameter, all of it in sight. */
  public WeightsSettings withParameter(String name) {
    return new WeightsSettings(
        name, 0, 0, mode, range, merge, listing, compare, other, Place.WHOLE);
  }

  /** With another number selected. */
  public WeightsSettings withCell(int toRow, int toCol) {
    return new WeightsSettings(
        parameter, toRow, toCol, mode, range, merge, listing, compare, other, place);
  }

  /** With something else shown. */
  public WeightsSettings with(Mode to) {
    return new WeightsSettings(
        parameter, row, col, to, range, merge, listing, compare, other, place);
  }

  /** With another range of colours. */
  public WeightsSettings with(Range to) {
    return new WeightsSettings(
        parameter, row, col, mode, to, merge, listing, compare, other, place);
  }

  /** With pixels that show something else. */
  public WeightsSettings with(Merge to) {
    return new WeightsSettings(
        parameter, row, col, mode, range, to, listing, compare, other, place);
  }

  /** With another table. */
  public WeightsSettings with(Listing to) {
    return new WeightsSettings(
        parameter, row, col, mode, range, merge, to, compare, other, place);
  }

  /** With another layer to compare with. */
  public WeightsSettings with(Compare to, int layer) {
    return new WeightsSettings(
        parameter, row, col, mode, range, merge, listing, to, layer, place);
  }

  /** With another part in sight. */
  public WeightsSettings with(Place to) {
    return new WeightsSettings(
        parameter, row, col, mode, range, merge, listing, compare, other, to);
  }

  LessonNode write() {
    return new LessonFields()
        .put("parameter", parameter)
        .put("row", row)
        .put("col", col)
        .put("mode", mode)
        .put("range", range)
        .put("merge", merge)
        .put("filter", listing.filter())
        .put("sort", listing.sort())
        .put("descending", listing.descending())
        .put("compare", compare)
        .put("other", other)
        .put("zoom", place.zoom())
        .put("atRow", place.row())
        .put("atCol", place.col())
        .node();
  }

  static WeightsSettings read(LessonNode node) {
    return new WeightsSettings(
        node.get("parameter").text(),
        node.get("row").whole(0, LARGEST),
        node.get("col").whole(0, LARGEST),
        node.get("mode").oneOf(Mode.class),
        node.get("range").oneOf(Range.class),
        node.get("merge").oneOf(Merge.class),
        new Listing(
            node.get("filter").text(),
            node.get("sort").oneOf(Column.class),
            node.get("descending").flag()),
        node.get("compare").oneOf(Compare.class),
        node.get("other").whole(0, LARGEST),
        node.as(Texts.get("gpt2weights.place.wanted"), WeightsSettings::place));
  }

  private static Place place(LessonNode node) {
    return new Place(
        node.get("zoom").number(), node.get("atRow").number(), node.get("atCol").number());
  }
}
