package org.inferscope.tab.gpt2.attention;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadFigures.Head;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.model.gpt2.attention.HeadValues;
import org.inferscope.tab.gpt2.attention.MapPainter.Cell;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** What the view says in sentences. Stateless. */
final class AttentionWords {
  private static final String NOTHING = "–";

  private AttentionWords() {}

  /** "layer 3, head 5". */
  static String name(int layer, int head) {
    return Texts.get("attention.head", String.valueOf(layer), String.valueOf(head));
  }

  /** Whose weights are shown: a head's, or a layer's. */
  static String subject(AttentionScene scene) {
    return scene.isMean()
        ? Texts.get(
            "attention.layer",
            String.valueOf(scene.layer()),
            Numbers.count(scene.trace().config().heads()))
        : name(scene.layer(), scene.head());
  }

  /** A head with all its figures. */
  static String head(AttentionScene scene, Head head) {
    String name = name(head.layer(), head.head());
    if (scene.figures().isEmpty()) {
      return Texts.get("attention.head.measuring", name);
    }
    HeadFigures figures = scene.figures().get();
    HeadValues values = figures.of(head.layer(), head.head());
    String all =
        HeadFigure.all().stream()
            .filter(figure -> values.value(figure).isPresent())
            .map(
                figure ->
                    Texts.get(
                        "attention.figure", figure.title(), value(figure, values.value(figure))))
            .collect(Collectors.joining(Texts.get("attention.comma")));
    return values.tags().isEmpty()
        ? Texts.get("attention.head.tip", name, all)
        : Texts.get("attention.head.tagged", name, tags(values.tags()), all);
  }

  static String tags(List<HeadTag> tags) {
    return tags.stream()
        .map(HeadTag::title)
        .collect(Collectors.joining(Texts.get("attention.comma")));
  }

  /** A figure with its unit; a dash for one that cannot be computed. */
  static String value(HeadFigure figure, OptionalDouble value) {
    if (value.isEmpty()) {
      return NOTHING;
    }
    String number = number(figure, value.getAsDouble());
    return figure.unit().isEmpty() ? number : Texts.get("attention.unit", number, figure.unit());
  }

  /** A figure without its unit. */
  static String number(HeadFigure figure, double value) {
    return Numbers.fixed(value, figure.isShare() ? 3 : 2);
  }

  /** "·is looks at ·matrix with 0.3127", and the score that it came from. */
  static String cell(AttentionScene scene, Cell cell) {
    float weight = scene.rows().row(cell.query())[cell.key()];
    String query = scene.word(cell.query());
    String key = scene.word(cell.key());
    if (scene.isMean()) {
      return Texts.get(
          "attention.cell.mean",
          query,
          key,
          Numbers.full(weight),
          Numbers.count(scene.trace().config().heads()));
    }
    return scene
        .score(cell.query(), cell.key())
        .map(
            score ->
                Texts.get(
                    "attention.cell.score",
                    query,
                    key,
                    Numbers.full(weight),
                    Numbers.full(scene.number(score))))
        .orElseGet(() -> Texts.get("attention.cell", query, key, Numbers.full(weight)));
  }

  /** The key that the followed token looks at most. */
  static int strongest(AttentionScene scene) {
    return strongest(scene.rows().row(scene.token()));
  }

  private static int strongest(float[] row) {
    int best = 0;
    for (int key = 1; key < row.length; key++) {
      best = row[key] > row[best] ? key : best;
    }
    return best;
  }

  /** "looks most at ·matrix, 0.3127" of any token. */
  static String looks(AttentionScene scene, int query) {
    float[] row = scene.rows().row(query);
    int key = strongest(row);
    return Texts.get("attention.looks", scene.word(key), Numbers.fixed(row[key], 4));
  }

  /** What the audience is looking at. */
  static String caption(AttentionScene scene) {
    float[] row = scene.rows().row(scene.token());
    int key = strongest(row);
    String subject = subject(scene);
    List<HeadTag> tags =
        scene.isMean() ? List.of() : scene.values().map(HeadValues::tags).orElse(List.of());
    String looks =
        Texts.get(
            "attention.caption",
            tags.isEmpty() ? subject : Texts.get("attention.caption.tags", subject, tags(tags)),
            scene.word(scene.token()),
            scene.word(key),
            Numbers.fixed(row[key], 4));
    OptionalDouble distance = value(scene, HeadFigure.DISTANCE);
    return scene.isMean() || distance.isEmpty()
        ? Texts.get("attention.sentence", looks)
        : Texts.get(
            "attention.caption.figures",
            looks,
            value(HeadFigure.DISTANCE, distance),
            value(HeadFigure.ENTROPY, value(scene, HeadFigure.ENTROPY)));
  }

  /** A figure of the selected head; empty if it cannot be computed, or is not yet. */
  static OptionalDouble value(AttentionScene scene, HeadFigure figure) {
    return scene.values().map(values -> values.value(figure)).orElseGet(OptionalDouble::empty);
  }
}
