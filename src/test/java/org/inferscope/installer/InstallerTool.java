package org.inferscope.installer;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.inferscope.support.TestClassPath;

/**
 * The tools in {@code installer/java}, compiled and called. Their classes have no package and are
 * not public, so that they are called by name.
 */
public final class InstallerTool implements AutoCloseable {
  private static final Path SOURCES = Path.of("installer", "java");

  private final URLClassLoader loader;
  private final Path classes;

  private InstallerTool(URLClassLoader loader, Path classes) {
    this.loader = loader;
    this.classes = classes;
  }

  /**
   * Compiles them; a warning is an error, unless it is about the tests' own class path.
   *
   * @param classes the folder for the class files
   */
  public static InstallerTool compile(Path classes) {
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter said = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, Locale.ROOT, null);
        Stream<Path> sources = Files.list(SOURCES)) {
      List<String> options =
          List.of(
              "--release",
              "17",
              "-Xlint:all,-path",
              "-Werror",
              "-classpath",
              TestClassPath.get(),
              "-d",
              classes.toString());
      List<Path> all = sources.filter(file -> file.toString().endsWith(".java")).sorted().toList();
      boolean compiled =
          compiler
              .getTask(said, files, null, options, null, files.getJavaFileObjectsFromPaths(all))
              .call();
      if (!compiled) {
        throw new AssertionError(said.toString());
      }
      URL[] places = {classes.toUri().toURL()};
      return new InstallerTool(
          new URLClassLoader(places, InstallerTool.class.getClassLoader()), classes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The class files, for a process of their own. */
  public Path classes() {
    return classes;
  }

  /**
   * Calls a static method, which must be the only one of its name. What it throws unchecked is
   * thrown as it is.
   */
  public Object call(String type, String name, Object... arguments) {
    try {
      List<Method> methods =
          Arrays.stream(loader.loadClass(type).getDeclaredMethods())
              .filter(each -> each.getName().equals(name))
              .toList();
      if (methods.size() != 1) {
        throw new AssertionError(type + " has " + methods.size() + " methods named " + name);
      }
      methods.get(0).setAccessible(true);
      return methods.get(0).invoke(null, arguments);
    } catch (InvocationTargetException e) {
      if (e.getCause() instanceof RuntimeException thrown) {
        throw thrown;
      }
      throw new AssertionError(e.getCause());
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  @Override
  public void close() throws IOException {
    loader.close();
  }
}
