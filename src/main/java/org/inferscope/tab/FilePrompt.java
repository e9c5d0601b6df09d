package org.inferscope.tab;

import java.nio.file.Path;
import java.util.Optional;

/** Asks the person for the names of files. Event thread. */
public interface FilePrompt {
  /**
   * Asks for a file to open.
   *
   * @param title what it is opened for
   * @param kind what such files are called
   * @param endings of their names, without the dot
   * @return empty if the person changed their mind
   */
  Optional<Path> toOpen(String title, String kind, String... endings);

  /**
   * Asks for a folder to open.
   *
   * @param title what it is opened for
   * @return empty if the person changed their mind
   */
  Optional<Path> folderToOpen(String title);

  /**
   * Asks where to write a file; before one is replaced, the person has agreed.
   *
   * @param title what it is written for
   * @param kind what such files are called
   * @param name proposed, without its ending
   * @param ending of its name, without the dot
   * @return empty if the person changed their mind
   */
  Optional<Path> toSave(String title, String kind, String name, String ending);
}
