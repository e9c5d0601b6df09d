import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Has jpackage make packages of the image. */
final class JPackage {
  /** What it packs into a .deb is unpacked again at once; nothing else reads this. */
  private static final Map<String, String> UNCOMPRESSED =
      Map.of("DPKG_DEB_COMPRESSOR_TYPE", "none");

  private final Shell shell;
  private final Layout layout;
  private final Jdk jdk;
  private final Pom pom;

  JPackage(Shell shell, Layout layout, Jdk jdk, Pom pom) {
    this.shell = shell;
    this.layout = layout;
    this.jdk = jdk;
    this.pom = pom;
  }

  /**
   * Makes one.
   *
   * @param ending of the file's name, without the dot
   * @param first the arguments before the version and the folder
   * @param more those after
   * @return the package, in a folder of its own
   */
  Path make(Os.Kind kind, String ending, List<String> first, List<String> more) {
    Path dest = layout.work(kind.word());
    List<String> command = new ArrayList<>(List.of(jdk.tool("jpackage")));
    command.addAll(first);
    command.addAll(List.of("--app-version", pom.version(), "--dest", dest.toString()));
    command.addAll(more);
    shell.run(command, UNCOMPRESSED);
    return shell.only(dest, ending);
  }
}
