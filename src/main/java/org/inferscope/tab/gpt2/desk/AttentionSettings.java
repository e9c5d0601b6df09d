package org.inferscope.tab.gpt2.desk;

import java.util.Optional;
import org.inferscope.io.lesson.LessonFields;
import org.inferscope.io.lesson.LessonNode;
import org.inferscope.model.gpt2.attention.HeadFigure;
import org.inferscope.model.gpt2.attention.HeadTag;
import org.inferscope.tensor.Args;

/**
 * What a person has set in the view of attention. Immutable.
 *
 * @param scale how weights become colours
 * @param subject whose weights the large map and the arcs show
 * @param ranking the figure that heads are listed by
 * @param filter the only tag whose heads are shown; empty for all heads
 * @param zoom steps that the large map is enlarged by, from 0, where all of it is in sight
 */
public record AttentionSettings(
    Scale scale, Subject subject, HeadFigure ranking, Optional<HeadTag> filter, int zoom) {
  /** The most steps of enlarging. */
  public static final int MOST_ZOOM = 24;

  /** What it opens with. */
  public static final AttentionSettings FIRST =
      new AttentionSettings(Scale.ROOT, Subject.HEAD, HeadFigure.INDUCTION, Optional.empty(), 0);

  /** How a weight becomes a place on the colour map. */
  public enum Scale {
    /** Its square root, by which faint attention shows. */
    ROOT,
    /** The weight itself. */
    LINEAR
  }

  /** Whose weights are shown. */
  public enum Subject {
    /** Those of the selected head. */
    HEAD,
    /** The mean of all heads of the selected layer. */
    LAYER
  }

  /** Checks the zoom. */
  public AttentionSettings {
    Args.inRange(zoom, 0, MOST_ZOOM, "zoom");
  }

  /** With another scale. */
  public AttentionSettings with(Scale other) {
    return new AttentionSettings(other, subject, ranking, filter, zoom);
  }

  /** With the weights of something else. */
  public AttentionSettings with(Subject other) {
    return new AttentionSettings(scale, other, ranking, filter, zoom);
  }

  /** Listed by another figure. */
  public AttentionSettings with(HeadFigure other) {
    return new AttentionSettings(scale, subject, other, filter, zoom);
  }

  /** With another filter. */
  public AttentionSettings with(Optional<HeadTag> other) {
    return new AttentionSettings(scale, subject, ranking, other, zoom);
  }

  /** Enlarged otherwise; beyond what is possible is held there. */
  public AttentionSettings withZoom(int other) {
    int held = Math.max(0, Math.min(MOST_ZOOM, other));
    return new AttentionSettings(scale, subject, ranking, filter, held);
  }

  LessonNode write() {
    return new LessonFields()
        .put("scale", scale)
        .put("subject", subject)
        .put("ranking", ranking)
        .put("filter", filter.map(LessonNode::of).orElseGet(LessonNode::nothing))
        .put("zoom", zoom)
        .node();
  }

  static AttentionSettings read(LessonNode node) {
    return new AttentionSettings(
        node.get("scale").oneOf(Scale.class),
        node.get("subject").oneOf(Subject.class),
        node.get("ranking").oneOf(HeadFigure.class),
        node.find("filter").map(found -> found.oneOf(HeadTag.class)),
        node.get("zoom").whole(0, MOST_ZOOM));
  }
}
