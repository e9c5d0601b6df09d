package org.inferscope.tab.linear;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.HierarchyEvent;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.control.ScrollablePanel;

/**
 * A panel of the dock that follows the presenter while it can be seen. What changes while it is
 * hidden costs nothing until it is shown again, or laid out off-screen. Event thread.
 */
abstract class FollowingPanel extends ScrollablePanel {
  private boolean stale = true;

  /**
   * An empty panel, one column wide.
   *
   * @param name the component's name, for tests
   */
  FollowingPanel(String name, LinearPresenter presenter) {
    super(new MigLayout("insets 12 12 16 12, fillx, wrap 1, gapy 4, hidemode 3", "[grow,fill]"));
    setName(name);
    presenter.listen(this::changed);
    addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
            freshen();
          }
        });
  }

  /** Shows what the presenter says now. */
  abstract void refresh();

  private void changed() {
    stale = true;
    if (isShowing()) {
      freshen();
    } else {
      invalidate();
    }
  }

  /** Shows what has changed since the last time, if something has. */
  final void freshen() {
    if (stale) {
      stale = false;
      refresh();
    }
  }

  @Override
  public void doLayout() {
    freshen();
    super.doLayout();
  }

  static JLabel heading(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
    return label;
  }

  static JLabel muted(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    return label;
  }
}
