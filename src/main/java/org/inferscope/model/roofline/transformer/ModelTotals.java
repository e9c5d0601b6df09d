package org.inferscope.model.roofline.transformer;

import org.inferscope.model.hardware.Roof;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.MatmulShape;

/**
 * What a whole model comes to: its layers, and the output head for the last token of each sequence.
 *
 * @param layer one of its layers
 * @param formats what its numbers are kept in; keys and values are activations
 */
public record ModelTotals(LayerTotals layer, Formats formats) {

  private TransformerSpec spec() {
    return layer.spec();
  }

  /** The output head for the last token of each sequence: [B, D] x [D, V]. */
  public MatmulShape head() {
    return MatmulShape.of(layer.work().batch(), spec().hidden(), spec().vocabulary());
  }

  /** Operations in one go. */
  public double flops() {
    return spec().layers() * layer.flops() + head().flops();
  }

  /** Bytes moved at least in one go. */
  public double bytes() {
    return spec().layers() * layer.bytes(formats) + head().bytes(formats);
  }

  /** Bytes that the weights take. */
  public double parameterBytes() {
    return spec().parameters() * formats.weights().bytes();
  }

  /** Bytes of keys and values for one token of one sequence: 2·L·G·E numbers. */
  public double kvBytesPerToken() {
    return 2.0 * spec().layers() * spec().kvWidth() * formats.activations().bytes();
  }

  /** Bytes of keys and values when the work is done: B·C tokens. */
  public double kvBytes() {
    return kvBytesPerToken() * layer.work().batch() * layer.work().context();
  }

  /** Seconds at the roof for what is done in one go. */
  public double seconds(Roof roof) {
    return spec().layers() * layer.seconds(formats, roof)
        + roof.seconds(head().flops(), head().bytes(formats));
  }

  /** New tokens a second at the roof, of all sequences together. */
  public double tokensPerSecond(Roof roof) {
    return layer.work().tokens() / seconds(roof);
  }
}
