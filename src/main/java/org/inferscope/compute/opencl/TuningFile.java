package org.inferscope.compute.opencl;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The shapes of tiles that were quickest on a device, in a file of its own. One that is damaged, or
 * was written for another driver or other kernels, counts as none; one that cannot be written is
 * done without.
 */
final class TuningFile {
  private static final Logger LOG = LoggerFactory.getLogger(TuningFile.class);

  private final Path file;
  private final String made;
  private final List<TileShape> shapes;

  /**
   * The file of a device.
   *
   * @param folder where such files are kept
   * @param source the kernels
   * @param shapes those that the device can run
   */
  TuningFile(Path folder, OpenClDevice device, String source, List<TileShape> shapes) {
    String hardware = device.platform() + " " + device.name();
    file = folder.resolve("opencl-" + Integer.toHexString(hardware.hashCode()) + ".properties");
    made =
        String.join(
            ", ",
            hardware,
            device.driver(),
            device.version(),
            Integer.toHexString(source.hashCode()));
    this.shapes = shapes;
  }

  Path path() {
    return file;
  }

  Optional<TileChoice> read() {
    Properties kept = new Properties();
    try (Reader in = Files.newBufferedReader(file)) {
      kept.load(in);
    } catch (IOException | IllegalArgumentException e) {
      return Optional.empty();
    }
    if (!made.equals(kept.getProperty("made"))) {
      return Optional.empty();
    }
    return shape(kept, "large")
        .flatMap(
            large ->
                shape(kept, "small")
                    .flatMap(
                        small ->
                            shape(kept, "flat").map(flat -> new TileChoice(large, small, flat))));
  }

  private Optional<TileShape> shape(Properties kept, String name) {
    String kernel = kept.getProperty(name, "");
    return shapes.stream().filter(shape -> shape.kernel().equals(kernel)).findFirst();
  }

  void write(TileChoice choice) {
    Properties kept = new Properties();
    kept.setProperty("made", made);
    kept.setProperty("large", choice.large().kernel());
    kept.setProperty("small", choice.small().kernel());
    kept.setProperty("flat", choice.flat().kernel());
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Path part = Files.createTempFile(file.toAbsolutePath().getParent(), "opencl", ".part");
      try (Writer out = Files.newBufferedWriter(part)) {
        kept.store(out, null);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException e) {
      LOG.info("What suits {} was not kept", made, e);
    }
  }
}
