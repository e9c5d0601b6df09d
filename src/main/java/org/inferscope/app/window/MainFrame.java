package org.inferscope.app.window;

import com.formdev.flatlaf.extras.FlatSVGUtils;
import java.awt.Component;
import java.awt.Dimension;
import java.awt.Frame;
import java.awt.GraphicsConfiguration;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.Insets;
import java.awt.Rectangle;
import java.awt.Window;
import java.awt.event.ComponentAdapter;
import java.awt.event.ComponentEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javax.swing.JComponent;
import javax.swing.JFrame;
import javax.swing.LayoutFocusTraversalPolicy;
import org.inferscope.app.palette.CommandPalette;
import org.inferscope.app.palette.PaletteSearch;
import org.inferscope.app.prefs.WindowPlace;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.ActionRegistry;

/** The window: a frame around the {@link MainPanel}, with menus, overlay and full screen. */
public final class MainFrame extends JFrame {
  private static final Dimension SMALLEST = new Dimension(800, 520);

  private final Overlay overlay = new Overlay();
  private final Menus menus;
  private final ShortcutKeys keys;
  private Rectangle normal = new Rectangle();
  private boolean fullScreen;

  /**
   * A frame that is not shown yet.
   *
   * @param firstFocus what has the focus when the window is opened
   * @param close called when a person closes the window; nothing else happens then
   * @param back called when a person comes back to the window from another program
   */
  public MainFrame(
      MainPanel panel,
      ActionRegistry actions,
      Supplier<? extends Component> firstFocus,
      Runnable close,
      Runnable back) {
    super(Texts.get("app.name"));
    menus = new Menus(actions);
    setJMenuBar(menus.bar());
    setContentPane(panel);
    setGlassPane(overlay);
    keys = new ShortcutKeys(actions, panel, overlay);
    keys.bind();
    setMinimumSize(SMALLEST);
    setFocusTraversalPolicy(
        new LayoutFocusTraversalPolicy() {
          @Override
          public Component getInitialComponent(Window window) {
            return firstFocus.get();
          }
        });
    setDefaultCloseOperation(DO_NOTHING_ON_CLOSE);
    addWindowListener(
        new WindowAdapter() {
          @Override
          public void windowClosing(WindowEvent event) {
            close.run();
          }

          @Override
          public void windowActivated(WindowEvent event) {
            back.run();
          }
        });
    addComponentListener(
        new ComponentAdapter() {
          @Override
          public void componentResized(ComponentEvent event) {
            rememberNormalBounds();
          }

          @Override
          public void componentMoved(ComponentEvent event) {
            rememberNormalBounds();
          }
        });
  }

  /** Gives the window its place, on the screens that are there now. */
  public void place(Optional<WindowPlace> remembered) {
    normal = WindowPlaces.bounds(remembered, screens());
    setBounds(normal);
    if (remembered.map(WindowPlace::maximized).orElse(false)) {
      setExtendedState(Frame.MAXIMIZED_BOTH);
    }
  }

  /** Where the window is, to be placed there again. */
  public WindowPlace place() {
    boolean maximized = (getExtendedState() & Frame.MAXIMIZED_BOTH) == Frame.MAXIMIZED_BOTH;
    return new WindowPlace(normal.x, normal.y, normal.width, normal.height, maximized);
  }

  private void rememberNormalBounds() {
    if (getExtendedState() == Frame.NORMAL && !fullScreen && isShowing()) {
      normal = getBounds();
    }
  }

  private static List<Rectangle> screens() {
    GraphicsEnvironment environment = GraphicsEnvironment.getLocalGraphicsEnvironment();
    List<Rectangle> screens = new ArrayList<>();
    screens.add(usable(environment.getDefaultScreenDevice()));
    for (GraphicsDevice device : environment.getScreenDevices()) {
      screens.add(usable(device));
    }
    return screens;
  }

  private static Rectangle usable(GraphicsDevice device) {
    GraphicsConfiguration configuration = device.getDefaultConfiguration();
    Rectangle area = configuration.getBounds();
    Insets bars = java.awt.Toolkit.getDefaultToolkit().getScreenInsets(configuration);
    return new Rectangle(
        area.x + bars.left,
        area.y + bars.top,
        area.width - bars.left - bars.right,
        area.height - bars.top - bars.bottom);
  }

  /** Loads the window's icon; not needed for the first picture. */
  public void showIcon() {
    setIconImages(FlatSVGUtils.createWindowIconImages("/assets/icons/inferscope.svg"));
  }

  /** Names the lesson in the title, with a mark when it has changes that are not saved. */
  public void showLesson(Optional<Path> lesson, boolean dirty) {
    String untitled = dirty ? Texts.get("app.untitled") : "";
    String name = lesson.map(path -> String.valueOf(path.getFileName())).orElse(untitled);
    String mark = dirty ? "• " : "";
    setTitle(name.isEmpty() ? Texts.get("app.name") : Texts.get("app.title", mark + name));
    getRootPane().putClientProperty("Window.documentModified", dirty);
  }

  /** Follows the registry after actions have come or gone. */
  public void actionsChanged() {
    menus.rebuild();
    keys.bind();
  }

  /** Takes the whole screen without menus, or gives it back. */
  public void setFullScreen(boolean on) {
    if (on == fullScreen) {
      return;
    }
    fullScreen = on;
    menus.bar().setVisible(!on);
    GraphicsDevice device = getGraphicsConfiguration().getDevice();
    device.setFullScreenWindow(on ? this : null);
  }

  /** Lays a card over the window and gives the focus to a part of it. */
  public void open(JComponent card, JComponent focus) {
    overlay.open(card, focus);
  }

  /**
   * Lays a card just above the part of the window that has opened it, or as any other card where
   * that part cannot be seen, and gives the focus to a part of the card.
   */
  public void openAbove(Component anchor, JComponent card, JComponent focus) {
    overlay.openAbove(anchor, card, focus);
  }

  /** Opens the command palette over these actions. */
  public void openPalette(ActionRegistry actions) {
    CommandPalette palette = new CommandPalette(new PaletteSearch(actions), overlay::close);
    overlay.open(palette, palette.field());
  }

  /** Takes the card away. */
  public void closeOverlay() {
    overlay.close();
  }
}
