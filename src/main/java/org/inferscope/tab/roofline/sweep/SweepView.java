package org.inferscope.tab.roofline.sweep;

import java.awt.CardLayout;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.tab.roofline.desk.RooflineState.View;
import org.inferscope.ui.control.Scrolling;

/** The benchmark: what is measured above, what was measured below. Event thread. */
public final class SweepView extends JPanel {
  private static final String EMPTY = "empty";
  private static final String RESULTS = "results";

  private final SweepPresenter presenter;
  private final SweepControls controls;
  private final Invitation empty;
  private final ResultsPanel results;
  private final CardLayout cards = new CardLayout();
  private final JPanel body = new JPanel(cards);

  /** A view that follows the presenter, which it tells to read what is kept. */
  public SweepView(SweepPresenter presenter) {
    super(new MigLayout("insets 0, gap 0 6, wrap 1, fill", "[grow,fill]", "[][grow,fill]"));
    this.presenter = presenter;
    setName("roofline.sweep");
    setOpaque(false);
    SeriesLooks looks =
        new SeriesLooks(presenter.candidates().stream().map(each -> each.impl().id()).toList());
    controls = new SweepControls(presenter);
    empty = new Invitation(presenter);
    results = new ResultsPanel(presenter, looks);
    body.setOpaque(false);
    body.add(Scrolling.vertical(empty), EMPTY);
    body.add(Scrolling.vertical(results), RESULTS);
    add(controls, "wmin 0");
    add(body, "grow, wmin 0, hmin 0");
    presenter.listen(this::refresh);
    showNow();
    presenter.open();
  }

  /** What changes while another view is in front shows once this one is again. */
  private void refresh() {
    if (presenter.desk().state().view() == View.BENCHMARK) {
      showNow();
    }
  }

  private void showNow() {
    controls.refresh();
    if (presenter.run().isPresent()) {
      results.refresh();
    } else {
      empty.refresh();
    }
    cards.show(body, presenter.run().isPresent() ? RESULTS : EMPTY);
  }
}
