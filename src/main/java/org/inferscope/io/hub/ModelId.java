package org.inferscope.io.hub;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;

/**
 * The name of a model on the hub, such as {@code gpt2} or {@code openai-community/gpt2-medium}.
 *
 * @param text the name as it was given
 */
public record ModelId(String text) {
  private static final int LONGEST = 96;
  private static final Pattern FORM =
      Pattern.compile("[A-Za-z0-9_][\\w.-]*(/[A-Za-z0-9_][\\w.-]*)?");

  /** Names from before the hub had owners, which it still answers to. */
  private static final Map<String, String> OLD_NAMES =
      Map.of(
          "gpt2", "openai-community/gpt2",
          "gpt2-medium", "openai-community/gpt2-medium",
          "gpt2-large", "openai-community/gpt2-large",
          "gpt2-xl", "openai-community/gpt2-xl",
          "distilgpt2", "distilbert/distilgpt2");

  /**
   * Checks the name, which also becomes that of a folder.
   *
   * @throws InferscopeException if the hub would have no model of such a name
   */
  public ModelId {
    boolean good =
        text.length() <= LONGEST
            && FORM.matcher(text).matches()
            && !text.contains("..")
            && !text.contains("--")
            && !text.endsWith(".")
            && !text.contains("./")
            && !text.endsWith(".git");
    if (!good) {
      throw new InferscopeException(Texts.get("hub.id.bad", text));
    }
  }

  /** Whether both name the same model: {@code gpt2} is {@code openai-community/gpt2}. */
  public boolean isSame(ModelId other) {
    return full().equalsIgnoreCase(other.full());
  }

  private String full() {
    return OLD_NAMES.getOrDefault(text, text);
  }

  /** Where the model goes below a folder of models. */
  public Path in(Path models) {
    Path folder = models;
    for (String part : text.split("/", -1)) {
      folder = folder.resolve(part);
    }
    return folder;
  }

  @Override
  public String toString() {
    return text;
  }
}
