package org.inferscope.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inferscope.support.Sources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keeps the texts and the code that asks for them together. A key is any string literal of the
 * product that starts with the name of a bundle and a dot, whether it stands in {@code Texts.get}
 * or is handed on to it.
 */
class TextKeysTest {
  /**
   * Keys put together while running: the literal part, and every ending it can get. Add a line here
   * for each {@code Texts.get("area.name." + ending)}.
   */
  private static final Map<String, List<String>> COMPOSED = Map.of();

  /** Literals that start like a key and are not one, such as names of preferences. */
  private static final Set<String> NOT_KEYS = Set.of();

  private static final Path BUNDLES = Path.of("src/main/resources/org/inferscope/text");
  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[a-z][\\w-]*)(?:\\.[\\w-]+)*\\.?)\"");

  private static Map<String, String> english;
  private static Set<String> literals;

  @BeforeAll
  static void readBundlesAndSources() throws IOException {
    english = new TreeMap<>();
    for (Path file : bundles()) {
      if (!isTranslation(file)) {
        english.putAll(read(file));
      }
    }
    Set<String> areas =
        english.keySet().stream().map(TextKeysTest::area).collect(Collectors.toSet());
    literals = new TreeSet<>();
    for (Path source : Sources.main()) {
      Matcher matcher = LITERAL.matcher(Sources.read(source));
      while (matcher.find()) {
        String literal = matcher.group(1);
        if (literal.contains(".") && areas.contains(area(literal)) && !NOT_KEYS.contains(literal)) {
          literals.add(literal);
        }
      }
    }
  }

  @Test
  void everyKeyInTheCodeHasAText() {
    assertThat(without(literals, english.keySet())).filteredOn(key -> !key.endsWith(".")).isEmpty();
  }

  @Test
  void everyComposedKeyIsDeclaredAndHasATextForEachEnding() {
    Set<String> prefixes =
        literals.stream().filter(literal -> literal.endsWith(".")).collect(Collectors.toSet());
    assertThat(COMPOSED.keySet()).containsExactlyInAnyOrderElementsOf(prefixes);
    assertThat(without(composedKeys(), english.keySet())).isEmpty();
  }

  @Test
  void everyTextIsAskedFor() {
    assertThat(without(without(english.keySet(), literals), composedKeys())).isEmpty();
  }

  @Test
  void everyTextIsAPatternThatCanBeFilledIn() throws IOException {
    for (Path file : bundles()) {
      read(file)
          .forEach(
              (key, pattern) -> {
                assertThat(pattern).as(key).isNotBlank();
                assertThatCode(() -> new MessageFormat(pattern)).as(key).doesNotThrowAnyException();
                assertThat(pattern.replace("''", "").replace("'{'", "").replace("'}'", ""))
                    .as("%s: an apostrophe is written twice", key)
                    .doesNotContain("'");
              });
    }
  }

  @Test
  void aTranslationHasNoKeyThatEnglishLacks() throws IOException {
    for (Path file : bundles()) {
      assertThat(without(read(file).keySet(), english.keySet())).as("%s", file).isEmpty();
    }
  }

  private static Set<String> without(Set<String> all, Set<String> taken) {
    Set<String> left = new TreeSet<>(all);
    left.removeAll(taken);
    return left;
  }

  private static Set<String> composedKeys() {
    Set<String> keys = new TreeSet<>();
    COMPOSED.forEach((prefix, endings) -> endings.forEach(ending -> keys.add(prefix + ending)));
    return keys;
  }

  private static List<Path> bundles() throws IOException {
    try (Stream<Path> files = Files.list(BUNDLES)) {
      return files.filter(file -> file.toString().endsWith(".properties")).sorted().toList();
    }
  }

  private static Map<String, String> read(Path bundle) throws IOException {
    String area = bundle.getFileName().toString().replaceFirst("(_.*)?\\.properties$", "");
    Map<String, String> texts = new TreeMap<>();
    Properties collector =
        new Properties() {
          @Override
          public synchronized Object put(Object key, Object text) {
            assertThat(texts.put(area + "." + key, (String) text))
                .as("%s has %s only once", bundle, key)
                .isNull();
            return super.put(key, text);
          }
        };
    try (Reader reader = Files.newBufferedReader(bundle)) {
      collector.load(reader);
    }
    return texts;
  }

  private static boolean isTranslation(Path bundle) {
    return bundle.getFileName().toString().contains("_");
  }

  private static String area(String key) {
    return key.substring(0, key.indexOf('.'));
  }
}
