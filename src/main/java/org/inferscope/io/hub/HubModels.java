package org.inferscope.io.hub;

import java.util.List;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.io.gpt2.FoundModel.Origin;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.gpt2.Tokenizers;

/** Joins the models of the hub's cache with the others of this machine. */
public final class HubModels {
  private HubModels() {}

  /** All models of a user, with those that the hub's own tools have left. */
  public static LocalModels of(UserFolders folders, HubCache cache, Tokenizers tokenizers) {
    return new LocalModels(folders, () -> in(cache), tokenizers);
  }

  private static List<FoundModel> in(HubCache cache) {
    return cache.find().stream()
        .map(model -> new FoundModel(model.id().text(), model.folder(), Origin.HUB))
        .toList();
  }
}
