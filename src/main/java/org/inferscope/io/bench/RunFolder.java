package org.inferscope.io.bench;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.SafeFile;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder with a file for each run that is kept. Its names sort as the runs' dates do. All methods
 * touch the disk; any thread, one at a time.
 */
public final class RunFolder {
  /** The most runs that are kept; the oldest are forgotten beyond it. */
  public static final int MOST = 50;

  private static final Logger LOG = LoggerFactory.getLogger(RunFolder.class);
  private static final long LARGEST_FILE = 8_000_000;
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH-mm-ss.SSS'Z.json'", Locale.ROOT)
          .withZone(ZoneOffset.UTC);
  private static final Pattern OURS =
      Pattern.compile("\\d{4}-\\d\\d-\\d\\dT\\d\\d-\\d\\d-\\d\\d\\.\\d{3}Z\\.json");

  private final Path folder;

  /** Keeps runs in this folder, which need not exist. */
  public RunFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What is in the folder.
   *
   * @param runs the newest first
   * @param problems a sentence for each file that could not be read and was left alone
   */
  public record Contents(List<KeptRun> runs, List<String> problems) {

    /** Copies the lists. */
    public Contents {
      runs = List.copyOf(runs);
      problems = List.copyOf(problems);
    }
  }

  /** Reads all runs; what cannot be read is told and left out. */
  public Contents load() {
    List<KeptRun> runs = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    for (Path file : files()) {
      try {
        runs.add(read(file));
      } catch (InferscopeException e) {
        LOG.info("Skipped {}", file, e);
        problems.add(e.sentence());
      }
    }
    runs.sort(Comparator.comparing(KeptRun::date).reversed());
    return new Contents(runs, problems);
  }

  private static KeptRun read(Path file) {
    try {
      if (Files.size(file) > LARGEST_FILE) {
        throw new InferscopeException(Texts.get("rooflinesweep.file.large", file.toString()));
      }
      return RunJson.read(file.toString(), Files.readString(file, StandardCharsets.UTF_8));
    } catch (CharacterCodingException e) {
      throw new InferscopeException(Texts.get("rooflinesweep.file.notJson", file.toString()), e);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw new InferscopeException(
          Texts.get("rooflinesweep.file.unreadable", file.toString(), reason), e);
    }
  }

  /**
   * Keeps a run in place of what was kept of it before, and forgets the oldest beyond {@link
   * #MOST}.
   *
   * @throws InferscopeException with the reason in words if it cannot be written
   */
  public void save(KeptRun run) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      String reason = String.valueOf(e.getMessage());
      throw new InferscopeException(
          Texts.get("rooflinesweep.file.folder", folder.toString(), reason), e);
    }
    SafeFile.write(file(run.date()), RunJson.write(run).getBytes(StandardCharsets.UTF_8));
    List<Path> ours = files().stream().filter(RunFolder::isOurs).toList();
    ours.subList(0, Math.max(0, ours.size() - MOST)).forEach(RunFolder::deleteIfPossible);
  }

  /** Forgets a run. */
  public void delete(KeptRun run) {
    deleteIfPossible(file(run.date()));
  }

  private Path file(Instant date) {
    return folder.resolve(NAME.format(date));
  }

  /** The JSON files, in the order of their names. */
  private List<Path> files() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.list(folder)) {
      return all.filter(file -> name(file).endsWith(".json")).sorted().toList();
    } catch (IOException e) {
      LOG.warn("Cannot look into {}", folder, e);
      return List.of();
    }
  }

  private static boolean isOurs(Path file) {
    return OURS.matcher(name(file)).matches();
  }

  private static String name(Path file) {
    return String.valueOf(file.getFileName());
  }

  /** What can't be deleted is there again at the next start: a nuisance, and no loss. */
  private static void deleteIfPossible(Path file) {
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      LOG.warn("Cannot delete {}", file, e);
    }
  }
}
