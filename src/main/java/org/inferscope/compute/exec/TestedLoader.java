package org.inferscope.compute.exec;

import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.ForwardingLoader;

/** A loader whose backends have shown that they compute right before anyone uses them. */
public record TestedLoader(BackendLoader loader) implements ForwardingLoader {

  @Override
  public Backend load() throws Exception {
    return SelfTest.passed(loader.load());
  }
}
