package org.inferscope.model.roofline.transformer.explain;

import java.util.Optional;
import org.inferscope.model.roofline.transformer.TransformerSpec;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The sizes that a transformer's figures are made of. */
public enum TransformerSize {
  /** L. */
  LAYERS("L"),
  /** D. */
  HIDDEN("D"),
  /** H. */
  HEADS("H"),
  /** Hkv. */
  KV_HEADS("Hkv"),
  /** F. */
  FFN("F"),
  /** Products on the way up: 2 with a gate, else 1. */
  UPS("U"),
  /** V. */
  VOCABULARY("V"),
  /** Matrices of V·D: 1 where the output head uses the embedding's, else 2. */
  EMBEDDINGS("T"),
  /** Learned position vectors. */
  POSITIONS("Q"),
  /** B. */
  BATCH("B"),
  /** P. */
  CACHED("P"),
  /** S: the sequence, or 1. */
  NEW_TOKENS("S"),
  /** B·S. */
  TOKENS("B·S"),
  /** C = P + S. */
  CONTEXT("C"),
  /** E = D / H. */
  HEAD_WIDTH("E"),
  /** w: bytes of a weight. */
  WEIGHT_BYTES("w"),
  /** a: bytes of an activation, a key or a value. */
  ACTIVATION_BYTES("a");

  private final String symbol;

  TransformerSize(String symbol) {
    this.symbol = symbol;
  }

  /** The letter in formulas. */
  public String symbol() {
    return symbol;
  }

  /** How it follows from others; empty where it was set. */
  Optional<SizeFormula> formula() {
    return switch (this) {
      case TOKENS -> Optional.of(SizeFormula.of("%s·%s", BATCH, NEW_TOKENS));
      case CONTEXT -> Optional.of(SizeFormula.of("%s + %s", CACHED, NEW_TOKENS));
      case HEAD_WIDTH -> Optional.of(SizeFormula.of("%s / %s", HIDDEN, HEADS));
      default -> Optional.empty();
    };
  }

  /** The number. */
  public double value(TransformerSnapshot snapshot, When when) {
    TransformerSpec spec = snapshot.spec();
    Workload work = snapshot.work(when);
    return switch (this) {
      case LAYERS -> spec.layers();
      case HIDDEN -> spec.hidden();
      case HEADS -> spec.heads();
      case KV_HEADS -> spec.kvHeads();
      case FFN -> spec.ffn();
      case UPS -> spec.gated() ? 2 : 1;
      case VOCABULARY -> spec.vocabulary();
      case EMBEDDINGS -> spec.tied() ? 1 : 2;
      case POSITIONS -> spec.positions();
      case BATCH -> work.batch();
      case CACHED -> work.cached();
      case NEW_TOKENS -> work.newTokens();
      case TOKENS -> work.tokens();
      case CONTEXT -> work.context();
      case HEAD_WIDTH -> spec.headWidth();
      case WEIGHT_BYTES -> snapshot.formats().weights().bytes();
      case ACTIVATION_BYTES -> snapshot.formats().activations().bytes();
    };
  }

  /** The number as it stands in formulas. */
  String text(TransformerSnapshot snapshot, When when) {
    double value = value(snapshot, when);
    return value == Math.rint(value) ? Numbers.count((long) value) : Numbers.cell(value);
  }

  /** Its name on screen. */
  public String title() {
    return switch (this) {
      case LAYERS -> Texts.get("rooflinetransformer.size.layers");
      case HIDDEN -> Texts.get("rooflinetransformer.size.hidden");
      case HEADS -> Texts.get("rooflinetransformer.size.heads");
      case KV_HEADS -> Texts.get("rooflinetransformer.size.kvHeads");
      case FFN -> Texts.get("rooflinetransformer.size.ffn");
      case UPS -> Texts.get("rooflinetransformer.size.ups");
      case VOCABULARY -> Texts.get("rooflinetransformer.size.vocabulary");
      case EMBEDDINGS -> Texts.get("rooflinetransformer.size.embeddings");
      case POSITIONS -> Texts.get("rooflinetransformer.size.positions");
      case BATCH -> Texts.get("rooflinetransformer.size.batch");
      case CACHED -> Texts.get("rooflinetransformer.size.cached");
      case NEW_TOKENS -> Texts.get("rooflinetransformer.size.newTokens");
      case TOKENS -> Texts.get("rooflinetransformer.size.tokens");
      case CONTEXT -> Texts.get("rooflinetransformer.size.context");
      case HEAD_WIDTH -> Texts.get("rooflinetransformer.size.headWidth");
      case WEIGHT_BYTES -> Texts.get("rooflinetransformer.size.weightBytes");
      case ACTIVATION_BYTES -> Texts.get("rooflinetransformer.size.activationBytes");
    };
  }

  /** What it is, in a sentence. */
  public String meaning(TransformerSnapshot snapshot, When when) {
    return switch (this) {
      case LAYERS -> Texts.get("rooflinetransformer.size.layers.meaning");
      case HIDDEN -> Texts.get("rooflinetransformer.size.hidden.meaning");
      case HEADS -> Texts.get("rooflinetransformer.size.heads.meaning");
      case KV_HEADS -> Texts.get("rooflinetransformer.size.kvHeads.meaning");
      case FFN -> Texts.get("rooflinetransformer.size.ffn.meaning");
      case UPS ->
          snapshot.spec().gated()
              ? Texts.get("rooflinetransformer.size.ups.gated")
              : Texts.get("rooflinetransformer.size.ups.plain");
      case VOCABULARY -> Texts.get("rooflinetransformer.size.vocabulary.meaning");
      case EMBEDDINGS ->
          snapshot.spec().tied()
              ? Texts.get("rooflinetransformer.size.embeddings.tied")
              : Texts.get("rooflinetransformer.size.embeddings.apart");
      case POSITIONS -> Texts.get("rooflinetransformer.size.positions.meaning");
      case BATCH -> Texts.get("rooflinetransformer.size.batch.meaning");
      case CACHED -> Texts.get("rooflinetransformer.size.cached.meaning");
      case NEW_TOKENS ->
          snapshot.work(when).phase() == Workload.Phase.PREFILL
              ? Texts.get("rooflinetransformer.size.newTokens.prefill")
              : Texts.get("rooflinetransformer.size.newTokens.decode");
      case TOKENS -> Texts.get("rooflinetransformer.size.tokens.meaning");
      case CONTEXT -> Texts.get("rooflinetransformer.size.context.meaning");
      case HEAD_WIDTH -> Texts.get("rooflinetransformer.size.headWidth.meaning");
      case WEIGHT_BYTES ->
          Texts.get(
              "rooflinetransformer.size.weightBytes.meaning", snapshot.formats().weights().label());
      case ACTIVATION_BYTES ->
          Texts.get(
              "rooflinetransformer.size.activationBytes.meaning",
              snapshot.formats().activations().label());
    };
  }
}
