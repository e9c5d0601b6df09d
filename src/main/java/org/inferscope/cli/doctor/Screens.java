package org.inferscope.cli.doctor;

import java.awt.AWTError;
import java.awt.DisplayMode;
import java.awt.GraphicsDevice;
import java.awt.GraphicsEnvironment;
import java.awt.HeadlessException;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.text.Texts;

/** The displays that a window could be opened on. */
final class Screens {
  /** What was found; without any, the problem says why in words. */
  record Found(List<Findings.Screen> screens, String problem) {}

  private Screens() {}

  /** Looks for displays, and takes a server that does not answer or a missing library for none. */
  static Found find() {
    if (GraphicsEnvironment.isHeadless()) {
      return none(Texts.get("cli.doctor.headless"));
    }
    try {
      List<Findings.Screen> screens = new ArrayList<>();
      for (GraphicsDevice device :
          GraphicsEnvironment.getLocalGraphicsEnvironment().getScreenDevices()) {
        screens.add(screen(device));
      }
      return screens.isEmpty() ? none(Texts.get("cli.doctor.noScreen")) : new Found(screens, "");
    } catch (AWTError | HeadlessException | LinkageError e) {
      return none(Texts.get("cli.doctor.unreachable", String.valueOf(e.getMessage())));
    }
  }

  private static Found none(String problem) {
    return new Found(List.of(), problem);
  }

  private static Findings.Screen screen(GraphicsDevice device) {
    DisplayMode mode = device.getDisplayMode();
    double scale = device.getDefaultConfiguration().getDefaultTransform().getScaleX();
    return new Findings.Screen(device.getIDstring(), mode.getWidth(), mode.getHeight(), scale);
  }
}
