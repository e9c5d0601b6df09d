package org.inferscope.tab.gpt2.attention;

import java.util.Optional;
import org.inferscope.model.explain.ValueRef;
import org.inferscope.model.gpt2.Gpt2Trace;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.attention.AttentionExplainer;
import org.inferscope.model.gpt2.attention.AttentionRef;
import org.inferscope.model.gpt2.attention.AttentionRows;
import org.inferscope.model.gpt2.attention.HeadFigures;
import org.inferscope.model.gpt2.attention.HeadValues;
import org.inferscope.model.gpt2.attention.LayerMean;
import org.inferscope.model.gpt2.explain.Gpt2Ref;
import org.inferscope.tab.gpt2.desk.AttentionSettings;
import org.inferscope.tab.gpt2.desk.AttentionSettings.Subject;
import org.inferscope.tab.gpt2.desk.Shown;

/**
 * All that the view shows at one time. Immutable.
 *
 * @param shown a pass that has the weights of all heads
 * @param number of the pass among all that were shown
 * @param explainer of its numbers and figures
 * @param figures of all heads; empty while they are measured
 * @param layer the selected block
 * @param head the selected head of it
 * @param token the token that is followed
 * @param settings what the person has set
 */
record AttentionScene(
    Shown shown,
    int number,
    AttentionExplainer explainer,
    Optional<HeadFigures> figures,
    int layer,
    int head,
    int token,
    AttentionSettings settings) {

  Gpt2Trace trace() {
    return shown.trace();
  }

  /** T. */
  int tokens() {
    return shown.trace().tokens();
  }

  /** A token on screen. */
  String word(int position) {
    return shown.tokens().word(position);
  }

  boolean isMean() {
    return settings.subject() == Subject.LAYER;
  }

  /** The weights that the large map and the arcs show. */
  AttentionRows rows() {
    return isMean() ? new LayerMean(trace(), layer) : HeadFigures.rows(trace(), layer, head);
  }

  /** What names those weights among all of this pass. */
  Object subject() {
    return isMean() ? new LayerKey(layer) : new HeadFigures.Head(layer, head);
  }

  private record LayerKey(int layer) {}

  /** The figures of the selected head. */
  Optional<HeadValues> values() {
    return figures.map(each -> each.of(layer, head));
  }

  /** One of the weights that are shown, for the inspector. */
  ValueRef weight(int query, int key) {
    return isMean()
        ? new AttentionRef.MeanWeight(layer, query, key)
        : new Gpt2Ref.Pair(point(Site.PATTERN), head, query, key);
  }

  /** The score that a weight of the selected head came from; empty where none was kept. */
  Optional<Gpt2Ref.Pair> score(int query, int key) {
    return isMean() || !trace().has(point(Site.SCORES))
        ? Optional.empty()
        : Optional.of(new Gpt2Ref.Pair(point(Site.SCORES), head, query, key));
  }

  /** That score's number. */
  float number(Gpt2Ref.Pair ref) {
    return trace().pair(ref.point(), ref.head(), ref.query(), ref.key());
  }

  private HookPoint point(Site site) {
    return new HookPoint(site, layer);
  }
}
