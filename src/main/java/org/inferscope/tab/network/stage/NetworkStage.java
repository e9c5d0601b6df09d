package org.inferscope.tab.network.stage;

import java.awt.Dimension;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.util.function.Consumer;
import javax.swing.JPanel;
import org.inferscope.model.network.Ablations;
import org.inferscope.tab.network.desk.NetworkPresenter;
import org.inferscope.text.Texts;
import org.inferscope.ui.edt.Edt;
import org.inferscope.ui.edt.RepaintMeter;
import org.inferscope.ui.theme.Metrics;

/**
 * The network, column by column, which one can look into, play, and change by hand. It listens to
 * nothing: whoever shows it calls {@link #refresh} after each change of the presenter or of the
 * animation. Event thread.
 */
public final class NetworkStage extends JPanel {
  /** Jobs that take longer than this, in milliseconds, are spoken of. */
  private static final int SLOW = 300;

  private static final double ZOOM_STEP = 1.25;

  private final NetworkPresenter presenter;
  private final SceneBuilder scenes;
  private final StagePainter painter = new StagePainter();
  private final RepaintMeter repaints = new RepaintMeter(this);
  private Viewport viewport = Viewport.FIT;
  private boolean waits;
  private boolean slow;

  /**
   * A stage.
   *
   * @param open is told what the person wants explained
   */
  public NetworkStage(NetworkPresenter presenter, Consumer<Ablations.Target> open) {
    super(null);
    this.presenter = presenter;
    scenes = new SceneBuilder(presenter, new EdgeSketches(presenter.context().compute(), this::refresh));
    setName("network.stage");
    setOpaque(true);
    getAccessibleContext().setAccessibleName(Texts.get("networkstage.name"));
  }

  /** Shows a change of the state, of the results or of the animation. */
  public void refresh() {
    watch();
    getAccessibleContext().setAccessibleDescription(Narrator.say(presenter));
    repaints.request();
  }

  /** Speaks of a job once it has run for a while. */
  private void watch() {
    boolean runs = presenter.running().isPresent();
    if (!runs) {
      slow = false;
    } else if (!waits && !slow) {
      waits = true;
      Edt.after(SLOW, this::waited);
    }
  }

  private void waited() {
    waits = false;
    if (presenter.running().isPresent()) {
      slow = true;
      repaints.request();
    }
  }

  /** Enlarges the middle. */
  public void zoomIn() {
    zoom(ZOOM_STEP, getWidth() / 2.0, getHeight() / 2.0);
  }

  /** Shows more of the network. */
  public void zoomOut() {
    zoom(1 / ZOOM_STEP, getWidth() / 2.0, getHeight() / 2.0);
  }

  /** Shows all of the network. */
  public void fit() {
    viewport = Viewport.FIT;
    repaints.request();
  }

  /** Enlarges, or makes smaller, around a place that stays where it is. */
  void zoom(double factor, double x, double y) {
    viewport = viewport.zoomed(spec(), factor, x, y);
    repaints.request();
  }

  /** Moves the network under the stage. */
  void pan(double dx, double dy) {
    viewport = viewport.moved(dx, dy).within(spec());
    repaints.request();
  }

  private StageSpec spec() {
    return scenes.spec(getWidth(), getHeight());
  }

  /** The layout for the size the stage has now. */
  StageLayout stageLayout() {
    StageSpec spec = spec();
    viewport = viewport.within(spec);
    return StageLayouts.of(spec, viewport);
  }

  /** What there is to paint now. */
  Scene scene() {
    return scenes.build(stageLayout(), isFocusOwner(), Notice.of(presenter, slow));
  }

  @Override
  protected void paintComponent(Graphics graphics) {
    repaints.painted();
    Graphics2D g = (Graphics2D) graphics.create();
    painter.paint(g, scene());
    g.dispose();
  }

  @Override
  public Dimension getPreferredSize() {
    return new Dimension(Metrics.px(880), Metrics.px(480));
  }

  @Override
  public Dimension getMinimumSize() {
    return new Dimension(Metrics.px(320), Metrics.px(220));
  }
}
