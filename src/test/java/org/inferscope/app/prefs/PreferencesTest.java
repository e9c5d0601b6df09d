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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

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
  void aNewerVersionsFileKeepsWhatThisVersionDoesNotKnow() throws IOException {
    write("future.thing=42\nscale=1.5\ntheme=sepia\n");
    PreferencesFile file = new PreferencesFile(folder);
    PreferencesFile.Loaded loaded = file.load();
    assertThat(loaded.notice()).contains("theme").doesNotContain("future");
    file.save(loaded.preferences().with(Pref.SCALE, 2.0));
    assertThat(text()).isEqualTo("future.thing=42\nscale=2.0\ntheme=sepia\n");
    file.save(loaded.preferences().with(Pref.SCALE, 1.0).with(Pref.THEME, ThemeChoice.DARK));
    assertThat(text()).isEqualTo("future.thing=42\ntheme=dark\n");
  }

  @Test
  void anOlderVersionsFileHasFirstValuesForWhatIsNew() throws IOException {
    write("theme=dark\n");
    PreferencesFile.Loaded loaded = new PreferencesFile(folder).load();
    assertThat(loaded.notice()).isEmpty();
    assertThat(loaded.preferences())
        .isEqualTo(Preferences.defaults().with(Pref.THEME, ThemeChoice.DARK));
  }

  @ParameterizedTest
  @ValueSource(strings = {"scale=1.5\ndevice=\\u00\ntheme=dark\n", "scale=1.5\n\0\0\0\0"})
  void aDamagedFileIsPutAsideAndToldOf(String damaged) throws IOException {
    write(damaged);
    PreferencesFile file = new PreferencesFile(folder);
    PreferencesFile.Loaded loaded = file.load();
    Path aside = folder.resolve("preferences.properties.broken");
    assertThat(loaded.notice()).contains(aside.toString());
    assertThat(loaded.preferences().get(Pref.SCALE)).isEqualTo(1.5);
    file.save(loaded.preferences());
    assertThat(aside).hasContent(damaged);
    assertThat(text()).isEqualTo("scale=1.5\n");
  }

  @Test
  void aFileEditedByHandAsUtf8IsNotDamaged() throws IOException {
    write("# À toi\nfuture.name=À\nscale=1.5\n");
    PreferencesFile file = new PreferencesFile(folder);
    PreferencesFile.Loaded loaded = file.load();
    assertThat(loaded.notice()).isEmpty();
    file.save(loaded.preferences().with(Pref.SCALE, 2.0));
    assertThat(text()).contains("future.name=", "scale=2.0");
  }

  @Test
  void aDeleteCharacterIsDamage() {
    assertThat(Preferences.parse("scale=1.5\n\u007f").broken()).isTrue();
    assertThat(Preferences.parse("\t scale=1.5\f\r\n").broken()).isFalse();
  }

  @Test
  void twoInstancesKeepEachOthersChanges() throws IOException {
    write("scale=1.5\ntheme=light\n");
    PreferencesFile first = new PreferencesFile(folder);
    PreferencesFile second = new PreferencesFile(folder);
    Preferences ofFirst = first.load().preferences();
    Preferences ofSecond = second.load().preferences();
    first.save(ofFirst.with(Pref.THEME, ThemeChoice.DARK));
    second.save(ofSecond.with(Pref.SCALE, 1.0).with(Pref.DEVICE, "openblas"));
    first.save(ofFirst.with(Pref.THEME, ThemeChoice.DARK).with(Pref.REDUCE_MOTION, true));
    assertThat(text()).isEqualTo("device=openblas\nmotion.reduced=true\ntheme=dark\n");
  }

  @Test
  void whatCouldNotBeSavedIsSavedOnceThereIsRoom() throws IOException {
    Path config = folder.resolve("config");
    PreferencesFile file = new PreferencesFile(config);
    file.load();
    Files.createFile(config);
    Preferences dark = Preferences.defaults().with(Pref.THEME, ThemeChoice.DARK);
    assertThatThrownBy(() -> file.save(dark)).isInstanceOf(InferscopeException.class);
    Files.delete(config);
    file.save(dark.with(Pref.SCALE, 2.0));
    assertThat(new PreferencesFile(config).load().preferences())
        .isEqualTo(dark.with(Pref.SCALE, 2.0));
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

  private String text() throws IOException {
    return Files.readString(folder.resolve("preferences.properties"));
  }

  private void write(String text) throws IOException {
    Files.writeString(folder.resolve("preferences.properties"), text);
  }
}
