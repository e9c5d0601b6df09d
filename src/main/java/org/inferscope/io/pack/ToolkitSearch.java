package org.inferscope.io.pack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for CUDA 11's libraries. On Linux: {@code CUDA_PATH} and {@code CUDA_HOME}, {@code
 * LD_LIBRARY_PATH}, the newest {@code /usr/local/cuda-11*}, then where the system's linker looks.
 * On Windows: {@code CUDA_PATH}, {@code CUDA_PATH_V11_*} and {@code PATH}. A folder that has all of
 * them is preferred to several that have some each.
 */
final class ToolkitSearch {
  private static final Logger LOG = LoggerFactory.getLogger(ToolkitSearch.class);

  private static final List<String> ON_LINUX =
      List.of(
          "libcudart.so.11.0",
          "libcublas.so.11",
          "libcublasLt.so.11",
          "libcusolver.so.11",
          "libcusparse.so.11");

  private static final List<String> ON_WINDOWS =
      List.of(
          "cudart64_110.dll",
          "cublas64_11.dll",
          "cublasLt64_11.dll",
          "cusolver64_11.dll",
          "cusparse64_11.dll");

  private static final List<String> LINKER_DEFAULTS =
      List.of("lib/x86_64-linux-gnu", "usr/lib/x86_64-linux-gnu", "lib64", "usr/lib64", "usr/lib");

  private static final Pattern CUDA_11 = Pattern.compile("cuda-11(\\.\\d+)?");

  private final PackSystem system;
  private final Map<String, String> environment;
  private final Path root;

  /**
   * A search.
   *
   * @param root of the file system that Linux's fixed places are in
   */
  ToolkitSearch(PackSystem system, Map<String, String> environment, Path root) {
    this.system = system;
    // Windows does not tell large letters of a variable's name from small ones.
    this.environment = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.environment.putAll(environment);
    this.root = root;
  }

  /** The best that is installed. */
  Toolkit find() {
    List<String> files = system == PackSystem.LINUX ? ON_LINUX : ON_WINDOWS;
    List<Path> places = system == PackSystem.LINUX ? onLinux() : onWindows();
    Optional<Path> whole =
        places.stream()
            .filter(place -> files.stream().allMatch(file -> has(place, file)))
            .findFirst();
    if (whole.isPresent()) {
      return new Toolkit(List.of(whole.get()), List.of());
    }
    Set<Path> used = new LinkedHashSet<>();
    List<String> missing = new ArrayList<>();
    for (String file : files) {
      places.stream()
          .filter(place -> has(place, file))
          .findFirst()
          .ifPresentOrElse(used::add, () -> missing.add(file));
    }
    return new Toolkit(List.copyOf(used), missing);
  }

  private static boolean has(Path place, String file) {
    return Files.isRegularFile(place.resolve(file));
  }

  private List<Path> onLinux() {
    Set<Path> places = new LinkedHashSet<>();
    for (String variable : List.of("CUDA_PATH", "CUDA_HOME")) {
      path(environment.getOrDefault(variable, "")).ifPresent(home -> addHome(home, places));
    }
    addAll("LD_LIBRARY_PATH", ":", places);
    installed().forEach(home -> addHome(home, places));
    addLinker(root.resolve("etc/ld.so.conf"), places);
    addLinkers(root.resolve("etc/ld.so.conf.d"), places);
    LINKER_DEFAULTS.forEach(folder -> places.add(root.resolve(folder)));
    return List.copyOf(places);
  }

  private static void addHome(Path home, Set<Path> places) {
    places.add(home.resolve("lib64"));
    places.add(home.resolve("targets").resolve("x86_64-linux").resolve("lib"));
    places.add(home.resolve("lib"));
  }

  /** The newest first. */
  private List<Path> installed() {
    return list(root.resolve("usr/local")).stream()
        .filter(path -> CUDA_11.matcher(String.valueOf(path.getFileName())).matches())
        .sorted(Comparator.comparingInt(ToolkitSearch::minor).reversed())
        .toList();
  }

  private static int minor(Path home) {
    String name = String.valueOf(home.getFileName());
    int dot = name.indexOf('.');
    return dot < 0 || name.length() - dot > 4 ? -1 : Integer.parseInt(name.substring(dot + 1));
  }

  private void addLinkers(Path folder, Set<Path> places) {
    list(folder).stream()
        .filter(path -> path.toString().endsWith(".conf"))
        .sorted()
        .forEach(path -> addLinker(path, places));
  }

  /** The folders that a file of the linker's names, one a line. */
  private void addLinker(Path file, Set<Path> places) {
    try {
      List<String> lines = Files.isRegularFile(file) ? Files.readAllLines(file) : List.of();
      for (String line : lines) {
        String text = line.strip();
        if (text.startsWith("/")) {
          path(text).ifPresent(path -> places.add(root.resolve(text.substring(1))));
        }
      }
    } catch (IOException e) {
      LOG.info("{} cannot be read", file, e);
    }
  }

  private static List<Path> list(Path folder) {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.toList();
    } catch (IOException e) {
      return List.of();
    }
  }

  private List<Path> onWindows() {
    Set<Path> places = new LinkedHashSet<>();
    path(environment.getOrDefault("CUDA_PATH", "")).ifPresent(home -> addBin(home, places));
    environment.forEach(
        (name, value) -> {
          if (name.toUpperCase(Locale.ROOT).startsWith("CUDA_PATH_V11_")) {
            path(value).ifPresent(home -> addBin(home, places));
          }
        });
    addAll("PATH", ";", places);
    return List.copyOf(places);
  }

  private static void addBin(Path home, Set<Path> places) {
    places.add(home.resolve("bin"));
  }

  private void addAll(String variable, String separator, Set<Path> places) {
    for (String text : environment.getOrDefault(variable, "").split(separator, -1)) {
      path(text).ifPresent(places::add);
    }
  }

  /** An absolute path; what is none is left out. */
  private static Optional<Path> path(String text) {
    String plain = text.strip().replace("\"", "");
    try {
      return Optional.of(Path.of(plain)).filter(Path::isAbsolute);
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }
}
