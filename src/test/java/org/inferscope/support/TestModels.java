package org.inferscope.support;

import java.nio.file.Path;
import java.util.List;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;

/** The models of a user who has none but the embedded one. */
public final class TestModels {
  private TestModels() {}

  /** Those below a folder, which is empty at first. */
  public static LocalModels in(Path folder) {
    UserFolders folders =
        new UserFolders(
            folder.resolve("config"),
            folder.resolve("data"),
            folder.resolve("cache"),
            folder.resolve("logs"));
    return new LocalModels(
        folders,
        List::of,
        (model, vocabulary) -> HuggingFaceTokenizers.open(model, vocabulary, folders.cache()));
  }
}
