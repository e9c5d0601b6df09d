package org.inferscope.tab.roofline.layer;

import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.text.Texts;

/** The numbers that are typed in the layer view. */
enum LayerField {
  LAYERS(1, TransformerSpec.LARGEST),
  HIDDEN(1, TransformerSpec.LARGEST),
  HEADS(1, TransformerSpec.LARGEST),
  KV_HEADS(1, TransformerSpec.LARGEST),
  FFN(1, TransformerSpec.LARGEST),
  VOCABULARY(1, TransformerSpec.LARGEST),
  SEQUENCE(1, Workload.LONGEST),
  BATCH(1, Workload.LARGEST_BATCH),
  CACHED(0, Workload.LONGEST);

  private final int min;
  private final int max;

  LayerField(int min, int max) {
    this.min = min;
    this.max = max;
  }

  int min() {
    return min;
  }

  int max() {
    return max;
  }

  /** Whether it is about the model rather than about what that is given to do. */
  boolean isOfModel() {
    return this != SEQUENCE && this != BATCH && this != CACHED;
  }

  /** The number in force. */
  int value(RooflineState state) {
    TransformerSpec spec = state.spec();
    Workload work = state.work();
    return switch (this) {
      case LAYERS -> spec.layers();
      case HIDDEN -> spec.hidden();
      case HEADS -> spec.heads();
      case KV_HEADS -> spec.kvHeads();
      case FFN -> spec.ffn();
      case VOCABULARY -> spec.vocabulary();
      case SEQUENCE -> work.sequence();
      case BATCH -> work.batch();
      case CACHED -> work.cached();
    };
  }

  /** Its name on screen. */
  String title() {
    return switch (this) {
      case LAYERS -> Texts.get("rooflinelayer.field.layers");
      case HIDDEN -> Texts.get("rooflinelayer.field.hidden");
      case HEADS -> Texts.get("rooflinelayer.field.heads");
      case KV_HEADS -> Texts.get("rooflinelayer.field.kvHeads");
      case FFN -> Texts.get("rooflinelayer.field.ffn");
      case VOCABULARY -> Texts.get("rooflinelayer.field.vocabulary");
      case SEQUENCE -> Texts.get("rooflinelayer.field.sequence");
      case BATCH -> Texts.get("rooflinelayer.field.batch");
      case CACHED -> Texts.get("rooflinelayer.field.cached");
    };
  }

  /** What it is, in a sentence. */
  String meaning() {
    return switch (this) {
      case LAYERS -> Texts.get("rooflinelayer.field.layers.tip");
      case HIDDEN -> Texts.get("rooflinelayer.field.hidden.tip");
      case HEADS -> Texts.get("rooflinelayer.field.heads.tip");
      case KV_HEADS -> Texts.get("rooflinelayer.field.kvHeads.tip");
      case FFN -> Texts.get("rooflinelayer.field.ffn.tip");
      case VOCABULARY -> Texts.get("rooflinelayer.field.vocabulary.tip");
      case SEQUENCE -> Texts.get("rooflinelayer.field.sequence.tip");
      case BATCH -> Texts.get("rooflinelayer.field.batch.tip");
      case CACHED -> Texts.get("rooflinelayer.field.cached.tip");
    };
  }
}
