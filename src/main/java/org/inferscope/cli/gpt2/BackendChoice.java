package org.inferscope.cli.gpt2;

import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;

/** Makes the backend that a command computes on. */
@FunctionalInterface
public interface BackendChoice {

  /**
   * Makes it; the caller closes it.
   *
   * @throws InferscopeException if it cannot be used on this machine
   */
  Backend make();
}
