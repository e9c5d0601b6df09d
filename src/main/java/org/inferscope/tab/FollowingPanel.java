package org.inferscope.tab;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.HierarchyEvent;
import java.util.function.Consumer;
import javax.swing.JLabel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.control.ScrollablePanel;

/**
 * A panel of the dock that follows its tab's presenter while it can be seen. What changes while it
 * is hidden costs nothing until it is shown again, or laid out off-screen. Event thread.
 */
public abstract class FollowingPanel extends ScrollablePanel {
  private boolean stale = true;

  /**
   * An empty panel, one column wide.
   *
   * @param name the component's name, for tests
   * @param listen calls a listener from now on whenever there may be something else to show
   */
  protected FollowingPanel(String name, Consumer<Runnable> listen) {
    super(new MigLayout("insets 12 12 16 12, fillx, wrap 1, gapy 4, hidemode 3", "[grow,fill]"));
    setName(name);
    listen.accept(this::changed);
    addHierarchyListener(
        event -> {
          if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0 && isShowing()) {
            freshen();
          }
        });
  }

  /** Shows what the presenter says now. */
  protected abstract void refresh();

  private void changed() {
    stale = true;
    if (isShowing()) {
      freshen();
    } else {
      invalidate();
    }
  }

  /** Shows what has changed since the last time, if something has. */
  protected final void freshen() {
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

  /** The heading of a part. */
  public static JLabel heading(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE_CLASS, "h3");
    return label;
  }

  /** A label in the colour of what matters less. */
  public static JLabel muted(String text) {
    JLabel label = new JLabel(text);
    label.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    return label;
  }
}
