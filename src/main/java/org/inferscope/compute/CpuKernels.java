package org.inferscope.compute;

import java.util.Optional;

/**
 * The loops that a backend on the processor is handed by whoever puts the program together: in
 * vector instructions where the process has them.
 *
 * @param rows what happens to rows
 * @param panels products with panels, where they are quick; nothing in plain Java
 */
public record CpuKernels(RowMath rows, Optional<PanelMath> panels) {

  /** What every process has. */
  public static CpuKernels plain() {
    return new CpuKernels(new PlainRowMath(), Optional.empty());
  }
}
