package org.inferscope.model.gpt2.explain;

import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.gpt2.explain.Gpt2Ref.Pair;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Says in plain words what a number at a site is. */
final class SiteWords {
  private final Pass pass;
  private final Names names;

  SiteWords(Pass pass, Names names) {
    this.pass = pass;
    this.names = names;
  }

  /** "Query of “·is”, layer 3, head 5, number 17". */
  String title(At at) {
    return Texts.get(titleKey(at.point().site()), arguments(at));
  }

  String title(Pair pair) {
    return Texts.get(titleKey(pair.point().site()), arguments(pair));
  }

  /** What it is and how it is computed, in a sentence or two. */
  String meaning(At at) {
    boolean start = at.point().equals(new HookPoint(Site.RESID_PRE, 0));
    return Texts.get(
        start ? "gpt2explain.meaning.start" : meaningKey(at.point().site()), arguments(at));
  }

  String meaning(Pair pair) {
    return Texts.get(meaningKey(pair.point().site()), arguments(pair));
  }

  /** A token, the number within its row or its head's, the layer, the head, the layer before. */
  private Object[] arguments(At at) {
    Site site = at.point().site();
    int units =
        site.isOfHeads() ? site.columns(pass.config()) / pass.config().heads() : Integer.MAX_VALUE;
    int layer = at.point().layer();
    return new Object[] {
      names.quoted(at.position()),
      Numbers.count(at.unit() % units),
      Numbers.count(layer),
      Numbers.count(at.unit() / units),
      Numbers.count(layer - 1L)
    };
  }

  private Object[] arguments(Pair pair) {
    return new Object[] {
      names.quoted(pair.query()),
      names.quoted(pair.key()),
      Numbers.count(pair.point().layer()),
      Numbers.count(pair.head()),
      Numbers.count(pass.headWidth())
    };
  }

  private static String titleKey(Site site) {
    return switch (site) {
      case EMBED -> "gpt2explain.title.embed";
      case POS_EMBED -> "gpt2explain.title.posEmbed";
      case RESID_PRE -> "gpt2explain.title.residPre";
      case LN1 -> "gpt2explain.title.ln1";
      case Q -> "gpt2explain.title.q";
      case K -> "gpt2explain.title.k";
      case V -> "gpt2explain.title.v";
      case SCORES -> "gpt2explain.title.scores";
      case PATTERN -> "gpt2explain.title.pattern";
      case Z -> "gpt2explain.title.z";
      case RESULT -> "gpt2explain.title.result";
      case ATTN_OUT -> "gpt2explain.title.attnOut";
      case RESID_MID -> "gpt2explain.title.residMid";
      case LN2 -> "gpt2explain.title.ln2";
      case PRE -> "gpt2explain.title.pre";
      case POST -> "gpt2explain.title.post";
      case MLP_OUT -> "gpt2explain.title.mlpOut";
      case RESID_POST -> "gpt2explain.title.residPost";
      case LN_FINAL -> "gpt2explain.title.lnFinal";
    };
  }

  private static String meaningKey(Site site) {
    return switch (site) {
      case EMBED -> "gpt2explain.meaning.embed";
      case POS_EMBED -> "gpt2explain.meaning.posEmbed";
      case RESID_PRE -> "gpt2explain.meaning.residPre";
      case LN1, LN2, LN_FINAL -> "gpt2explain.meaning.norm";
      case Q -> "gpt2explain.meaning.q";
      case K -> "gpt2explain.meaning.k";
      case V -> "gpt2explain.meaning.v";
      case SCORES -> "gpt2explain.meaning.scores";
      case PATTERN -> "gpt2explain.meaning.pattern";
      case Z -> "gpt2explain.meaning.z";
      case RESULT -> "gpt2explain.meaning.result";
      case ATTN_OUT -> "gpt2explain.meaning.attnOut";
      case RESID_MID -> "gpt2explain.meaning.residMid";
      case PRE -> "gpt2explain.meaning.pre";
      case POST -> "gpt2explain.meaning.post";
      case MLP_OUT -> "gpt2explain.meaning.mlpOut";
      case RESID_POST -> "gpt2explain.meaning.residPost";
    };
  }
}
