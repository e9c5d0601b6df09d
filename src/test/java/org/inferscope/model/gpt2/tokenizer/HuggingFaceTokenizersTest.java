package org.inferscope.model.gpt2.tokenizer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.knuddels.jtokkit.Encodings;
import com.knuddels.jtokkit.api.Encoding;
import com.knuddels.jtokkit.api.EncodingType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** GPT-2's own tokenizer, against one written by others. */
class HuggingFaceTokenizersTest {
  /** What the native library is unpacked into; kept between runs. */
  static final Path CACHE = Path.of("target", "tokenizers");

  private static final int TEXTS = 10_000;

  @TempDir static Path folder;

  private static Tokenizer gpt2;
  private static Encoding other;

  @BeforeAll
  static void open() throws IOException {
    Gpt2Vocabulary.load().writeTokenizer(folder.resolve("tokenizer.json"));
    gpt2 = HuggingFaceTokenizers.open(folder, Gpt2Vocabulary.SIZE, CACHE);
    other = Encodings.newLazyEncodingRegistry().getEncoding(EncodingType.R50K_BASE);
  }

  @AfterAll
  static void close() {
    gpt2.close();
  }

  @Test
  void cutsTextsInAllScriptsAsAnotherTokenizerDoes() {
    RandomTexts texts = new RandomTexts(1);
    for (int i = 0; i < TEXTS; i++) {
      String text = texts.next();
      assertThat(ids(gpt2.encode(text))).as(text).isEqualTo(otherIds(text));
    }
  }

  @Test
  void cutsEveryControlCharacterAndEverySpaceAsAnotherTokenizerDoes() {
    for (int c = 0; c < 0x3100; c++) {
      if (Character.isISOControl(c) || Character.isSpaceChar(c)) {
        String text = "a%1$cb %1$c%1$c  c".formatted(c);
        assertThat(ids(gpt2.encode(text))).as(text).isEqualTo(otherIds(text));
      }
    }
  }

  @Test
  void textsComeBackFromTheirTokens() {
    RandomTexts texts = new RandomTexts(2);
    for (int i = 0; i < TEXTS / 10; i++) {
      String text = texts.next();
      List<Integer> ids = gpt2.encode(text).stream().map(Token::id).toList();
      assertThat(gpt2.decode(ids)).isEqualTo(text);
    }
  }

  @Test
  void tokensCoverTheBytesOfTheTextWithoutAGap() {
    RandomTexts texts = new RandomTexts(3);
    for (int i = 0; i < TEXTS / 10; i++) {
      String text = texts.next();
      byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
      int at = 0;
      for (Token token : gpt2.encode(text)) {
        assertThat(token.firstByte()).isEqualTo(at);
        assertThat(Arrays.copyOfRange(utf8, at, token.endByte())).isEqualTo(gpt2.bytes(token.id()));
        at = token.endByte();
      }
      assertThat(at).isEqualTo(utf8.length);
    }
  }

  @Test
  void charactersOfATokenAreThoseItsBytesTouch() {
    RandomTexts texts = new RandomTexts(4);
    for (int i = 0; i < TEXTS / 10; i++) {
      String text = texts.next();
      for (Token token : gpt2.encode(text)) {
        int before = utf8Length(text.substring(0, token.start()));
        int after = utf8Length(text.substring(0, token.end()));
        int first = utf8Length(text.substring(0, text.offsetByCodePoints(token.start(), 1)));
        int last = utf8Length(text.substring(0, text.offsetByCodePoints(token.end(), -1)));
        assertThat(token.firstByte()).isGreaterThanOrEqualTo(before).isLessThan(first);
        assertThat(token.endByte()).isLessThanOrEqualTo(after).isGreaterThan(last);
      }
    }
  }

  @Test
  void aCharacterCutOverTokensIsSpannedByEach() {
    List<Token> tokens = gpt2.encode("x👍y");

    assertThat(tokens)
        .extracting(Token::start, Token::end, Token::firstByte, Token::endByte)
        .containsExactly(
            tuple(0, 1, 0, 1), tuple(1, 3, 1, 4), tuple(1, 3, 4, 5), tuple(3, 4, 5, 6));
  }

