package org.inferscope.app.window;

import java.awt.Component;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.JFileChooser;
import javax.swing.JOptionPane;
import javax.swing.filechooser.FileNameExtensionFilter;
import org.inferscope.io.lesson.LessonFile;
import org.inferscope.tab.FilePrompt;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Asks for the names of files. Event thread; needs a display. */
public final class FileQuestions implements FilePrompt {
  private static final String PNG = "png";
  private static final String SVG = "svg";

  private @Nullable Component parent;
  private @Nullable Path lastFolder;

  /** From now on dialogs belong to this component's window. */
  public void belongTo(Component component) {
    parent = component;
  }

  /** Asks for a lesson to open; starts where the current one is. */
  public Optional<Path> lessonToOpen(Optional<Path> current) {
    JFileChooser chooser = chooser(current, lessons());
    chooser.setDialogTitle(Texts.get("app.file.openTitle"));
    return chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chosen(chooser))
        : Optional.empty();
  }

  /** Asks where to save the lesson. */
  public Optional<Path> lessonToSave(Optional<Path> current) {
    JFileChooser chooser = chooser(current, lessons());
    chooser.setDialogTitle(Texts.get("app.file.saveTitle"));
    Path name = current.orElse(Path.of(Texts.get("app.file.newName") + LessonFile.SUFFIX));
    chooser.setSelectedFile(chooser.getCurrentDirectory().toPath().resolve(name).toFile());
    return save(chooser, LessonFile.SUFFIX);
  }

  /** Asks where to save a picture: as PNG or as SVG, by the ending of the name or the filter. */
  public Optional<Path> imageToSave() {
    FileNameExtensionFilter svg = new FileNameExtensionFilter(Texts.get("app.file.drawings"), SVG);
    JFileChooser chooser =
        chooser(Optional.empty(), new FileNameExtensionFilter(Texts.get("app.file.images"), PNG));
    chooser.addChoosableFileFilter(svg);
    chooser.setDialogTitle(Texts.get("app.file.exportTitle"));
    Path name = Path.of(Texts.get("app.file.newName"));
    chooser.setSelectedFile(chooser.getCurrentDirectory().toPath().resolve(name).toFile());
    return save(chooser, file -> picture(file, chooser.getFileFilter() == svg ? SVG : PNG));
  }

  /** The file's name, with an ending if it has none of a picture. */
  static Path picture(Path file, String kind) {
    String name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    boolean ends = name.endsWith("." + PNG) || name.endsWith("." + SVG);
    return ends ? file : withSuffix(file, "." + kind);
  }

  @Override
  public Optional<Path> toOpen(String title, String kind, String... endings) {
    JFileChooser chooser = chooser(Optional.empty(), new FileNameExtensionFilter(kind, endings));
    chooser.setDialogTitle(title);
    return chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chosen(chooser))
        : Optional.empty();
  }

  @Override
  public Optional<Path> folderToOpen(String title) {
    JFileChooser chooser = new JFileChooser(lastFolder == null ? null : lastFolder.toFile());
    chooser.setFileSelectionMode(JFileChooser.DIRECTORIES_ONLY);
    chooser.setDialogTitle(title);
    return chooser.showOpenDialog(parent) == JFileChooser.APPROVE_OPTION
        ? Optional.of(chosen(chooser))
        : Optional.empty();
  }

  @Override
  public Optional<Path> toSave(String title, String kind, String name, String ending) {
    JFileChooser chooser = chooser(Optional.empty(), new FileNameExtensionFilter(kind, ending));
    chooser.setDialogTitle(title);
    chooser.setSelectedFile(
        chooser.getCurrentDirectory().toPath().resolve(name + "." + ending).toFile());
    return save(chooser, "." + ending);
  }

  private Optional<Path> save(JFileChooser chooser, String suffix) {
    return save(chooser, file -> withSuffix(file, suffix));
  }

  private Optional<Path> save(JFileChooser chooser, UnaryOperator<Path> named) {
    while (chooser.showSaveDialog(parent) == JFileChooser.APPROVE_OPTION) {
      Path file = named.apply(chosen(chooser));
      if (!Files.exists(file) || mayReplace(file)) {
        return Optional.of(file);
      }
    }
    return Optional.empty();
  }

  private boolean mayReplace(Path file) {
    String question = Texts.get("app.file.replace", String.valueOf(file.getFileName()));
    Object[] answers = {Texts.get("app.file.replaceYes"), Texts.get("app.file.replaceNo")};
    return JOptionPane.showOptionDialog(
            parent,
            question,
            Texts.get("app.file.saveTitle"),
            JOptionPane.DEFAULT_OPTION,
            JOptionPane.QUESTION_MESSAGE,
            null,
            answers,
            answers[1])
        == 0;
  }

  static Path withSuffix(Path file, String suffix) {
    String name = String.valueOf(file.getFileName());
    return name.endsWith(suffix) ? file : file.resolveSibling(name + suffix);
  }

  private JFileChooser chooser(Optional<Path> current, FileNameExtensionFilter filter) {
    Path folder = current.map(Path::toAbsolutePath).map(Path::getParent).orElse(lastFolder);
    JFileChooser chooser = new JFileChooser(folder == null ? null : folder.toFile());
    chooser.setFileFilter(filter);
    return chooser;
  }

  private static FileNameExtensionFilter lessons() {
    return new FileNameExtensionFilter(
        Texts.get("app.file.lessons"), LessonFile.SUFFIX.substring(1));
  }

  private Path chosen(JFileChooser chooser) {
    Path file = chooser.getSelectedFile().toPath();
    lastFolder = file.toAbsolutePath().getParent();
    return file;
  }
}
