package org.inferscope.io.network;

import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.inferscope.io.ReadProblem;
import org.inferscope.model.network.Network;
import org.inferscope.model.network.preset.Preset;
import org.inferscope.model.network.preset.Presets;

/**
 * The digit classifier that is shipped with the program. Immutable, any thread.
 *
 * @param network from 64 pixels to shares of the ten digits
 * @param examples digits to start from, none of which it was trained on
 */
public record DigitsModel(Network network, List<Digit> examples) {
  private static final String FOLDER = "/assets/models/digits/";
  private static final String WEIGHTS = "digits.safetensors";
  private static final String EXAMPLES = "examples.txt";

  /** Copies the list. */
  public DigitsModel {
    examples = List.copyOf(examples);
  }

  /**
   * Reads it from the class path. Waits for the disk, some milliseconds: for a job.
   *
   * @throws org.inferscope.compute.InferscopeException if it cannot be read
   */
  public static DigitsModel load() {
    return new DigitsModel(readNetwork(), readExamples());
  }

  /** The weights can be inside a jar; the reader wants a file. */
  private static Network readNetwork() {
    try (InputStream in = resource(WEIGHTS)) {
      Path copy = Files.createTempFile("inferscope-", "-" + WEIGHTS);
      try {
        Files.copy(in, copy, StandardCopyOption.REPLACE_EXISTING);
        return NetworkFile.load(copy).network();
      } finally {
        Files.deleteIfExists(copy);
      }
    } catch (IOException e) {
      throw ReadProblem.of(Path.of(WEIGHTS), e);
    }
  }

  private static List<Digit> readExamples() {
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(resource(EXAMPLES), StandardCharsets.UTF_8))) {
      return Digit.read(lines);
    } catch (IOException e) {
      throw ReadProblem.of(Path.of(EXAMPLES), e);
    }
  }

  private static InputStream resource(String name) throws IOException {
    InputStream in = DigitsModel.class.getResourceAsStream(FOLDER + name);
    if (in == null) {
      throw new FileNotFoundException(FOLDER + name);
    }
    return in;
  }

  /** The classifier as a network to start from. */
  public Preset preset() {
    return Presets.digits(network, Digit.batch(examples));
  }
}
