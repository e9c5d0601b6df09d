package org.inferscope.compute.pytorch;

import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import org.inferscope.compute.LinearPeer;
import org.inferscope.compute.MatmulImpl;

/** Finds out whether PyTorch is on the class path. Any thread; loads and unpacks nothing. */
public final class PyTorch {
  private static final String ENGINE_CLASS = "ai.djl.pytorch.engine.PtEngine";
  private static final String BINDING = "jnilib/pytorch.properties";
  private static final String LIBRARY = "native/lib/pytorch.properties";

  private PyTorch() {}

  /**
   * PyTorch, if its engine, the engine's binding and the library for this kind of machine are all
   * on the class path. Whether the library can be loaded shows when it is first used.
   *
   * @param cache the folder to unpack the library into; need not exist
   */
  public static Optional<LinearPeer> find(Path cache) {
    return find(PyTorch.class.getClassLoader(), cache);
  }

  /**
   * PyTorch's products of matrices, found like {@link #find}; where it is missing they say so.
   *
   * @param cache the folder to unpack the library into; need not exist
   */
  public static MatmulImpl matmul(Path cache) {
    return matmul(PyTorch.class.getClassLoader(), cache);
  }

  static Optional<LinearPeer> find(ClassLoader loader, Path cache) {
    return name(loader).map(name -> new TorchPeer(name, cache));
  }

  static MatmulImpl matmul(ClassLoader loader, Path cache) {
    return new TorchMatmul(name(loader), cache);
  }

  /** Name and version if all of it is there. */
  private static Optional<String> name(ClassLoader loader) {
    boolean callable = hasClass(loader, ENGINE_CLASS) && loader.getResource(BINDING) != null;
    return callable
        ? libraryVersion(loader).map(version -> "PyTorch " + version)
        : Optional.empty();
  }

  private static boolean hasClass(ClassLoader loader, String name) {
    try {
      Class.forName(name, false, loader);
      return true;
    } catch (ClassNotFoundException | LinkageError e) {
      // A LinkageError if the engine is there and the API it builds on is not.
      return false;
    }
  }

  private static Optional<String> libraryVersion(ClassLoader loader) {
    try {
      for (URL url : Collections.list(loader.getResources(LIBRARY))) {
        Properties library = read(url);
        if (platform().equals(library.getProperty("classifier"))) {
          // As in 2.7.1-20250812: the day it was packed does not matter.
          return Optional.of(library.getProperty("version", "").split("-", 2)[0]);
        }
      }
    } catch (IOException e) {
      // A jar that cannot be read has no library either.
    }
    return Optional.empty();
  }

  private static Properties read(URL url) throws IOException {
    Properties properties = new Properties();
    try (InputStream in = url.openStream()) {
      properties.load(in);
    }
    return properties;
  }

  /** The kind of this machine in DJL's words, such as {@code linux-x86_64}. */
  private static String platform() {
    String name = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    String arch = System.getProperty("os.arch", "");
    String os = name.startsWith("win") ? "win" : name.startsWith("mac") ? "osx" : "linux";
    return os + "-" + (arch.equals("amd64") ? "x86_64" : arch);
  }
}
