package org.inferscope.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.inferscope.ui.action.ActionRegistry;
import org.inferscope.ui.action.AppAction;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PaletteSearchTest {
  private final ActionRegistry registry = new ActionRegistry();
  private final PaletteSearch search = new PaletteSearch(registry);

  @BeforeEach
  void fill() {
    registry.add("File", List.of(action("Open lesson…"), action("Save lesson as…")));
    registry.add(
        "View",
        List.of(
            action("Theme as the system"),
            action("Dark theme"),
            action("Switch between light and dark"),
            AppAction.of("hidden", "", () -> {}).build()));
    registry.add(
        "Matmul",
        List.of(
            action("Systolic array"),
            AppAction.of("never", "Systolic tour", () -> {}).when(() -> false).build()));
  }

  @Test
  void anEmptyQueryShowsEverythingThatHasANameInTheOrderOfTheMenus() {
    assertThat(names(""))
        .containsExactly(
            "Open lesson…",
            "Save lesson as…",
            "Theme as the system",
            "Dark theme",
            "Switch between light and dark",
            "Systolic array",
            "Systolic tour");
  }

  @Test
  void lettersAtTheStartOfTheNameWinOverLettersInside() {
    assertThat(names("sys")).startsWith("Systolic array");
    assertThat(names("dark")).startsWith("Dark theme", "Switch between light and dark");
  }

  @Test
  void initialsFindAnAction() {
    assertThat(names("sla")).startsWith("Save lesson as…");
    assertThat(names("dt")).startsWith("Dark theme");
  }

  @Test
  void theMenuHelpsToFindItsActions() {
    assertThat(names("matmul sys")).startsWith("Systolic array");
    assertThat(names("file")).contains("Open lesson…");
  }

  @Test
  void whatDoesNotApplyComesLast() {
    assertThat(names("systolic")).containsExactly("Systolic array", "Systolic tour");
  }

  @Test
  void lettersInTheWrongOrderFindNothing() {
    assertThat(names("zzz")).isEmpty();
    assertThat(names("krad emeht")).isEmpty();
  }

  @Test
  void theTypedLettersAreKnownByTheirPlace() {
    assertThat(FuzzyMatch.of("dt", "Dark theme"))
        .hasValueSatisfying(match -> assertThat(match.positions()).containsExactly(0, 5));
    assertThat(FuzzyMatch.of("Dark", "Switch to dark"))
        .hasValueSatisfying(match -> assertThat(match.positions()).containsExactly(10, 11, 12, 13));
  }

  private List<String> names(String query) {
    return search.find(query).stream().map(PaletteSearch.Hit::name).toList();
  }

  private static AppAction action(String name) {
    return AppAction.of(name, name, () -> {}).build();
  }
}
