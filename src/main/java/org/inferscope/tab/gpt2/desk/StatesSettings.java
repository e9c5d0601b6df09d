package org.inferscope.tab.gpt2.desk;

import java.util.ArrayList;
import java.util.List;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.tensor.Args;

/**
 * What a person has set in the view of hidden states. Immutable.
 *
 * @param others tokens whose lines stand beside the followed one's, each once; they may lie outside
 *     a shorter prompt
 * @param from the first dimension that the heatmap shows
 * @param columns how many dimensions it shows
 * @param colours what its strongest colour stands for
 */
public record StatesSettings(List<Integer> others, int from, int columns, Colours colours) {
  /** As many tokens as there are colours to tell them apart by. */
  public static final int MOST_OTHERS = 5;

  /** So few dimensions, each with its number, are the closest look. */
  public static final int FEWEST_COLUMNS = 8;

  /** What the notebook shows: the first 64 dimensions of the followed token alone. */
  public static final StatesSettings FIRST = new StatesSettings(List.of(), 0, 64, Colours.IN_VIEW);

  private static final int LARGEST = 1 << 20;

  /** What the strongest colour of the heatmap stands for. */
  public enum Colours {
    /** The largest value in view, as in the notebook. */
    IN_VIEW,
    /** The 99th percentile of all layers and dimensions: the same however far it is scrolled. */
    ALL
  }

  /** Copies the list; refuses what no model has. */
  public StatesSettings {
    others = List.copyOf(others);
    Args.inRange(others.size(), 0, MOST_OTHERS, "others");
    others.forEach(position -> Args.notNegative(position, "others"));
    Args.notNegative(from, "from");
    Args.positive(columns, "columns");
  }

  /** With another part of the dimensions in view. */
  public StatesSettings withView(int first, int count) {
    return new StatesSettings(others, first, count, colours);
  }

  /** With other colours. */
  public StatesSettings with(Colours other) {
    return new StatesSettings(others, from, columns, other);
  }

  /** With a token's lines shown, or no longer shown; the oldest gives way to one too many. */
  public StatesSettings toggled(int position) {
    List<Integer> next = new ArrayList<>(others);
    if (!next.remove((Integer) position)) {
      if (next.size() == MOST_OTHERS) {
        next.remove(0);
      }
      next.add(position);
    }
    return new StatesSettings(next, from, columns, colours);
  }

  LessonNode write() {
    return new LessonFields()
        .put("tokens", LessonNode.list(others, position -> LessonNode.of((long) position)))
        .put("from", from)
        .put("columns", columns)
        .put("colours", colours)
        .node();
  }

  static StatesSettings read(LessonNode node) {
    List<Integer> others =
        node.get("tokens").items(0, MOST_OTHERS).stream()
            .map(item -> item.whole(0, LARGEST))
            .distinct()
            .toList();
    return new StatesSettings(
        others,
        node.get("from").whole(0, LARGEST),
        node.get("columns").whole(1, LARGEST),
        node.get("colours").oneOf(Colours.class));
  }
}
