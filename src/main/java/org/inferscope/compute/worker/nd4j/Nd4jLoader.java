package org.inferscope.compute.worker.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.inferscope.compute.Backend;
import org.inferscope.compute.BackendLoader;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Loads the ND4J of the class path: half a second, or half a minute with a card's the first time,
 * when its libraries are unpacked.
 */
public final class Nd4jLoader implements BackendLoader {
  /** The id of the device of ND4J. */
  public static final String ID = "nd4j";

  private static final String NAME = "ND4J";
  private static final String POM = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";
  private static final String CARDS = "cuda.devicesInformation";
  private static final String CARD = "cuda.deviceName";
  private static final String CARD_MEMORY = "cuda.totalMemory";
  private static final String HOST_MEMORY = "memory.available";

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
   * What ND4J throws where it cannot be used here is left as it is, errors among it: it names the
   * library or the driver that is missing.
   */
  @Override
  public Backend load() {
    return new Nd4jBackend(found());
  }

  private static Device found() {
    Properties known = Nd4j.getExecutioner().getEnvironmentInformation();
    String backend = (NAME + " " + version()).strip();
    if (Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU) {
      return new Device(ID, Cpu.name(), DeviceKind.CPU, backend);
    }
    if (known.get(CARDS) instanceof List<?> cards && cards.get(0) instanceof Map<?, ?> card) {
      long memory = card.get(CARD_MEMORY) instanceof Number number ? number.longValue() : 0;
      return new Device(ID, String.valueOf(card.get(CARD)), DeviceKind.GPU, backend, memory);
    }
    return new Device(ID, NAME, DeviceKind.GPU, backend);
  }

  private static String version() {
    Properties properties = new Properties();
    try (InputStream in = Nd4j.class.getResourceAsStream(POM)) {
      if (in != null) {
        properties.load(in);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "");
  }
}
