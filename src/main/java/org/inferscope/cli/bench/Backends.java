package org.inferscope.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** The backends that can be measured, by the names they have on the command line. */
public final class Backends {
  private final Map<String, Callable<Backend>> makers = new LinkedHashMap<>();

  /** Adds a backend under a name; it is made when first measured. */
  public Backends with(String name, Callable<Backend> maker) {
    makers.put(name, maker);
    return this;
  }

  Set<String> names() {
    return makers.keySet();
  }

  /**
   * Makes a backend; the caller closes it.
   *
   * @throws InferscopeException if it cannot be used on this machine
   */
  Backend make(String name) {
    Callable<Backend> maker = makers.get(name);
    if (maker == null) {
      throw new IllegalArgumentException(name);
    }
    try {
      return maker.call();
    } catch (InferscopeException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InferscopeException(Texts.get("cli.bench.unavailable", name, detail), e);
    }
  }
}
