package org.inferscope.app;

import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.hub.HubCache;
import org.inferscope.io.hub.HubModels;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;

/** The models of this machine, for the window and the commands. Any thread. */
public final class InstalledModels {
  private InstalledModels() {}

  /**
   * The embedded one, those in the user's folder and in the hub's cache; nothing is looked for yet.
   */
  public static LocalModels of(UserFolders folders) {
    return HubModels.of(
        folders,
        HubCache.ofThisUser(),
        (folder, vocabulary) ->
            HuggingFaceTokenizers.open(folder, vocabulary, folders.cacheWith("tokenizers")));
  }
}
