package org.inferscope.model.gpt2.sampling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;

class StopStringsTest {
  @Test
  void theTextEndsBeforeAStringThatEndsInsideAPiece() {
    StopStrings stops = new StopStrings(List.of("\n\n"));
    assertThat(stops.add("one")).isEqualTo("one");
    assertThat(stops.add(" two\n\nthree")).isEqualTo(" two");
    assertThat(stops.reached()).isTrue();
    assertThat(stops.add("four")).isEmpty();
    assertThat(stops.finish()).isEmpty();
  }

  @Test
  void whatMayBeAStartIsHeldBackUntilItIsKnown() {
    StopStrings stops = new StopStrings(List.of("END"));
    assertThat(stops.add("a E")).isEqualTo("a ");
    assertThat(stops.add("N")).isEmpty();
    assertThat(stops.add("E")).isEqualTo("EN");
    assertThat(stops.reached()).isFalse();
    assertThat(stops.add("ND")).isEmpty();
    assertThat(stops.reached()).isTrue();
  }

  @Test
  void whatWasHeldBackComesAtTheEnd() {
    StopStrings stops = new StopStrings(List.of("END"));
    assertThat(stops.add("the EN")).isEqualTo("the ");
    assertThat(stops.finish()).isEqualTo("EN");
    assertThat(stops.reached()).isFalse();
  }

  @Test
  void theStringThatIsCompleteFirstCounts() {
    StopStrings stops = new StopStrings(List.of("abcd", "bc", "c"));
    assertThat(stops.add("xabcd")).isEqualTo("xa");
  }

  @Test
  void howTheTextIsCutDoesNotMatter() {
    Random random = new Random(1);
    for (int i = 0; i < 2000; i++) {
      String text =
          random.ints(12, 'a', 'd').mapToObj(Character::toString).reduce("", String::concat);
      List<String> strings = List.of("abcab", "cc", "bab");
      StopStrings whole = new StopStrings(strings);
      String expected = whole.add(text) + whole.finish();

      StopStrings pieces = new StopStrings(strings);
      StringBuilder given = new StringBuilder();
      for (int at = 0; at < text.length(); ) {
        int to = Math.min(text.length(), at + random.nextInt(4));
        given.append(pieces.add(text.substring(at, to)));
        at = to;
      }
      given.append(pieces.finish());

      assertThat(given).hasToString(expected);
      assertThat(strings).noneMatch(expected::contains);
      assertThat(pieces.reached()).isEqualTo(strings.stream().anyMatch(text::contains));
    }
  }

  @Test
  void withoutStringsNothingIsHeldBack() {
    assertThat(new StopStrings(List.of()).add("any")).isEqualTo("any");
  }

  @Test
  void aStringWithoutCharactersIsRefused() {
    assertThatThrownBy(() -> new StopStrings(List.of("a", "")))
        .isInstanceOf(InferscopeException.class)
        .hasMessage("A stop string must have at least one character.");
  }
}