  @Test
  void surrogatesWithoutAPartnerCountAsReplacementCharacters() {
    RandomTexts texts = new RandomTexts(5);
    for (int i = 0; i < TEXTS / 10; i++) {
      String text = texts.nextBroken();
      String whole = new String(text.getBytes(StandardCharsets.UTF_16), StandardCharsets.UTF_16);
      assertThat(gpt2.encode(text)).isEqualTo(gpt2.encode(whole));
      assertThat(gpt2.decode(gpt2.encode(text).stream().map(Token::id).toList())).isEqualTo(whole);
    }
  }

  @Test
  void theEndOfATextIsOneTokenWhereverItsNameStands() {
    assertThat(gpt2.endOfText()).hasValue(50256);
    assertThat(ids(gpt2.encode("a<|endoftext|> b"))).containsExactly(64, 50256, 275);
    assertThat(ids(gpt2.encode("<|endoftext|"))).doesNotContain(50256);
  }

  @Test
  void nothingIsAddedToATextAndNothingCutOff() {
    assertThat(gpt2.encode("")).isEmpty();
    // The file of this test asks for three tokens at most.
    assertThat(gpt2.encode("one two three four five")).hasSize(5);
  }

  @Test
  void aMegabyteIsCutWhatever() {
    for (String part : List.of(" ", "The quick brown fox, 1234. ")) {
      String text = part.repeat(1_000_000 / part.length());
      List<Token> tokens = gpt2.encode(text);
      assertThat(tokens.get(tokens.size() - 1).end()).isEqualTo(text.length());
    }
  }

  @Test
  void aTextTooLongIsRefusedWithItsLength() {
    assertThatThrownBy(() -> gpt2.encode("a".repeat(4_000_001)))
        .isInstanceOf(InferscopeException.class)
        .hasMessage(
            "The text has 4,000,001 characters, but at most 4,000,000 can be cut into tokens.");
  }

  @Test
  void vocabularyAndMergesOnTheirOwnAreTheSameTokenizer(@TempDir Path original) throws IOException {
    Gpt2Vocabulary.load().writePair(original);
    RandomTexts texts = new RandomTexts(6);
    try (Tokenizer pair = HuggingFaceTokenizers.open(original, Gpt2Vocabulary.SIZE, CACHE)) {
      assertThat(pair.endOfText()).hasValue(50256);
      for (int i = 0; i < TEXTS / 10; i++) {
        String text = texts.next() + "<|endoftext|>";
        assertThat(pair.encode(text)).isEqualTo(gpt2.encode(text));
      }
    }
  }

  @Test
  void tokensAreSpelledAsVocabulariesDo() {
    assertThat(gpt2.encode("the the\n"))
        .extracting(Token::piece)
        .containsExactly("the", "Ġthe", "Ċ");
    assertThat(gpt2.size()).isEqualTo(50257);
    assertThat(gpt2.piece(262)).isEqualTo("Ġthe");
    assertThat(gpt2.bytes(262)).isEqualTo(" the".getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void bytesThatAreNoTextBecomeReplacementCharacters() {
    Random random = new Random(7);
    for (int i = 0; i < 1000; i++) {
      List<Integer> ids = random.ints(20, 0, 50257).boxed().toList();
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      ids.forEach(id -> bytes.writeBytes(gpt2.bytes(id)));
      assertThat(gpt2.decode(ids)).isEqualTo(bytes.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aClosedTokenizerRefusesTexts() {
    Tokenizer closed = HuggingFaceTokenizers.open(folder, Gpt2Vocabulary.SIZE, CACHE);
    closed.encode("a");
    closed.close();
    closed.close();
    assertThatThrownBy(() -> closed.encode("a")).isInstanceOf(IllegalStateException.class);
  }

  private static int[] ids(List<Token> tokens) {
    return tokens.stream().mapToInt(Token::id).toArray();
  }

  private static int[] otherIds(String text) {
    return other.encodeOrdinary(text).toArray();
  }

  private static int utf8Length(String text) {
    return text.getBytes(StandardCharsets.UTF_8).length;
  }
}
