package org.inferscope.tab.roofline.layer;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Component;
import java.awt.Container;
import java.awt.event.FocusEvent;
import java.awt.event.MouseEvent;
import java.awt.image.BufferedImage;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JMenuItem;
import javax.swing.JPopupMenu;
import javax.swing.JScrollPane;
import javax.swing.JSlider;
import javax.swing.JTable;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.SwingUtilities;
import org.inferscope.model.roofline.Formats;
import org.inferscope.model.roofline.transformer.LayerMatmul;
import org.inferscope.model.roofline.transformer.Workload;
import org.inferscope.support.Pictures;
import org.inferscope.tab.LinearIntent;
import org.inferscope.tab.MultiplyIntent;
import org.inferscope.tab.roofline.desk.RooflineState.Order;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.tensor.DType;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.theme.Look;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LayerViewTest {
  private static final Look PROJECTOR = new Look(true, false, false, 1, 2);

  private final LayerDesk bench = new LayerDesk();
  private final List<LayerView> made = new ArrayList<>();

  private BufferedImage paint(String name, Look look, int width, int height) {
    return Pictures.paint(
        "layer-" + name,
        look,
        width,
        height,
        () -> {
          made.clear();
          made.add(new LayerView(bench.presenter));
          return made.get(0);
        });
  }

  private LayerView view() {
    return made.get(0);
  }

  private Container content() {
    return (Container) ((JScrollPane) view().getComponent(0)).getViewport().getView();
  }

  private static Stream<Component> all(Component part) {
    return Stream.concat(
        Stream.of(part),
        part instanceof Container inner
            ? Stream.of(inner.getComponents()).flatMap(LayerViewTest::all)
            : Stream.empty());
  }

  private <T extends Component> T find(String name, Class<T> type) {
    return all(view())
        .filter(part -> ("roofline.layer." + name).equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError(name));
  }

  private String text(String name) {
    return find(name, AbstractButton.class).getText();
  }

  private void onEventThread(Runnable work) {
    Pictures.onEventThread(
        () -> {
          work.run();
          return true;
        });
  }

  @ParameterizedTest
  @CsvSource({
    "light, 844, 660, prefill", "dark, 844, 660, decode", "light, 844, 660, bare",
    "light, 1540, 1000, prefill", "dark, 1540, 1000, decode", "light, 1900, 1000, longest",
    "light, 844, 660, longest", "projector, 1900, 950, prefill", "projector, 1900, 950, decode"
  })
  void nothingIsClippedAndNothingOverlaps(String theme, int width, int height, String what) {
    bench.desk.change(state -> state.with(work(what)), "Work", null);
    if (what.equals("bare")) {
      bench.desk.change(state -> state.with(Formats.of(DType.INT4)), "Format", null);
    }
    if (what.equals("decode")) {
      bench.presenter.setOrder(Order.LARGEST_FIRST);
      bench.presenter.select(LayerMatmul.FFN_UP);
    }
    Look look = theme.equals("projector") ? PROJECTOR : Look.of(theme.equals("dark"));
    paint("%s-%d-%s".formatted(theme, width, what), look, width, height);
    onEventThread(
        () -> {
          assertThat(content().getWidth()).isLessThanOrEqualTo(width);
          all(content()).filter(this::isSeen).filter(LayerViewTest::hasText).forEach(this::check);
          List<Component> parts = Stream.of(content().getComponents()).toList();
          for (Component one : parts) {
            for (Component other : parts) {
              boolean both = one != other && one.isVisible() && other.isVisible();
              assertThat(both && one.getBounds().intersects(other.getBounds()))
                  .as("%s over %s", one, other)
                  .isFalse();
            }
          }
          checkTable(find("table", JTable.class));
        });
  }

  private static Workload work(String what) {
    return switch (what) {
      case "decode" -> new Workload(Workload.Phase.DECODE, 2048, 8, 4096);
      case "longest" -> new Workload(Workload.Phase.PREFILL, 131_072, 1024, 131_072);
      default -> Workload.NOTEBOOK;
    };
  }

  private boolean isSeen(Component part) {
    for (Component up = part; up != content(); up = up.getParent()) {
      if (!up.isVisible()) {
        return false;
      }
    }
    return part.getParent() != null && !(part.getParent() instanceof JComboBox);
  }

  private static boolean hasText(Component part) {
    return part instanceof AbstractButton
        || part instanceof JTextArea
        || part instanceof JTextField
        || (part instanceof JLabel label && label.getToolTipText() == null);
  }

  private void check(Component part) {
    boolean wraps = part instanceof JTextArea;
    boolean scrolls = part instanceof JTextField;
    int width = part.getPreferredSize().width;
    if (scrolls) {
      JTextField field = (JTextField) part;
      width =
          field.getFontMetrics(field.getFont()).stringWidth(field.getText())
              + field.getInsets().left
              + field.getInsets().right;
    }
    assertThat(part.getWidth()).as("width of %s", part).isGreaterThanOrEqualTo(wraps ? 1 : width);
    assertThat(part.getHeight())
        .as("height of %s", part)
        .isGreaterThanOrEqualTo(part.getPreferredSize().height);
    int right =
        (int)
            SwingUtilities.convertRectangle(part.getParent(), part.getBounds(), content())
                .getMaxX();
    assertThat(right).as("right edge of %s", part).isLessThanOrEqualTo(content().getWidth());
  }

  private static void checkTable(JTable table) {
    for (int column = 0; column < table.getColumnCount(); column++) {
      for (int row = 0; row < table.getRowCount(); row++) {
        Component cell = table.prepareRenderer(table.getCellRenderer(row, column), row, column);
        assertThat(table.getCellRect(row, column, false).width)
            .as("%s", table.getValueAt(row, column))
            .isGreaterThanOrEqualTo(cell.getPreferredSize().width);
        assertThat(table.getRowHeight()).isGreaterThanOrEqualTo(cell.getPreferredSize().height);
      }
    }
  }

  @Test
  void itShowsTheNotebooksNumbers() {
    paint("notebook", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          JTable table = find("table", JTable.class);
          List<String> gflops = new ArrayList<>();
          for (int row = 0; row < table.getRowCount(); row++) {
            gflops.add(String.valueOf(table.getValueAt(row, 4)));
          }
          assertThat(gflops)
              .containsExactly("206.16", "34.36", "34.36", "68.72", "369.37", "184.68", "897.65");
          assertThat(table.getValueAt(1, 1)).isEqualTo("65,536");
          assertThat(text("LAYER_FLOPS")).isEqualTo("897.65 GFLOPs");
          assertThat(text("FFN_SHARE")).isEqualTo("61.7 %");
          assertThat(text("KV_PER_TOKEN")).isEqualTo("524.3 kB");
          assertThat(text("CROSSOVER")).isEqualTo("8,320");
          assertThat(text("TOKENS_PER_SECOND.DECODE")).isEqualTo("151.3");
        });
  }

  @Test
  void theCrossoverAndTheContextAreMarked() {
    paint("crossover", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          LineChart chart = find("crossover", LineChart.class);
          assertThat(chart.series().get(3).points().get(0).x()).isEqualTo(2048);
          assertThat(chart.series().get(5).points().get(0).x()).isEqualTo(8320);
          assertThat(chart.content().labels().get(0).text()).isEqualTo("8,320 tokens");
          bench.presenter.slide(LayerField.CACHED, 8192);
          assertThat(chart.series().get(3).points().get(0).x()).isEqualTo(10_240);
        });
  }

  @Test
  void aDraggedSliderRedrawsEverythingAndIsOneStep() {
    paint("drag", Look.of(false), 1540, 1000);
    onEventThread(
        () -> {
          int depth = bench.desk.history().depth();
          JSlider batch = find("BATCH.slider", JSlider.class);
          batch.setValueIsAdjusting(true);
          for (int notch = 1; notch <= 20; notch++) {
            batch.setValue(notch);
          }
          batch.setValueIsAdjusting(false);
          assertThat(bench.desk.history().depth()).isEqualTo(depth + 1);
          int number = bench.presenter.state().work().batch();
          assertThat(number).isGreaterThan(8);
          assertThat(find("BATCH", JTextField.class).getText()).isEqualTo(Integer.toString(number));
          assertThat(text("LAYER_FLOPS"))
              .isEqualTo(LayerNumbers.gflops(897_648_164_864.0 * number));
          bench.desk.history().undo();
          assertThat(batch.getValue()).isZero();
          assertThat(text("LAYER_FLOPS")).isEqualTo("897.65 GFLOPs");
        });
  }

  @Test
  void badInputStaysWhereItWasTypedAndIsSaidInWords() {
    paint("bad", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          JTextField heads = find("HEADS", JTextField.class);
          heads.setText("33");
          heads.postActionEvent();
          Pictures.layOut(view(), 844, 660);
          JTextArea problem = find("problem", JTextArea.class);
          assertThat(problem.isVisible()).isTrue();
          assertThat(problem.getText())
              .isEqualTo("33 heads do not divide a hidden width of 4,096.");
          assertThat(heads.getText()).isEqualTo("33");
          assertThat(heads.getClientProperty("JComponent.outline")).isEqualTo("error");
          Pictures.save("layer-bad-said", Pictures.paint(view()));
          bench.presenter.slide(LayerField.BATCH, 2);
          assertThat(heads.getText()).isEqualTo("33");
          heads.setText("64");
          heads.postActionEvent();
          assertThat(bench.presenter.state().spec().kvHeads()).isEqualTo(64);
          assertThat(problem.isVisible()).isFalse();
          assertThat(heads.getClientProperty("JComponent.outline")).isNull();
          JTextField sequence = find("SEQUENCE", JTextField.class);
          sequence.setText("0");
          for (var listener : sequence.getFocusListeners()) {
            listener.focusLost(new FocusEvent(sequence, FocusEvent.FOCUS_LOST));
          }
          assertThat(problem.getText()).startsWith("Sequence must be a whole number from 1 to");
          assertThat(sequence.getText()).isEqualTo("0");
        });
  }

  @Test
  void everyFigureOfTableAndTotalsOpensInTheInspector() {
    paint("open", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          JTable table = find("table", JTable.class);
          List<String> opened = new ArrayList<>();
          for (int column = 1; column < table.getColumnCount(); column++) {
            click(table, 0, column);
            opened.add(bench.inspector.current().orElseThrow().title());
          }
          assertThat(opened)
              .containsExactly(
                  "QKV projection: M",
                  "QKV projection: K",
                  "QKV projection: N",
                  "QKV projection: FLOPs",
                  "QKV projection: Bytes moved",
                  "QKV projection: Arithmetic intensity",
                  "QKV projection: Waiting for memory",
                  "QKV projection: Time at the roof");
          assertThat(bench.presenter.scene().lit()).hasValue(LayerMatmul.QKV);
          click(table, 6, 4);
          assertThat(bench.inspector.current().orElseThrow().title()).isEqualTo("FLOPs of a layer");
          for (String figure :
              List.of("PARAMETERS", "KV_BYTES", "MEMORY", "PASS_TIME", "CROSSOVER")) {
            find(figure, AbstractButton.class).doClick();
            assertThat(bench.inspector.current().orElseThrow().formula()).isNotBlank();
          }
        });
  }

  private static void click(JTable table, int row, int column) {
    var cell = table.getCellRect(row, column, false);
    mouse(table, MouseEvent.MOUSE_CLICKED, (int) cell.getCenterX(), (int) cell.getCenterY());
  }

  private static void mouse(JComponent on, int id, int x, int y) {
    on.dispatchEvent(
        new MouseEvent(
            on, id, 0, MouseEvent.BUTTON1_DOWN_MASK, x, y, 1, false, MouseEvent.BUTTON1));
  }

  @Test
  void aBarThatIsClickedIsLitAndOpensItsOperations() {
    BufferedImage before = paint("bars", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          LayerBars bars = find("bars", LayerBars.class);
          mouse(bars, MouseEvent.MOUSE_CLICKED, 200, bars.getHeight() - 8);
          assertThat(bench.presenter.scene().lit()).hasValue(LayerMatmul.FFN_DOWN);
          assertThat(bench.inspector.current().orElseThrow().title()).isEqualTo("FFN down: FLOPs");
          BufferedImage after = Pictures.paint(view());
          var place = SwingUtilities.convertPoint(bars, 3, bars.getHeight() - 8, view());
          assertThat(after.getRGB(place.x, place.y)).isNotEqualTo(before.getRGB(place.x, place.y));
          var up = bars.getActionMap().get(javax.swing.KeyStroke.getKeyStroke("UP"));
          up.actionPerformed(new java.awt.event.ActionEvent(bars, 0, ""));
          assertThat(bench.presenter.scene().lit()).hasValue(LayerMatmul.FFN_UP);
        });
  }

  @Test
  void aProductOpensScaledDownInTheTabsThatTakeItApart() {
    paint("menu", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          List<LayerRow> rows = bench.presenter.scene().rows();
          JPopupMenu weights = LayerMenu.of(bench.presenter, rows.get(0));
          ((JMenuItem) weights.getComponent(1)).doClick();
          ((JMenuItem) weights.getComponent(2)).doClick();
          assertThat(bench.opened).hasSize(2);
          assertThat(bench.opened.get(0)).isInstanceOf(MultiplyIntent.class);
          assertThat(bench.opened.get(1)).isInstanceOf(LinearIntent.class);
          JPopupMenu scores = LayerMenu.of(bench.presenter, rows.get(1));
          assertThat(scores.getComponent(2).isEnabled()).isFalse();
        });
  }

  @Test
  void withoutAPeakForTheFormatThereAreDashesAndASentence() {
    bench.desk.change(state -> state.with(Formats.of(DType.INT4)), "Format", null);
    paint("bare", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          assertThat(text("PASS_TIME")).isEqualTo("–");
          assertThat(text("TOKENS_PER_SECOND.PREFILL")).isEqualTo("–");
          assertThat(find("roof", JLabel.class).getText())
              .isEqualTo("has no published peak for INT4: no times, no speeds");
          assertThat(find("table", JTable.class).getValueAt(0, 8)).isEqualTo("–");
          find("PASS_TIME", AbstractButton.class).doClick();
          assertThat(bench.inspector.current().orElseThrow().meaning())
              .startsWith("There is no such figure here");
        });
  }

  @Test
  void aViewBehindAnotherDoesNoWorkUntilItComesToTheFront() {
    paint("behind", Look.of(false), 844, 660);
    onEventThread(
        () -> {
          bench.desk.show(View.ROOFLINE);
          bench.presenter.slide(LayerField.BATCH, 2);
          assertThat(text("LAYER_FLOPS")).isEqualTo("897.65 GFLOPs");
          bench.desk.show(View.LAYER);
          assertThat(text("LAYER_FLOPS")).isEqualTo("1,795.30 GFLOPs");
        });
  }
}
