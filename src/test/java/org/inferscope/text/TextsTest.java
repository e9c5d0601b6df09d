package org.inferscope.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class TextsTest {
  private final Locale before = Locale.getDefault(Locale.Category.DISPLAY);

  @BeforeEach
  void speakEnglish() {
    speak(Locale.US);
  }

  @AfterEach
  void restoreLanguage() {
    speak(before);
  }

  @Test
  void unescapesQuotesAlsoWithoutArguments() {
    assertThat(Texts.get("sample.plain")).isEqualTo("It's −1 × 2");
  }

  @Test
  void fillsInArgumentsWhereThePatternWantsThem() {
    assertThat(Texts.get("sample.filled", "12", "3")).isEqualTo("3 of 12");
  }

  @Test
  void speaksTheDisplayLanguage() {
    speak(Locale.GERMANY);
    assertThat(Texts.get("sample.filled", "12", "3")).isEqualTo("3 von 12");
  }

  @Test
  void fallsBackToEnglishWhereALanguageLacksTheText() {
    speak(Locale.GERMANY);
    assertThat(Texts.get("sample.only.english")).isEqualTo("English only");
  }

  @Test
  void fallsBackToEnglishForALanguageWithoutBundleWhateverTheMachineSpeaks() {
    Locale machine = Locale.getDefault();
    try {
      Locale.setDefault(Locale.GERMANY);
      speak(Locale.ITALY);
      assertThat(Texts.get("sample.filled", "12", "3")).isEqualTo("3 of 12");
    } finally {
      Locale.setDefault(machine);
    }
  }

  @Test
  void showsTheKeyWhereThereIsNoText() {
    assertThat(Texts.get("sample.missing")).isEqualTo("!sample.missing!");
    assertThat(Texts.get("nowhere.missing")).isEqualTo("!nowhere.missing!");
    assertThat(Texts.get("nodot")).isEqualTo("!nodot!");
    assertThat(Texts.get("")).isEqualTo("!!");
  }

  @Test
  void showsTheKeyWhereThePatternIsBroken() {
    assertThat(Texts.get("sample.broken", 1)).isEqualTo("!sample.broken!");
  }

  @Test
  void knowsWhichTextsThereAre() {
    assertThat(Texts.has("sample.plain")).isTrue();
    assertThat(Texts.has("sample.missing")).isFalse();
    assertThat(Texts.has("nowhere.missing")).isFalse();
  }

  private static void speak(Locale locale) {
    Locale.setDefault(Locale.Category.DISPLAY, locale);
  }
}
