package org.inferscope.tab.gpt2.attention;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import javax.swing.table.AbstractTableModel;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** The heads, the one with the largest figure first. Event thread. */
final class RankingModel extends AbstractTableModel {
  static final int HEAD = 0;
  static final int VALUE = 1;
  static final int TAGS = 2;

  private @Nullable HeadFigures figures;
  private HeadFigure figure = HeadFigure.INDUCTION;
  private List<Head> heads = List.of();
  private double most = 1;

  /** Lists heads anew, if there is something else to list. */
  void show(AttentionScene scene) {
    HeadFigures next = scene.figures().orElse(null);
    figures = next;
    figure = scene.settings().ranking();
    List<Head> wanted =
        next == null
            ? List.of()
            : next.ranked(figure).stream()
                .filter(
                    head ->
                        scene
                            .settings()
                            .filter()
                            .filter(tag -> !tags(head).contains(tag))
                            .isEmpty())
                .toList();
    most =
        figure.isShare()
            ? 1
            : wanted.stream().mapToDouble(head -> value(head).orElse(0)).max().orElse(1);
    heads = wanted;
    fireTableDataChanged();
  }

  /** What is listed, as long as it stays as it is. */
  record Key(int pass, boolean measured, HeadFigure ranking, Optional<HeadTag> filter) {
    static Key of(AttentionScene scene) {
      return new Key(
          scene.number(),
          scene.figures().isPresent(),
          scene.settings().ranking(),
          scene.settings().filter());
    }
  }

  private List<HeadTag> tags(Head head) {
    HeadFigures now = figures;
    return now == null ? List.of() : now.of(head.layer(), head.head()).tags();
  }

  private OptionalDouble value(Head head) {
    HeadFigures now = figures;
    return now == null ? OptionalDouble.empty() : now.of(head.layer(), head.head()).value(figure);
  }

  Head head(int row) {
    return heads.get(row);
  }

  /** The row of a head, or −1. */
  int row(Head head) {
    return heads.indexOf(head);
  }

  /** A row's figure. */
  OptionalDouble value(int row) {
    return value(heads.get(row));
  }

  /** A row's tags. */
  List<HeadTag> tags(int row) {
    return tags(heads.get(row));
  }

  /** A row's figure, for the inspector. */
  AttentionRef ref(int row) {
    return new AttentionRef.OfHead(figure, heads.get(row).layer(), heads.get(row).head());
  }

  /** A row's figure as a part of the largest there can be, or of the largest there is. */
  double part(int row) {
    return most > 0 ? value(row).orElse(0) / most : 0;
  }

  HeadFigure figure() {
    return figure;
  }

  @Override
  public int getRowCount() {
    return heads.size();
  }

  @Override
  public int getColumnCount() {
    return 3;
  }

  @Override
  public String getColumnName(int column) {
    return switch (column) {
      case HEAD -> Texts.get("attention.column.head");
      case VALUE -> figure.title();
      default -> Texts.get("attention.column.tags");
    };
  }

  @Override
  public String getValueAt(int row, int column) {
    return switch (column) {
      case HEAD -> heads.get(row).label();
      case VALUE -> AttentionWords.value(figure, value(row));
      default -> AttentionWords.tags(tags(row));
    };
  }
}
