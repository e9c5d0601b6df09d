package org.inferscope.io;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UserFoldersTest {
  private static final Path HOME = Path.of("/home/ada");

  private static UserFolders linux(Map<String, String> environment) {
    return UserFolders.of("Linux", environment, HOME);
  }

  @Test
  void followTheXdgDefaultsOnLinux() {
    assertThat(linux(Map.of()))
        .isEqualTo(
            new UserFolders(
                HOME.resolve(".config/inferscope"),
                HOME.resolve(".local/share/inferscope"),
                HOME.resolve(".cache/inferscope"),
                HOME.resolve(".local/state/inferscope/logs")));
  }

  @Test
  void followTheXdgVariablesOnLinux() {
    Path root = Path.of("/x").toAbsolutePath();
    Map<String, String> environment =
        Map.of(
            "XDG_CONFIG_HOME", root.resolve("c").toString(),
            "XDG_DATA_HOME", root.resolve("d").toString(),
            "XDG_CACHE_HOME", root.resolve("k").toString(),
            "XDG_STATE_HOME", root.resolve("s").toString());
    assertThat(linux(environment))
        .isEqualTo(
            new UserFolders(
                root.resolve("c/inferscope"),
                root.resolve("d/inferscope"),
                root.resolve("k/inferscope"),
                root.resolve("s/inferscope/logs")));
  }

  @Test
  void ignoreAnXdgVariableThatIsNotAnAbsolutePathAsTheSpecificationAsks() {
    assertThat(linux(Map.of("XDG_CONFIG_HOME", "relative", "XDG_DATA_HOME", "")))
        .isEqualTo(linux(Map.of()));
    assertThat(linux(Map.of("XDG_CONFIG_HOME", "/nul\0byte"))).isEqualTo(linux(Map.of()));
  }

  @Test
  void lieInTheLibraryOnMac() {
    UserFolders folders = UserFolders.of("Mac OS X", Map.of(), HOME);
    assertThat(folders.data())
        .isEqualTo(HOME.resolve("Library/Application Support/Inferscope/Data"));
    assertThat(folders.logs()).isEqualTo(HOME.resolve("Library/Logs/Inferscope"));
    assertThat(folders.cache()).isEqualTo(HOME.resolve("Library/Caches/Inferscope"));
  }

  @Test
  void lieInAppDataOnWindows() {
    Path roaming = Path.of("/r").toAbsolutePath();
    UserFolders folders = UserFolders.of("Windows 11", Map.of("APPDATA", roaming.toString()), HOME);
    assertThat(folders.config()).isEqualTo(roaming.resolve("Inferscope"));
    assertThat(folders.data()).isEqualTo(HOME.resolve("AppData/Local/Inferscope/Data"));
    assertThat(folders.logs()).isEqualTo(HOME.resolve("AppData/Local/Inferscope/Logs"));
  }

  @Test
  void ofThisUserAreAbsoluteAndApart() {
    UserFolders folders = UserFolders.ofThisUser();
    assertThat(new Path[] {folders.config(), folders.data(), folders.cache(), folders.logs()})
        .allMatch(Path::isAbsolute)
        .doesNotHaveDuplicates();
  }
}
