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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.inferscope.support.Sources;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Keeps the texts and the code that asks for them together. The code asks with string literals in
 * the first argument of {@code Texts.get}; in a file where that argument is a variable, every
 * literal that starts with the name of a bundle and a dot is a key.
 */
class TextKeysTest {
  /**
   * Keys put together while running: the literal part, and every ending it can get. Add a line here
   * for each {@code Texts.get("area.name." + ending)}.
   */
  private static final Map<String, List<String>> COMPOSED = Map.of();

  private static final Path BUNDLES = Path.of("src/main/resources/org/inferscope/text");
  private static final Pattern LITERAL =
      Pattern.compile("\"((?:[a-z][\\w-]*)(?:\\.[\\w-]+)*\\.?)\"");

  private static final Pattern CALL = Pattern.compile("\\bTexts\\.(?:get|has)\\(");

  private static Map<String, String> english;
  private static Set<String> asked;
  private static Set<String> mentioned;

  @BeforeAll
  static void readBundlesAndSources() throws IOException {
    english = new TreeMap<>();
    for (Path file : bundles()) {
      if (!isTranslation(file)) {
        english.putAll(read(file));
      }
    }
    asked = new TreeSet<>();
    mentioned = new TreeSet<>();
    for (Path source : Sources.main()) {
      String code = Sources.read(source);
      List<String> keyed = literals(code).filter(TextKeysTest::startsLikeAKey).toList();
      mentioned.addAll(keyed);
      List<String> calls = firstArguments(code);
      calls.forEach(argument -> literals(argument).forEach(asked::add));
      if (calls.stream().anyMatch(argument -> !argument.contains("\""))) {
        asked.addAll(keyed);
      }
    }
  }

  @Test
  void everyKeyInTheCodeHasAText() {
    assertThat(without(asked, english.keySet())).filteredOn(key -> !key.endsWith(".")).isEmpty();
  }

  @Test
  void everyComposedKeyIsDeclaredAndHasATextForEachEnding() {
    Set<String> prefixes =
        asked.stream().filter(literal -> literal.endsWith(".")).collect(Collectors.toSet());
    assertThat(COMPOSED.keySet()).containsExactlyInAnyOrderElementsOf(prefixes);
    assertThat(without(composedKeys(), english.keySet())).isEmpty();
  }

  @Test
  void everyTextIsAskedFor() {
    assertThat(without(without(english.keySet(), mentioned), composedKeys())).isEmpty();
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

  private static Stream<String> literals(String code) {
    return LITERAL.matcher(code).results().map(match -> match.group(1));
  }

  private static boolean startsLikeAKey(String literal) {
    return literal.contains(".")
        && english.keySet().stream().anyMatch(key -> area(key).equals(area(literal)));
  }

  private static List<String> firstArguments(String code) {
    return CALL.matcher(code).results().map(call -> argumentAt(code, call.end())).toList();
  }

  /** The code from a position up to the comma or bracket that ends the argument there. */
  private static String argumentAt(String code, int start) {
    int depth = 0;
    boolean quoted = false;
    for (int i = start; i < code.length(); i++) {
      char c = code.charAt(i);
      if (c == '"' && code.charAt(i - 1) != '\\') {
        quoted = !quoted;
      } else if (!quoted && depth == 0 && (c == ',' || c == ')')) {
        return code.substring(start, i);
      } else if (!quoted && (c == '(' || c == ')')) {
        depth += c == '(' ? 1 : -1;
      }
    }
    throw new AssertionError("a call of Texts.get has no end");
  }

  private static boolean isTranslation(Path bundle) {
    return bundle.getFileName().toString().contains("_");
  }

  private static String area(String key) {
    return key.substring(0, key.indexOf('.'));
  }
}
