package org.inferscope.app;

import java.util.List;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.hub.HubCache;
import org.inferscope.model.gpt2.tokenizer.HuggingFaceTokenizers;

/** The models of this machine, for the window and the commands. Any thread. */
public final class InstalledModels {
  private InstalledModels() {}

  /**
   * The embedded one, those in the user's folders and in the hub's cache; nothing is looked for
   * yet.
   */
  public static LocalModels of(UserFolders folders) {
    return new LocalModels(
        folders,
        () -> inCache(HubCache.ofThisUser()),
        (folder, vocabulary) -> HuggingFaceTokenizers.open(folder, vocabulary, folders.cache()));
  }

  private static List<FoundModel> inCache(HubCache cache) {
    return cache.find().stream()
        .map(model -> new FoundModel(model.id().text(), model.folder(), FoundModel.Origin.HUB))
        .toList();
  }
}
