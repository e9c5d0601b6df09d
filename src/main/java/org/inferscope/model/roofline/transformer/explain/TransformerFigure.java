package org.inferscope.model.roofline.transformer.explain;

import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.transformer.LayerTotals;
import org.inferscope.model.roofline.transformer.ModelTotals;
import org.inferscope.model.roofline.transformer.explain.TransformerSnapshot.When;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** The figures of a layer and of a whole model, by name. */
public enum TransformerFigure {
  /** Operations of a layer. */
  LAYER_FLOPS(Unit.FLOPS),
  /** Bytes that a layer moves. */
  LAYER_BYTES(Unit.BYTES),
  /** Operations per byte of a layer. */
  LAYER_INTENSITY(Unit.PER_BYTE),
  /** Milliseconds of a layer at the roof. */
  LAYER_TIME(Unit.MILLIS),
  /** Operations of the feed-forward block. */
  FFN_FLOPS(Unit.FLOPS),
  /** Operations of attention with its projections. */
  ATTENTION_FLOPS(Unit.FLOPS),
  /** The feed-forward block's share of a layer's operations. */
  FFN_SHARE(Unit.PERCENT),
  /** Attention's share of a layer's operations. */
  ATTENTION_SHARE(Unit.PERCENT),
  /** The context from which attention takes more operations than the feed-forward block. */
  CROSSOVER(Unit.TOKENS),
  /** Operations of all layers and the output head. */
  PASS_FLOPS(Unit.FLOPS),
  /** Milliseconds of all layers and the output head at the roof. */
  PASS_TIME(Unit.MILLIS),
  /** New tokens a second at the roof. */
  TOKENS_PER_SECOND(Unit.TOKENS_PER_SECOND),
  /** Weights of a layer. */
  LAYER_WEIGHTS(Unit.COUNT),
  /** Weights of the whole model. */
  PARAMETERS(Unit.COUNT),
  /** Bytes of all weights. */
  PARAMETER_BYTES(Unit.BYTES),
  /** Bytes of the keys and values of one token. */
  KV_PER_TOKEN(Unit.BYTES),
  /** Bytes of all keys and values. */
  KV_BYTES(Unit.BYTES),
  /** Bytes of weights, keys and values. */
  MEMORY(Unit.BYTES);

  private static final double MILLIS = 1e3;
  private static final double PERCENT = 100;

  /** What a figure is counted in. */
  private enum Unit {
    FLOPS,
    BYTES,
    PER_BYTE,
    MILLIS,
    PERCENT,
    TOKENS,
    TOKENS_PER_SECOND,
    COUNT
  }

  private final Unit unit;

  TransformerFigure(Unit unit) {
    this.unit = unit;
  }

  /** The number; empty where it needs a roof that is not there, or where there is no crossover. */
  public OptionalDouble value(TransformerSnapshot snapshot, When when) {
    LayerTotals layer = snapshot.layer(when);
    ModelTotals model = snapshot.model(when);
    return switch (this) {
      case LAYER_FLOPS -> OptionalDouble.of(layer.flops());
      case LAYER_BYTES -> OptionalDouble.of(layer.bytes(snapshot.formats()));
      case LAYER_INTENSITY -> OptionalDouble.of(layer.flops() / layer.bytes(snapshot.formats()));
      case LAYER_TIME -> atRoof(snapshot, roof -> MILLIS * layer.seconds(snapshot.formats(), roof));
      case FFN_FLOPS -> OptionalDouble.of(layer.ffnFlops());
      case ATTENTION_FLOPS -> OptionalDouble.of(layer.attentionFlops());
      case FFN_SHARE -> OptionalDouble.of(PERCENT * layer.ffnFlops() / layer.flops());
      case ATTENTION_SHARE -> OptionalDouble.of(PERCENT * layer.attentionFlops() / layer.flops());
      case CROSSOVER -> layer.crossover();
      case PASS_FLOPS -> OptionalDouble.of(model.flops());
      case PASS_TIME -> atRoof(snapshot, roof -> MILLIS * model.seconds(roof));
      case TOKENS_PER_SECOND -> atRoof(snapshot, model::tokensPerSecond);
      case LAYER_WEIGHTS -> OptionalDouble.of(snapshot.spec().layerWeights());
      case PARAMETERS -> OptionalDouble.of(snapshot.spec().parameters());
      case PARAMETER_BYTES -> OptionalDouble.of(model.parameterBytes());
      case KV_PER_TOKEN -> OptionalDouble.of(model.kvBytesPerToken());
      case KV_BYTES -> OptionalDouble.of(model.kvBytes());
      case MEMORY -> OptionalDouble.of(model.parameterBytes() + model.kvBytes());
    };
  }

  private static OptionalDouble atRoof(
      TransformerSnapshot snapshot, ToDoubleFunction<Roof> figure) {
    return snapshot.roof().stream().mapToDouble(figure).findFirst();
  }

  /** The number with its unit, shortened; a dash for none. */
  public String text(TransformerSnapshot snapshot, When when) {
    OptionalDouble value = value(snapshot, when);
    return value.isPresent() ? text(value.getAsDouble()) : "–";
  }

