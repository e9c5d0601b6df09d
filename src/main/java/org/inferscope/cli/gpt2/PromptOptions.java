package org.inferscope.cli.gpt2;

import java.util.List;
import org.inferscope.remote.GivenPrompt;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** A prompt as text or as token ids, one of them. */
final class PromptOptions {
  @Option(names = "--prompt", paramLabel = "TEXT", descriptionKey = "cli.gpt2.prompt")
  private @Nullable String text;

  @Option(names = "--ids", split = ",", paramLabel = "ID", descriptionKey = "cli.gpt2.ids")
  private List<Integer> ids = List.of();

  /** What was given. */
  GivenPrompt given() {
    return text == null ? GivenPrompt.of(ids) : GivenPrompt.of(text);
  }
}
