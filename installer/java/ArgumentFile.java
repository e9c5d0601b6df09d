import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An argument file as {@code jpackage} and {@code jlink} read it: words between spaces and ends of
 * lines, quoted where they have spaces themselves, and comments from a {@code #} on.
 */
final class ArgumentFile {
  private static final Pattern WORD = Pattern.compile("#.*|\"([^\"\\\\]*)\"|([^\\s\"]+)");

  private ArgumentFile() {}

  static List<String> read(Path file) {
    List<String> words = new ArrayList<>();
    try {
      for (String line : Files.readAllLines(file)) {
        Matcher matcher = WORD.matcher(line);
        while (matcher.find()) {
          if (matcher.group(1) != null) {
            words.add(matcher.group(1));
          } else if (matcher.group(2) != null) {
            words.add(matcher.group(2));
          }
        }
      }
    } catch (IOException e) {
      throw new Refusal("Cannot read " + file + ": " + e.getMessage(), e);
    }
    return words;
  }
}
