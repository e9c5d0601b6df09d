package org.inferscope.compute.worker.nd4j;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.inferscope.compute.Cpu;
import org.inferscope.compute.Device;
import org.inferscope.compute.DeviceKind;
import org.nd4j.linalg.api.environment.Nd4jEnvironment;
import org.nd4j.linalg.api.ops.executioner.OpExecutioner.ExecutionerType;
import org.nd4j.linalg.factory.Nd4j;

/** What ND4J computes on. */
final class Nd4jDevice {
  private static final String POM = "/META-INF/maven/org.nd4j/nd4j-api/pom.properties";

  private Nd4jDevice() {}

  /** Asks ND4J, which loads it if it is not yet. */
  static Device found() {
    String backend = (Nd4jLoader.NAME + " " + version()).strip();
    if (Nd4j.getExecutioner().type() == ExecutionerType.NATIVE_CPU) {
      return new Device(Nd4jLoader.ID, Cpu.name(), DeviceKind.CPU, backend);
    }
    Properties known = Nd4j.getExecutioner().getEnvironmentInformation();
    Object cards = known.get(Nd4jEnvironment.CUDA_DEVICE_INFORMATION_KEY);
    if (cards instanceof List<?> all && !all.isEmpty() && all.get(0) instanceof Map<?, ?> card) {
      String name = String.valueOf(card.get(Nd4jEnvironment.CUDA_DEVICE_NAME_KEY));
      Object memory = card.get(Nd4jEnvironment.CUDA_TOTAL_MEMORY_KEY);
      long bytes = memory instanceof Number number ? number.longValue() : 0;
      return new Device(Nd4jLoader.ID, name, DeviceKind.GPU, backend, bytes);
    }
    return new Device(Nd4jLoader.ID, Nd4jLoader.NAME, DeviceKind.GPU, backend);
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
