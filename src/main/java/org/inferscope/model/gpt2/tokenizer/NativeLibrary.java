package org.inferscope.model.gpt2.tokenizer;

import ai.djl.huggingface.tokenizers.jni.TokenizersLibrary;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicBoolean;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * Hugging Face's tokenizers, compiled from Rust: lies in DJL's jar and is unpacked when first used,
 * or in a folder of the installed program.
 *
 * <p>DJL's own way of loading it asks CUDA how many GPUs there are, through JNA, logs what it
 * finds, and can use the network. None of this is of use to a tokenizer, so the file is found,
 * unpacked and loaded here.
 */
final class NativeLibrary {
  private static final AtomicBoolean LOADED = new AtomicBoolean();

  private NativeLibrary() {}

  /**
   * Loads it, once in a process.
   *
   * @param cache the folder to unpack it into, if it is not installed; need not exist
   * @throws InferscopeException if there is none for this system, or it cannot be unpacked or
   *     loaded
   */
  static TokenizersLibrary load(Path cache) {
    synchronized (LOADED) {
      if (!LOADED.get()) {
        String installed = System.getProperty(HuggingFaceTokenizers.LIBRARY_PATH);
        NativePlatform platform = NativePlatform.ofThisSystem();
        if (installed == null) {
          loadFrom(cache.toAbsolutePath(), platform);
        } else {
          loadInstalled(Path.of(installed).toAbsolutePath(), platform);
        }
        LOADED.set(true);
      }
    }
    return TokenizersLibrary.LIB;
  }

  /** The same for a given system, whether loaded or not. */
  static void loadFrom(Path cache, NativePlatform platform) {
    try {
      Path folder = cache.resolve("tokenizers").resolve(version() + "-" + platform.name());
      load(unpack(platform, folder));
    } catch (IOException e) {
      throw new InferscopeException(Texts.get("gpt2tokens.notUnpacked", reason(e)), e);
    }
  }

  /** Loads it from where it lies, and from nowhere else. */
  static void loadInstalled(Path folder, NativePlatform platform) {
    load(platform.files().stream().map(folder::resolve).toList());
  }

  private static void load(List<Path> files) {
    try {
      files.forEach(file -> System.load(file.toString()));
    } catch (LinkageError e) {
      throw new InferscopeException(Texts.get("gpt2tokens.notLoaded", reason(e)), e);
    }
  }

  private static String reason(Throwable e) {
    return e.getClass().getSimpleName() + ": " + e.getMessage();
  }

  /** The version of the library and of DJL, so that an old one is not taken for a new. */
  private static String version() throws IOException {
    URL url = resource("native/lib/tokenizers.properties");
    if (url == null) {
      return "unknown";
    }
    Properties properties = new Properties();
    try (InputStream in = url.openStream()) {
      properties.load(in);
    }
    return properties.getProperty("version", "unknown");
  }

  /** The library's files in a folder, those that were not there before written. */
  static List<Path> unpack(NativePlatform platform, Path folder) throws IOException {
    Files.createDirectories(folder);
    for (String name : platform.files()) {
      URL source = resource("native/lib/" + platform.name() + "/cpu/" + name);
      if (source == null) {
        throw new InferscopeException(Texts.get("gpt2tokens.noLibrary", platform.system()));
      }
      unpack(source, folder.resolve(name));
    }
    return platform.files().stream().map(folder::resolve).toList();
  }

  /** Writes a file beside its place first, so that no half of one is ever loaded. */
  private static void unpack(URL source, Path file) throws IOException {
    var connection = source.openConnection();
    connection.setUseCaches(false);
    long size = connection.getContentLengthLong();
    try (InputStream in = connection.getInputStream()) {
      if (Files.isRegularFile(file) && Files.size(file) == size) {
        return;
      }
      Path partial = Files.createTempFile(file.getParent(), "new", null);
      try {
        Files.copy(in, partial, StandardCopyOption.REPLACE_EXISTING);
        Files.move(partial, file, StandardCopyOption.ATOMIC_MOVE);
      } finally {
        Files.deleteIfExists(partial);
      }
    }
  }

  private static @Nullable URL resource(String name) {
    return NativeLibrary.class.getClassLoader().getResource(name);
  }
}
