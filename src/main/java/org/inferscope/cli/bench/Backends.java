package org.inferscope.cli.bench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/** The backends that can be measured, by the names they have on the command line. */
public final class Backends {
  private final Map<String, Callable<Backend>> makers = new LinkedHashMap<>();
  private Optional<Function<String, BackendLoader>> devices = Optional.empty();

  /** Adds a backend under a name; it is made when first measured. */
  public Backends with(String name, Callable<Backend> maker) {
    makers.put(name, maker);
    return this;
  }

  /**
   * Lets devices be measured by their ids, which have a colon in them.
   *
   * @param finder finds one; throws an {@link InferscopeException} where there is none
   */
  public Backends withDevices(Function<String, BackendLoader> finder) {
    devices = Optional.of(finder);
    return this;
  }

  /** Whether a name may be that of a device, which is looked for only when it is measured. */
  boolean mayBeDevice(String name) {
    return devices.isPresent() && name.contains(":");
  }

  /**
   * A device that is none of the names.
   *
   * @throws InferscopeException if there is none
   */
  BackendLoader device(String id) {
    return devices.orElseThrow().apply(id);
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
    if (maker == null && !mayBeDevice(name)) {
      throw new IllegalArgumentException(name);
    }
    try {
      if (maker == null) {
        return device(name).load();
      }
      return maker.call();
    } catch (InferscopeException e) {
      throw e;
    } catch (Exception | LinkageError e) {
      String detail = String.valueOf(e.getMessage()).lines().findFirst().orElse("");
      throw new InferscopeException(Texts.get("cli.bench.unavailable", name, detail), e);
    }
  }
}
