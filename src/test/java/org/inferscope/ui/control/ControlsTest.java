package org.inferscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.inferscope.support.Pictures.onEventThread;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.Component;
import java.text.ParseException;
import java.util.ArrayList;
import java.util.List;
import javax.swing.AbstractButton;
import javax.swing.JPanel;
import javax.swing.JSpinner.DefaultEditor;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.inferscope.support.Pictures;
import org.inferscope.ui.control.SegmentedControl.Segment;
import org.inferscope.ui.theme.Look;
import org.inferscope.ui.theme.Themes;
import org.junit.jupiter.api.Test;

class ControlsTest {
  private static SegmentedControl<String> segments() {
    return new SegmentedControl<>(
        "order",
        "Loop order",
        List.of(
            new Segment<>("ijk", "Dot product", "Row times column"),
            new Segment<>("ikj", "Row", "Rows of B"),
            new Segment<>("jki", "Column", "Columns of A")));
  }

  private static IntSpinner spinner() {
    return new IntSpinner("rows", "Rows of A", 1, 12, 2);
  }

  private static JTextField fieldOf(IntSpinner spinner) {
    return ((DefaultEditor) spinner.getEditor()).getTextField();
  }

  private static void onStage(Runnable work) {
    onEventThread(
        () -> {
          Themes.install(Look.of(false));
          work.run();
          return null;
        });
  }

  @Test
  void tellsWhatThePersonChoosesOnly() {
    onStage(
        () -> {
          SegmentedControl<String> control = segments();
          List<String> told = new ArrayList<>();
          control.onChange(told::add);
          control.setValue("jki");
          assertThat(told).isEmpty();
          ((AbstractButton) control.getComponent(1)).doClick(0);
          ((AbstractButton) control.getComponent(1)).doClick(0);
          assertThat(told).containsExactly("ikj");
          assertThat(control.value()).isEqualTo("ikj");
        });
  }

  @Test
  void theChosenSegmentIsTheOneStopForTheTabKey() {
    onStage(
        () -> {
          SegmentedControl<String> control = segments();
          control.setValue("ikj");
          assertThat(control.getComponents())
              .filteredOn(Component::isFocusable)
              .containsExactly(control.getComponent(1));
          assertThatThrownBy(() -> control.setValue("kij"))
              .isInstanceOf(IllegalArgumentException.class);
        });
  }

  @Test
  void aNumberOutsideTheLimitsIsMarkedAndKept() {
    onStage(
        () -> {
          IntSpinner spinner = spinner();
          List<Integer> told = new ArrayList<>();
          spinner.onChange(told::add);
          fieldOf(spinner).setText("13");
          commit(spinner);
          assertThat(spinner.number()).isEqualTo(2);
          assertThat(fieldOf(spinner).getText()).isEqualTo("13");
          assertThat(spinner.getClientProperty(FlatClientProperties.OUTLINE)).isEqualTo("error");
          assertThat(spinner.getToolTipText()).contains("from 1 to 12");
          fieldOf(spinner).setText("7");
          commit(spinner);
          assertThat(told).containsExactly(7);
          assertThat(spinner.getClientProperty(FlatClientProperties.OUTLINE)).isNull();
        });
  }

  @Test
  void aNumberSetByTheCodeIsNotTold() {
    onStage(
        () -> {
          IntSpinner spinner = spinner();
          List<Integer> told = new ArrayList<>();
          spinner.onChange(told::add);
          spinner.setNumber(5);
          assertThat(spinner.number()).isEqualTo(5);
          assertThat(told).isEmpty();
        });
  }

  @Test
  void paintInBothThemes() {
    Pictures.paint("controls-light", Look.of(false), 420, 60, ControlsTest::both);
    Pictures.paint("controls-dark", Look.of(true), 420, 60, ControlsTest::both);
  }

  private static JPanel both() {
    JPanel panel = new JPanel(new MigLayout("insets 12"));
    panel.add(segments());
    panel.add(spinner());
    return panel;
  }

  private static void commit(IntSpinner spinner) {
    try {
      spinner.commitEdit();
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }
}
