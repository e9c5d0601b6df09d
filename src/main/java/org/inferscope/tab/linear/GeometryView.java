package org.inferscope.tab.linear;

import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * What a layer from 2 to 2 does to the plane, or one from 3 to 3 to space: before and after, the
 * map between them, and its figures. Event thread.
 */
final class GeometryView extends JPanel {
  private final PlanesView planes;
  private final FigureStrip figures;

  GeometryView(LinearPresenter presenter) {
    super(new MigLayout("insets 0, gap 0, wrap 1, fill", "[grow,fill]", "[grow,fill][]"));
    setName("linear.geometry");
    setOpaque(false);
    planes = new PlanesView(presenter);
    figures = new FigureStrip(presenter);
    add(planes, "grow, wmin 0, hmin 0");
    add(figures, "wmin 0");
  }

  /** Shows a change of the state or of the animation, for a layer that has a geometry. */
  void refresh() {
    planes.refresh();
    figures.refresh();
  }
}
