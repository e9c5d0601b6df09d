package org.inferscope.app.prefs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.inferscope.compute.InferscopeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreferencesTest {
  private static final Preferences ALL_SET =
      Preferences.defaults()
          .with(Pref.THEME, ThemeChoice.DARK)
          .with(Pref.SCALE, 1.25)
          .with(Pref.PROJECTOR_SCALE, 2.5)
          .with(Pref.REDUCE_MOTION, true)
          .with(Pref.COLOR_BLIND_SAFE, true)
          .with(Pref.DOCK_OPEN, false)
          .with(Pref.DOCK_WIDTH, 412.0)
          .with(Pref.DEVICE, "openblas")
          .with(Pref.WINDOW, Optional.of(new WindowPlace(-5, 40, 1280, 800, true)))
          .with(Pref.RECENT, List.of("/home/ada/Übung 1.inferscope", "C:\\x\\y.inferscope"));

  @TempDir Path folder;

  @Test
  void everythingSetIsReadBack() {
    PreferencesFile file = new PreferencesFile(folder.resolve("not there yet"));
    file.save(ALL_SET);
    PreferencesFile.Loaded loaded = file.load();
    assertThat(loaded.preferences()).isEqualTo(ALL_SET);
    assertThat(loaded.preferences().get(Pref.RECENT)).first().asString().contains("Übung");
    assertThat(loaded.notice()).isEmpty();
  }

  @Test
  void withoutAFileEverythingHasItsFirstValue() {
    PreferencesFile.Loaded loaded = new PreferencesFile(folder).load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.defaults());
    assertThat(loaded.notice()).isEmpty();
  }

  @Test
  void aBadValueIsNamedAndTheRestIsKept() throws IOException {
    write("theme = purple\nscale=1.5\nmotion.reduced=maybe\nwindow=1 2 3\n");
    PreferencesFile.Loaded loaded = new PreferencesFile(folder).load();
    assertThat(loaded.preferences().get(Pref.THEME)).isEqualTo(ThemeChoice.SYSTEM);
    assertThat(loaded.preferences().get(Pref.SCALE)).isEqualTo(1.5);
    assertThat(loaded.notice()).contains("theme", "motion.reduced", "window").doesNotContain("sca");
  }

  @Test
  void valuesOutOfRangeAreBadValues() throws IOException {
    write("scale=9\nprojector.scale=NaN\ndock.width=-3\n");
    PreferencesFile.Loaded loaded = new PreferencesFile(folder).load();
    assertThat(loaded.preferences()).isEqualTo(Preferences.defaults());
    assertThat(loaded.notice()).contains("scale", "projector.scale", "dock.width");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Preferences.defaults().with(Pref.SCALE, 0.1));
  }

  @Test
  void whatANewerVersionWroteSurvives() {
    Preferences newer = Preferences.parse("future.thing=42\nscale=2.0\n").preferences();
    assertThat(newer.with(Pref.SCALE, 1.0).toFile()).isEqualTo("future.thing=42\n");
  }

  @Test
  void noDamageMakesReadingFail() throws IOException {
    byte[] good = ALL_SET.toFile().getBytes(StandardCharsets.ISO_8859_1);
    Random random = new Random(7);
    List<String> notices = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      byte[] damaged = good.clone();
      for (int j = 0; j < 20; j++) {
        damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
      }
      Files.write(folder.resolve("preferences.properties"), damaged);
      PreferencesFile.Loaded loaded = new PreferencesFile(folder).load();
      for (Pref<?> pref : Pref.all()) {
        assertThat(loaded.preferences().get(pref)).isNotNull();
      }
      notices.add(loaded.notice());
    }
    assertThat(notices).anyMatch(notice -> !notice.isEmpty());
  }

  @Test
  void aFolderThatCannotBeMadeIsToldInWords() throws IOException {
    Path blocked = Files.createFile(folder.resolve("blocked"));
    assertThatThrownBy(() -> new PreferencesFile(blocked.resolve("sub")).save(ALL_SET))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("could not be saved");
  }

  @Test
  void listenersHearOfChangesAndOnlyOfThose() {
    Settings settings = new Settings(Preferences.defaults());
    List<Double> heard = new ArrayList<>();
    settings.onChange((before, after) -> heard.add(after.get(Pref.SCALE)));
    settings.set(Pref.SCALE, 1.0);
    settings.set(Pref.SCALE, 2.0);
    settings.set(Pref.SCALE, 2.0);
    assertThat(heard).containsExactly(2.0);
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("preferences.properties"), text);
  }
}
