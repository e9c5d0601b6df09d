package org.inferscope.support;

import java.nio.file.Path;
import java.util.Optional;
import org.inferscope.tab.FilePrompt;

/** A person who closes every file dialog. */
public class NoFiles implements FilePrompt {
  @Override
  public Optional<Path> toOpen(String title, String kind, String... endings) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> folderToOpen(String title) {
    return Optional.empty();
  }

  @Override
  public Optional<Path> toSave(String title, String kind, String name, String ending) {
    return Optional.empty();
  }
}
