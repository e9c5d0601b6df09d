package org.inferscope.tab.roofline.roof;

import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JSlider;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.roofline.desk.Walk;
import org.inferscope.text.Texts;
import org.inferscope.ui.chart.LineChart;
import org.inferscope.ui.control.IntSpinner;

/**
 * Intensity by the batch, with the slider that drags the batch and the weights' sizes below. Event
 * thread.
 */
final class BatchView extends JPanel {
  /** The largest batch of the slider. */
  static final int LARGEST = 4096;

  private static final int HEIGHT = 130;
  private static final int NARROWEST = 60;

  /** As wide as most numbers are; longer ones scroll. */
  private static final String FIELD = "w 84!";

  /** Steps of the slider for each doubling. */
  private static final int FINENESS = 64;

  private final RoofPresenter presenter;
  private final RoofWords words;
  private final LineChart chart =
      new LineChart("roofline.roof.batch", Texts.get("rooflineroof.batch.chart"), HEIGHT);
  private final JSlider slider = new JSlider(0, position(LARGEST));
  private final IntSpinner batch =
      new IntSpinner(
          "roofline.roof.batch.size", Texts.get("rooflineroof.batch"), 1, Walk.LARGEST, 1);
  private final IntSpinner k =
      new IntSpinner("roofline.roof.k", Texts.get("rooflineroof.k"), 1, Walk.LARGEST, 1);
  private final IntSpinner n =
      new IntSpinner("roofline.roof.n", Texts.get("rooflineroof.n"), 1, Walk.LARGEST, 1);
  private boolean showing;

  BatchView(RoofPresenter presenter, RoofWords words) {
    super(
        new MigLayout(
            "insets 0, gap 4 2, fill, novisualpadding, hidemode 3",
            "[grow,fill]",
            "[grow,fill,120:180:][][]"));
    this.presenter = presenter;
    this.words = words;
    setOpaque(false);
    add(chart, "wrap, wmin 10, hmin 60");
    add(sliderRow(), "wrap, wmin 10");
    add(sizesRow(), "wmin 10");
    chart.onPick((series, point) -> presenter.select(presenter.walk()));
    slider.addChangeListener(event -> slid());
    slider.addMouseListener(new Release());
    batch.onChange(presenter::dragTo);
    k.onChange(size -> presenter.setWeights(size, n.number()));
    n.onChange(size -> presenter.setWeights(k.number(), size));
  }

  private JPanel sliderRow() {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 6, fillx", "[][grow,fill][]", "[center]"));
    row.setOpaque(false);
    slider.setName("roofline.roof.slider");
    slider.setOpaque(false);
    slider.getAccessibleContext().setAccessibleName(Texts.get("rooflineroof.batch"));
    slider.setToolTipText(Texts.get("rooflineroof.batch.tip"));
    JLabel label = new JLabel(Texts.get("rooflineroof.batch"));
    label.setLabelFor(slider);
    row.add(label);
    row.add(slider, "wmin " + NARROWEST);
    row.add(batch, FIELD);
    return row;
  }

  private JPanel sizesRow() {
    JPanel row = new JPanel(new MigLayout("insets 0, gap 6", "", "[center]"));
    row.setOpaque(false);
    addNamed(row, Texts.get("rooflineroof.k"), k);
    addNamed(row, Texts.get("rooflineroof.n"), n);
    return row;
  }

  private static void addNamed(JPanel row, String text, IntSpinner field) {
    JLabel label = new JLabel(text);
    label.setLabelFor(field);
    row.add(label);
    row.add(field, FIELD);
  }

  /** Where the slider stands for a batch: evenly by doublings. */
  private static int position(int batch) {
    return (int) Math.round(FINENESS * Math.log(batch) / Math.log(2));
  }

  private static int batchAt(int position) {
    return (int) Math.round(Math.pow(2, (double) position / FINENESS));
  }

  private void slid() {
    if (!showing) {
      presenter.dragTo(batchAt(slider.getValue()));
      if (!slider.getValueIsAdjusting()) {
        presenter.endDrag();
      }
    }
  }

  /** Shows a change. */
  void refresh() {
    Walk walk = presenter.desk().state().walk();
    showing = true;
    if (batchAt(slider.getValue()) != walk.batch()) {
      slider.setValue(position(Math.min(walk.batch(), LARGEST)));
    }
    showing = false;
    batch.setNumber(walk.batch());
    k.setNumber(walk.k());
    n.setNumber(walk.n());
    chart.update(BatchPicture.content(presenter.walk(), words));
  }

  /** A drag ends where the mouse lets go, even where it was let go at the last value. */
  private final class Release extends MouseAdapter {
    @Override
    public void mouseReleased(MouseEvent event) {
      presenter.endDrag();
    }
  }
}
