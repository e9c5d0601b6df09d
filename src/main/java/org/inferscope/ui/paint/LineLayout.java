package org.inferscope.ui.paint;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The line under the stage, set: the largest type at which all tokens fit into the box, on as many
 * lines as it takes. All characters are equally wide, so that no font is needed to know where each
 * lies, and flying values know where to land.
 *
 * @param size size of the type in pixels
 * @param placed every token and its place
 */
public record LineLayout(double size, List<Placed> placed) {
  private static final double LARGEST = 30;
  private static final double LEADING = 1.4;
  private static final double SHRINK = 0.94;

  /** A token in its place. */
  public record Placed(Token token, Box box) {}

  private record Row(List<Token> tokens, int characters) {}

  /**
   * Sets the tokens.
   *
   * @param unit pixels of an unscaled pixel
   * @param smallest the smallest type allowed, unscaled
   */
  public static LineLayout of(List<Token> tokens, Box box, double unit, double smallest) {
    double floor = smallest * unit;
    double size = LARGEST * unit;
    List<Row> rows = rows(tokens, characters(box, size));
    while (size > floor && !fits(rows, box, size)) {
      size = Math.max(floor, size * SHRINK);
      rows = rows(tokens, characters(box, size));
    }
    return new LineLayout(size, place(rows, box, size));
  }

  private static int characters(Box box, double size) {
    return Math.max(1, (int) (box.w() / (size * Brush.DIGIT_ASPECT)));
  }

  private static boolean fits(List<Row> rows, Box box, double size) {
    int most = characters(box, size);
    return rows.size() * size * LEADING <= box.h()
        && rows.stream().allMatch(row -> row.characters <= most);
  }

  /** Fills lines one after another; a line breaks only before a plus. */
  private static List<Row> rows(List<Token> tokens, int most) {
    List<Row> rows = new ArrayList<>();
    List<Token> row = new ArrayList<>();
    int used = 0;
    int at = 0;
    while (at < tokens.size()) {
      int end = nextBreak(tokens, at + 1);
      int length = length(tokens.subList(at, end));
      if (used > 0 && used + length > most) {
        rows.add(new Row(row, used));
        row = new ArrayList<>();
        used = 0;
      }
      row.addAll(tokens.subList(at, end));
      used += length;
      at = end;
    }
    rows.add(new Row(row, used));
    return rows;
  }

  private static int nextBreak(List<Token> tokens, int from) {
    int at = from;
    while (at < tokens.size() && tokens.get(at).part() != Token.Part.PLUS) {
      at++;
    }
    return at;
  }

  private static int length(List<Token> tokens) {
    return tokens.stream().mapToInt(token -> token.text().length()).sum();
  }

  private static List<Placed> place(List<Row> rows, Box box, double size) {
    List<Placed> placed = new ArrayList<>();
    double advance = size * Brush.DIGIT_ASPECT;
    double height = size * LEADING;
    double y = box.centerY() - rows.size() * height / 2;
    for (Row row : rows) {
      double x = box.centerX() - row.characters * advance / 2;
      for (Token token : row.tokens) {
        double width = token.text().length() * advance;
        placed.add(new Placed(token, new Box(x, y, width, height)));
        x += width;
      }
      y += height;
    }
    return placed;
  }

  /** Where a part of a term lies. */
  public Optional<Box> find(Token.Part part, int term) {
    for (Placed each : placed) {
      if (each.token.part() == part && each.token.term() == term) {
        return Optional.of(each.box);
      }
    }
    return Optional.empty();
  }
}
