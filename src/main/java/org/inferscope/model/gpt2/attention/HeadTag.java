package org.inferscope.model.gpt2.attention;

import java.util.List;
import java.util.Map;
import org.inferscope.text.Texts;

/**
 * What a head is marked as when it does it in this prompt. A head may have several tags: in a
 * prompt that repeats words, what followed a word is sometimes the token just before.
 */
public enum HeadTag {
  /** Looks at the token before. */
  PREVIOUS(HeadFigure.PREVIOUS, HeadTag.LEAST_LOOK),
  /** Looks at what followed the current token earlier. */
  INDUCTION(HeadFigure.INDUCTION, HeadTag.LEAST_LOOK),
  /** Rests on the first token. */
  FIRST(HeadFigure.FIRST, HeadTag.LEAST_REST),
  /** Looks at the current token's earlier occurrences. */
  DUPLICATE(HeadFigure.DUPLICATE, HeadTag.LEAST_LOOK);

  /** The least mean weight on certain tokens that a tag is given for: nearly a third. */
  public static final double LEAST_LOOK = 0.3;

  /** The least mean weight on the first token: half, since most heads rest on it a little. */
  public static final double LEAST_REST = 0.5;

  /**
   * How many times the weight that an even look at all visible tokens would give. In a short prompt
   * each token gets much even from a head that looks everywhere.
   */
  public static final double TIMES_CHANCE = 1.5;

  private final HeadFigure figure;
  private final double least;

  HeadTag(HeadFigure figure, double least) {
    this.figure = figure;
    this.least = least;
  }

  /** All, in their order on screen. */
  public static List<HeadTag> all() {
    return List.of(values());
  }

  /** The score that it is given for. */
  public HeadFigure figure() {
    return figure;
  }

  static List<HeadTag> of(Map<HeadFigure, Double> values, Map<HeadFigure, Double> chance) {
    return all().stream()
        .filter(
            tag ->
                values.containsKey(tag.figure)
                    && values.getOrDefault(tag.figure, 0.0)
                        >= tag.least(chance.getOrDefault(tag.figure, 0.0)))
        .toList();
  }

  /**
   * The least score that the tag is given for.
   *
   * @param chance the score of a head that looks at all visible tokens alike
   */
  public double least(double chance) {
    return Math.max(least, TIMES_CHANCE * chance);
  }

  /** Its name: "previous-token". */
  public String title() {
    return switch (this) {
      case PREVIOUS -> Texts.get("attentionmodel.tag.previous");
      case INDUCTION -> Texts.get("attentionmodel.tag.induction");
      case FIRST -> Texts.get("attentionmodel.tag.first");
      case DUPLICATE -> Texts.get("attentionmodel.tag.duplicate");
    };
  }

  /** One letter, for where there is no room for more. */
  public String letter() {
    return switch (this) {
      case PREVIOUS -> Texts.get("attentionmodel.tag.previous.letter");
      case INDUCTION -> Texts.get("attentionmodel.tag.induction.letter");
      case FIRST -> Texts.get("attentionmodel.tag.first.letter");
      case DUPLICATE -> Texts.get("attentionmodel.tag.duplicate.letter");
    };
  }
}