  private String text(double x) {
    return switch (unit) {
      case FLOPS -> Numbers.si(x, unit());
      case BYTES -> Numbers.bytes(x);
      case PER_BYTE -> Numbers.significant(x) + "\u00a0" + unit();
      case MILLIS -> Numbers.duration(x / MILLIS);
      case PERCENT -> Texts.get("rooflinetransformer.percent", Numbers.fixed(x, 1));
      case TOKENS -> Numbers.cell(x);
      case TOKENS_PER_SECOND -> x < 1e6 ? Numbers.cell(x) : Numbers.si(x, "").strip();
      case COUNT -> Numbers.si(x, "").replace('G', 'B').strip();
    };
  }

  /** The unit of {@link #value}. */
  public String unit() {
    return switch (unit) {
      case FLOPS -> Texts.get("rooflinetransformer.unit.flops");
      case BYTES -> Texts.get("rooflinetransformer.unit.bytes");
      case PER_BYTE -> Texts.get("rooflinetransformer.unit.perByte");
      case MILLIS -> Texts.get("rooflinetransformer.unit.millis");
      case PERCENT -> Texts.get("rooflinetransformer.unit.percent");
      case TOKENS -> Texts.get("rooflinetransformer.unit.tokens");
      case TOKENS_PER_SECOND -> Texts.get("rooflinetransformer.unit.tokensPerSecond");
      case COUNT -> "";
    };
  }

  /** Its name on screen. */
  public String title() {
    return switch (this) {
      case LAYER_FLOPS -> Texts.get("rooflinetransformer.layerFlops");
      case LAYER_BYTES -> Texts.get("rooflinetransformer.layerBytes");
      case LAYER_INTENSITY -> Texts.get("rooflinetransformer.layerIntensity");
      case LAYER_TIME -> Texts.get("rooflinetransformer.layerTime");
      case FFN_FLOPS -> Texts.get("rooflinetransformer.ffnFlops");
      case ATTENTION_FLOPS -> Texts.get("rooflinetransformer.attentionFlops");
      case FFN_SHARE -> Texts.get("rooflinetransformer.ffnShare");
      case ATTENTION_SHARE -> Texts.get("rooflinetransformer.attentionShare");
      case CROSSOVER -> Texts.get("rooflinetransformer.crossover");
      case PASS_FLOPS -> Texts.get("rooflinetransformer.passFlops");
      case PASS_TIME -> Texts.get("rooflinetransformer.passTime");
      case TOKENS_PER_SECOND -> Texts.get("rooflinetransformer.tokensPerSecond");
      case LAYER_WEIGHTS -> Texts.get("rooflinetransformer.layerWeights");
      case PARAMETERS -> Texts.get("rooflinetransformer.parameters");
      case PARAMETER_BYTES -> Texts.get("rooflinetransformer.parameterBytes");
      case KV_PER_TOKEN -> Texts.get("rooflinetransformer.kvPerToken");
      case KV_BYTES -> Texts.get("rooflinetransformer.kvBytes");
      case MEMORY -> Texts.get("rooflinetransformer.memory");
    };
  }

  /** What it is, in a sentence. */
  public String meaning() {
    return switch (this) {
      case LAYER_FLOPS -> Texts.get("rooflinetransformer.layerFlops.meaning");
      case LAYER_BYTES -> Texts.get("rooflinetransformer.layerBytes.meaning");
      case LAYER_INTENSITY -> Texts.get("rooflinetransformer.layerIntensity.meaning");
      case LAYER_TIME -> Texts.get("rooflinetransformer.layerTime.meaning");
      case FFN_FLOPS -> Texts.get("rooflinetransformer.ffnFlops.meaning");
      case ATTENTION_FLOPS -> Texts.get("rooflinetransformer.attentionFlops.meaning");
      case FFN_SHARE -> Texts.get("rooflinetransformer.ffnShare.meaning");
      case ATTENTION_SHARE -> Texts.get("rooflinetransformer.attentionShare.meaning");
      case CROSSOVER -> Texts.get("rooflinetransformer.crossover.meaning");
      case PASS_FLOPS -> Texts.get("rooflinetransformer.passFlops.meaning");
      case PASS_TIME -> Texts.get("rooflinetransformer.passTime.meaning");
      case TOKENS_PER_SECOND -> Texts.get("rooflinetransformer.tokensPerSecond.meaning");
      case LAYER_WEIGHTS -> Texts.get("rooflinetransformer.layerWeights.meaning");
      case PARAMETERS -> Texts.get("rooflinetransformer.parameters.meaning");
      case PARAMETER_BYTES -> Texts.get("rooflinetransformer.parameterBytes.meaning");
      case KV_PER_TOKEN -> Texts.get("rooflinetransformer.kvPerToken.meaning");
      case KV_BYTES -> Texts.get("rooflinetransformer.kvBytes.meaning");
      case MEMORY -> Texts.get("rooflinetransformer.memory.meaning");
    };
  }
}
