package org.inferscope.tab.roofline.roof;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.inferscope.compute.InferscopeException;
import org.inferscope.model.hardware.DeviceSpec;
import org.inferscope.support.NoFiles;
import org.inferscope.support.Pictures;
import org.inferscope.tab.roofline.desk.RooflineState;
import org.inferscope.tab.roofline.roof.DeviceEntry.Field;
import org.inferscope.tensor.DType;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RoofPanelsTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  @TempDir private Path folder;
  private RoofBench bench;
  private final List<JComponent> made = new ArrayList<>();

  private RoofBench bench() {
    RoofBench fresh = new RoofBench(Optional.of(folder), new NoFiles());
    fresh.presenter.load();
    return fresh;
  }

  private void show(String name, int panel, Look look, int width, int height) {
    Pictures.paint(
        "roof-panel-" + name,
        look,
        width,
        height,
        () -> {
          if (bench == null) {
            bench = bench();
          }
          made.clear();
          made.add(RoofPanels.of(bench.presenter).get(panel).maker().get());
          return made.get(0);
        });
  }

  private Container view() {
    return (Container) ((JScrollPane) made.get(0)).getViewport().getView();
  }

  private <T extends Component> T find(String name, Class<T> type) {
    return RoofViewTest.find(view(), name, type);
  }

  private void click(String name) {
    find(name, AbstractButton.class).doClick();
    Pictures.layOut(made.get(0), made.get(0).getWidth(), made.get(0).getHeight());
  }

  private void type(Field field, String text) {
    find("roofline.form." + field.name(), JTextField.class).setText(text);
  }

  private String problem(Field field) {
    JTextArea said = find("roofline.form." + field.name() + ".problem", JTextArea.class);
    return said.isVisible() ? said.getText() : "";
  }

  @ParameterizedTest
  @CsvSource({
    "light, 340, 900, 0", "dark, 280, 900, 0", "projector, 640, 1000, 0",
    "light, 340, 700, 1", "dark, 280, 700, 1", "projector, 640, 1000, 1"
  })
  void everythingIsInSight(String theme, int width, int height, int panel) {
    bench = bench();
    Pictures.onEventThread(
        () -> {
          bench.measureMachine();
          bench.presenter.shelf().put(own("own-mine", "A device of my own"));
          return true;
        });
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    show("%d-%s-%d".formatted(panel, theme, width), panel, look, width, height);
    Pictures.onEventThread(
        () -> {
          if (panel == 0) {
            click("roofline.devices.add");
            type(Field.BANDWIDTH, "-3");
            Pictures.layOut(made.get(0), width, height);
          }
          Pictures.save(
              "roof-panel-%d-%s-%d-whole".formatted(panel, theme, width), Pictures.paint(view()));
          all(view()).filter(this::isSeen).filter(RoofPanelsTest::hasText).forEach(this::check);
          return true;
        });
  }

  private static DeviceSpec own(String id, String name) {
    return new DeviceSpec(id, name, 0, 0, 1e11, Map.of(DType.FP16, 1e13), Map.of(), "", "");
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(RoofPanelsTest::all)
            : Stream.empty());
  }

  private boolean isSeen(Component part) {
    for (Component up = part; up != view(); up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return true;
  }

  private static boolean hasText(Component part) {
    return part instanceof JLabel || part instanceof AbstractButton || part instanceof JTextArea;
  }

  private void check(Component part) {
    boolean wraps = part instanceof JTextArea;
    assertThat(part.getWidth())
        .as("width of %s", part)
        .isGreaterThanOrEqualTo(wraps ? 1 : part.getPreferredSize().width);
    assertThat(part.getHeight())
        .as("height of %s", part)
        .isGreaterThanOrEqualTo(part.getPreferredSize().height);
    assertThat(
            SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), view()).getMaxX())
        .as("right edge of %s", part)
        .isLessThanOrEqualTo(view().getWidth());
  }

  @Test
  void aDeviceIsAddedDrawnChangedKeptAndRemoved() {
    show("add", 0, Look.of(false), 340, 900);
    Pictures.onEventThread(
        () -> {
          click("roofline.devices.add");
          click("roofline.form.keep");
          assertThat(problem(Field.NAME)).isNotEmpty();
          assertThat(problem(Field.BANDWIDTH)).contains("2000");
          assertThat(problem(Field.FP32)).contains("At least one peak");
          type(Field.NAME, "My card");
          type(Field.BANDWIDTH, "fast");
          assertThat(problem(Field.BANDWIDTH)).isEqualTo("“fast” is not a number above 0.");
          type(Field.BANDWIDTH, "500");
          type(Field.FP16, "-1");
          type(Field.YEAR, "19");
          click("roofline.form.keep");
          assertThat(problem(Field.FP16)).contains("-1");
          assertThat(problem(Field.YEAR)).contains("19");
          assertThat(bench.presenter.shelf().own()).isEmpty();
          type(Field.FP16, "50");
          type(Field.YEAR, "");
          click("roofline.form.keep");
          click("roofline.device.own-my-card");
          assertThat(bench.presenter.roofs().get(1).roof().ridge()).isEqualTo(100);
          click("roofline.device.own-my-card.edit");
          type(Field.FP16, "100");
          click("roofline.form.keep");
          assertThat(bench.presenter.roofs().get(1).roof().ridge()).isEqualTo(200);
          assertThat(bench().presenter.shelf().own()).isEqualTo(bench.presenter.shelf().own());
          click("roofline.device.own-my-card.remove");
          assertThat(bench.presenter.roofs()).hasSize(1);
          assertThat(bench().presenter.shelf().own()).isEmpty();
          return true;
        });
  }

  @Test
  void atMostSixRoofsAreDrawnAndTheLastOneStays() {
    show("six", 0, Look.of(false), 340, 900);
    Pictures.onEventThread(
        () -> {
          for (String id : List.of("h100-sxm", "t4", "l4", "a10", "v100-sxm2-16", "mi300x")) {
            click("roofline.device." + id);
          }
          assertThat(bench.desk.state().devices()).hasSize(6).doesNotContain("mi300x");
          assertThat(find("roofline.device.mi300x", AbstractButton.class).isEnabled()).isFalse();
          click("roofline.device.t4.first");
          assertThat(bench.desk.state().devices().get(0)).isEqualTo("t4");
          assertThat(find("roofline.devices.held", JTextArea.class).getText())
              .startsWith("Points are held against T4");
          for (String id : List.copyOf(bench.desk.state().devices())) {
            click("roofline.device." + id);
          }
          assertThat(bench.desk.state().devices()).containsExactly("v100-sxm2-16");
          assertThat(find("roofline.device.v100-sxm2-16", AbstractButton.class).isSelected())
              .isTrue();
          return true;
        });
  }

  @Test
  void rowsThatCouldNotBeReadAreNamedAndKept() throws IOException {
    Files.writeString(
        folder.resolve("own-devices.csv"), "id,name,bandwidth_gb_s,fp16\na,A,100,1\nb,B,-7,1\n");
    show("bad", 0, Look.of(false), 340, 900);
    Pictures.onEventThread(
        () -> {
          assertThat(find("roofline.devices.notice", JTextArea.class).getText())
              .contains("line 3 (B)", "bandwidth_gb_s", "-7");
          click("roofline.device.a.remove");
          assertThat(find("roofline.devices.notice", JTextArea.class).getText())
              .contains("own-devices-1.bak.csv");
          return true;
        });
    assertThat(folder.resolve("own-devices-1.bak.csv")).content().contains("b,B,-7,1");
  }

  @Test
  void theMachineIsMeasuredExplainedAndKept() {
    show("machine", 1, Look.of(false), 340, 700);
    Pictures.onEventThread(
        () -> {
          click("roofline.machine.measure");
          assertThat(bench.presenter.machine().isRunning()).isTrue();
          bench.compute.runAll();
          Pictures.layOut(made.get(0), 340, 700);
          assertThat(find("roofline.machine.multiply_add", AbstractButton.class).getText())
              .isEqualTo("320 GFLOP/s");
          click("roofline.machine.l2_read");
          assertThat(bench.inspector.current().orElseThrow().meaning()).contains("a loop over");
          click("roofline.machine.show");
          assertThat(bench.desk.state().devices().get(0)).isEqualTo(RooflineState.THIS_MACHINE);
          RoofBench later = bench();
          assertThat(later.presenter.machine().ceilings()).contains(RoofBench.ceilings());
          assertThat(later.desk.machine().orElseThrow().ridge()).isEqualTo(8);
          return true;
        });
  }

  @Test
  void aCancelledOrFailedMeasurementLeavesTheOneBefore() {
    show("cancel", 1, Look.of(false), 340, 700);
    Pictures.onEventThread(
        () -> {
          bench.measureMachine();
          click("roofline.machine.measure");
          click("roofline.machine.cancel");
          assertThat(notice()).startsWith("Cancelled.");
          bench.compute.failWith(new InferscopeException("The processor is on fire."));
          click("roofline.machine.measure");
          bench.compute.runAll();
          Pictures.layOut(made.get(0), 340, 700);
          assertThat(notice()).isEqualTo("The processor is on fire.");
          assertThat(bench.presenter.machine().ceilings()).contains(RoofBench.ceilings());
          return true;
        });
  }

  private String notice() {
    return find("roofline.machine.notice", JTextArea.class).getText();
  }
}
