package org.inferscope.compute.worker.nd4j;

import java.util.Objects;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * Loads the ND4J of the class path: half a second, or half a minute with a card's the first time,
 * when its libraries are unpacked.
 */
public final class Nd4jLoader implements BackendLoader {
  /** The id of what ND4J computes on, whichever that is. */
  public static final String ID = "nd4j";

  static final String NAME = "ND4J";

  /** The processor, until ND4J has been asked. */
  @Override
  public Device device() {
    return new Device(ID, Cpu.name(), DeviceKind.CPU, NAME);
  }

  @Override
  public boolean onDemand() {
    return true;
  }

  /**
   * {@inheritDoc}
   *
   * @throws InferscopeException if a library or a driver is missing, or does not go with the card;
   *     ND4J cannot be tried again in the same process then
   */
  @Override
  public Backend load() {
    try {
      return new Nd4jBackend(Nd4jDevice.found());
    } catch (LinkageError e) {
      throw new InferscopeException(Texts.get("nd4j.load", reason(e)), e);
    }
  }

  /** The message at the bottom of it, one line, such as that of the system's linker. */
  private static String reason(Throwable error) {
    Throwable deepest = error;
    while (deepest.getCause() != null) {
      deepest = deepest.getCause();
    }
    String kind = deepest.getClass().getSimpleName();
    String message = Objects.requireNonNullElse(deepest.getMessage(), "");
    return message.lines().findFirst().map(line -> kind + ": " + line).orElse(kind);
  }
}
