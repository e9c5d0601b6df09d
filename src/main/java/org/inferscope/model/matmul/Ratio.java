package org.inferscope.model.matmul;

import org.inferscope.tensor.DType;
import org.inferscope.text.Texts;

/** Figures that follow from the live counters, by name. */
public enum Ratio {
  /** Reads of A over its M·K elements. */
  READS_PER_A,
  /** Reads of B over its K·N elements. */
  READS_PER_B,
  /** Reads of C over its M·N elements. */
  READS_PER_C,
  /** Counted FLOPs over counted bytes, numbers being float32. */
  INTENSITY;

  /** Name on screen. */
  public String title() {
    return switch (this) {
      case READS_PER_A -> Texts.get("matmulmodel.ratio.readsA.name");
      case READS_PER_B -> Texts.get("matmulmodel.ratio.readsB.name");
      case READS_PER_C -> Texts.get("matmulmodel.ratio.readsC.name");
      case INTENSITY -> Texts.get("matmulmodel.ratio.intensity.name");
    };
  }

  /** The figure after that many ticks. */
  public double at(MatmulProgram program, int done) {
    Counters counters = program.counters(done);
    Reuse reuse = Reuse.of(counters, program.m(), program.k(), program.n());
    return switch (this) {
      case READS_PER_A -> reuse.readsPerElementA();
      case READS_PER_B -> reuse.readsPerElementB();
      case READS_PER_C -> reuse.readsPerElementC();
      case INTENSITY -> counters.intensity(DType.FP32.bytes());
    };
  }
}
