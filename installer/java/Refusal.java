/** Why a build cannot go on, in a sentence for whoever started it. */
final class Refusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  Refusal(String sentence) {
    super(sentence);
  }

  Refusal(String sentence, Exception cause) {
    super(sentence, cause);
  }
}
