package org.inferscope.tab.gpt2.desk;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.inferscope.model.gpt2.tokenizer.Token;
import org.inferscope.model.gpt2.tokenizer.Tokenizer;

/**
 * The tokens that the model is given: those of the prompt, then those that it wrote itself.
 * Immutable, any thread.
 *
 * @param typed tokens of the prompt
 * @param generated ids of the tokens after it
 * @param words each token as it is written on screen
 */
public record PromptTokens(List<Token> typed, List<Integer> generated, List<String> words) {
  /** No token. */
  public static final PromptTokens NONE = new PromptTokens(List.of(), List.of(), List.of());

  /** Copies the lists. */
  public PromptTokens {
    typed = List.copyOf(typed);
    generated = List.copyOf(generated);
    words = List.copyOf(words);
  }

  /** Cuts a prompt. */
  static PromptTokens of(Tokenizer tokenizer, String prompt, List<Integer> generated) {
    return of(tokenizer, tokenizer.encode(prompt), generated);
  }

  /** The same prompt, with other tokens after it. */
  static PromptTokens of(Tokenizer tokenizer, List<Token> typed, List<Integer> generated) {
    List<Integer> known =
        generated.stream().allMatch(id -> id < tokenizer.size()) ? generated : List.of();
    List<String> words =
        Stream.concat(typed.stream().map(Token::id), known.stream())
            .map(id -> TokenWords.of(tokenizer, id))
            .toList();
    return new PromptTokens(typed, known, words);
  }

  /** T, how many there are. */
  public int size() {
    return typed.size() + generated.size();
  }

  /** All ids. */
  public List<Integer> ids() {
    return IntStream.range(0, size()).mapToObj(this::id).toList();
  }

  /** The id of a token. */
  public int id(int position) {
    return position < typed.size()
        ? typed.get(position).id()
        : generated.get(position - typed.size());
  }

  /** A token as it is written on screen. */
  public String word(int position) {
    return words.get(position);
  }

  /** Whether the model wrote it. */
  public boolean isGenerated(int position) {
    return position >= typed.size();
  }
}
