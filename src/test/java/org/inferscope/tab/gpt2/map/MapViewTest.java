package org.inferscope.tab.gpt2.map;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Operation;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.walk.WalkStep;
import org.inferscope.support.Pictures;
import org.inferscope.tab.gpt2.desk.Gpt2Rig;
import org.inferscope.tab.gpt2.desk.MapSettings;
import org.inferscope.tab.gpt2.desk.MapSettings.Unfold;
import org.inferscope.tensor.Numbers;
import org.inferscope.ui.paint.Box;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MapViewTest {
  @TempDir Path folder;
  private final List<MapView> made = new ArrayList<>();
  private Gpt2Rig rig;
  private MapPresenter map;

  @BeforeEach
  void open() {
    rig = new Gpt2Rig(folder);
    map = new MapPresenter(rig.presenter);
    rig.settle();
  }

  @AfterEach
  void close() {
    rig.close();
  }

  private BufferedImage paint(String name, Look look, int width, int height) {
    return Pictures.paint(
        "map-" + name,
        look,
        width,
        height,
        () -> {
          made.clear();
          made.add(new MapView(map));
          return made.get(0);
        });
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(MapViewTest::all)
            : Stream.empty());
  }

  private <T extends Component> T find(String name, Class<T> type) {
    return all(made.get(0))
        .filter(part -> ("gpt2.map." + name).equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private static MouseEvent at(Component over, int id, double x, double y) {
    return new MouseEvent(over, id, 0, 0, (int) x, (int) y, 1, false, MouseEvent.BUTTON1);
  }

  private static void click(Component over, double x, double y) {
    Pictures.onEventThread(
        () -> {
          over.dispatchEvent(at(over, MouseEvent.MOUSE_PRESSED, x, y));
          over.dispatchEvent(at(over, MouseEvent.MOUSE_RELEASED, x, y));
          over.dispatchEvent(at(over, MouseEvent.MOUSE_CLICKED, x, y));
          return true;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "narrow, false, 1, 0, 820, 470, QKV",
    "large, true, 1, 0, 1500, 900, SOFTMAX",
    "projector, false, 1, 1.6, 1500, 860, UP",
    "double, true, 2, 0, 2600, 1500, ADD_MLP"
  })
  void nothingIsCutOffOrOverlaps(
      String name, boolean dark, double scale, double projector, int w, int h, Operation at) {
    map.measure();
    rig.settle();
    map.goTo(new WalkStep(at, 3));
    paint(name, new Look(dark, false, false, scale, projector), w, h);
    List<JComponent> words =
        all(made.get(0))
            .filter(part -> part instanceof JLabel || part instanceof AbstractButton)
            .filter(part -> part.isVisible() && part.getParent().isVisible())
            .map(JComponent.class::cast)
            .filter(part -> part.getParent().getName() == null)
            .toList();
    assertThat(words).isNotEmpty();
    for (JComponent word : words) {
      String text = word instanceof JLabel label ? label.getText() : word.getName();
      assertThat(word.getWidth())
          .as(text + " has room")
          .isGreaterThanOrEqualTo(word.getPreferredSize().width);
      assertThat(word.getX() + word.getWidth())
          .as(text + " is inside")
          .isLessThanOrEqualTo(word.getParent().getWidth());
    }
    PathCanvas path = find("path", PathCanvas.class);
    assertThat(path.getParent().getHeight()).isGreaterThan(h / 2);
    TensorLayout tensor = find("tensor", TensorCanvas.class).arranged();
    assertThat(tensor.width()).isLessThanOrEqualTo(tensor.spec().width() + 1);
  }

  @Test
  void aClickOnTheTensorExplainsTheCellThatIsHoveredThere() {
    map.goTo(new WalkStep(Operation.NORM_1, 2));
    paint("click", Look.of(false), 820, 470);
    TensorCanvas tensor = find("tensor", TensorCanvas.class);
    Box cell = tensor.arranged().places().get(0).grid().cell(2, 77);
    float value = rig.shown().trace().values(new HookPoint(Site.LN1, 2)).get(2, 77);
    String tip =
        tensor.getToolTipText(
            at(tensor, MouseEvent.MOUSE_MOVED, cell.centerX(), cell.centerY()));
    assertThat(tip).contains("multiplication", "dimension 77", Numbers.full(value));
  }

  @Test
  void aClickOnThePathGoesThere() {
    map.goTo(new WalkStep(Operation.NORM_1, 0));
    paint("path", Look.of(false), 820, 1400);
    PathCanvas path = find("path", PathCanvas.class);
    Box down = path.arranged().node(new WalkStep(Operation.DOWN, 0)).orElseThrow().box();
    click(path, down.centerX(), down.centerY());
    assertThat(map.step()).isEqualTo(new WalkStep(Operation.DOWN, 0));
    Box fourth = path.arranged().head(4).box();
    click(path, fourth.centerX(), fourth.centerY());
    assertThat(map.step()).isEqualTo(new WalkStep(Operation.NORM_1, 4));
    assertThat(rig.presenter.layer()).isEqualTo(4);
    Box again = path.arranged().head(4).box();
    click(path, again.centerX(), again.centerY());
    assertThat(map.settings().unfold()).isEqualTo(Unfold.NONE);
  }

  @Test
  void aHeadsTitleSelectsTheHead() {
    map.goTo(new WalkStep(Operation.SOFTMAX, 1));
    paint("heads", Look.of(true), 820, 470);
    TensorCanvas tensor = find("tensor", TensorCanvas.class);
    Box title = tensor.arranged().places().get(4).title();
    click(tensor, title.x() + 5, title.centerY());
    assertThat(rig.presenter.head()).isEqualTo(4);
    assertThat(rig.presenter.layer()).isEqualTo(1);
  }

  @Test
  void numbersStandInCellsThatAreWideEnough() {
    map.goTo(new WalkStep(Operation.GELU, 1));
    map.set(settings -> settings.withCell(MapSettings.NUMBERS), null);
    paint("numbers", Look.of(false), 820, 470);
    TensorCanvas tensor = find("tensor", TensorCanvas.class);
    assertThat(tensor.getWidth()).isGreaterThan(768 * MapSettings.NUMBERS);
    assertThat(tensor.getParent().getWidth()).isLessThan(600);
  }

  @Test
  void valuesMoveWhileAStepIsOnItsWay() {
    int number = map.walk().numberOf(new WalkStep(Operation.ADD_MLP, 0));
    map.playback().scrub(number + 0.15);
    BufferedImage early = paint("early", Look.of(false), 820, 900);
    map.playback().scrub(number + 0.35);
    BufferedImage late = paint("late", Look.of(false), 820, 900);
    int different = 0;
    for (int y = 0; y < 900; y++) {
      for (int x = 0; x < 300; x++) {
        different += early.getRGB(x, y) == late.getRGB(x, y) ? 0 : 1;
      }
    }
    assertThat(different).isGreaterThan(200);
  }

  @Test
  void theListShowsWhatTheLayerCosts() {
    Pictures.paint("map-list", Look.of(false), 340, 620, () -> LayerPanel.of(map));
    made.clear();
    map.goTo(new WalkStep(Operation.UP, 2));
    List<String> texts = new ArrayList<>();
    Pictures.paint(
        "map-list",
        Look.of(true),
        340,
        620,
        () -> {
          JComponent panel = LayerPanel.of(map);
          Pictures.layOut(panel, 340, 620);
          all(panel)
              .filter(AbstractButton.class::isInstance)
              .map(AbstractButton.class::cast)
              .forEach(button -> texts.add(button.getText()));
          return panel;
        });
    assertThat(texts).contains("Q, K, V", "884.7 k", "24.9 %", "3.551 M", "–");
  }

  @Test
  void withoutAPassThereIsAQuietSentence() {
    rig.presenter.type("");
    rig.settle();
    paint("quiet", Look.of(false), 820, 470);
    assertThat(all(made.get(0)))
        .anyMatch(
            part ->
                part instanceof JLabel label
                    && label.getText().contains("type a text")
                    && label.isVisible());
  }
}
