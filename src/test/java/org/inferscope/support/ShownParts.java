package org.inferscope.support;

import static org.assertj.swing.edt.GuiActionRunner.execute;

import java.awt.Component;
import java.awt.Window;
import java.util.Optional;
import java.util.concurrent.Callable;
import javax.swing.AbstractButton;
import javax.swing.text.JTextComponent;
import org.assertj.swing.core.Robot;
import org.assertj.swing.timing.Condition;
import org.assertj.swing.timing.Pause;

/** What a real window shows, by the names of its parts. Test thread. */
public record ShownParts(Robot robot, Window window) {
  private static final long PATIENCE_MILLIS = 20_000;

  /** A part that shows, if there is one. */
  public Optional<Component> find(String name) {
    return robot.finder().findAll(window, c -> name.equals(c.getName()) && c.isShowing()).stream()
        .findFirst();
  }

  /** Whether a part of this name shows. */
  public boolean isShown(String name) {
    return find(name).isPresent();
  }

  /** What a button or a text says; nothing if it does not show. */
  public String text(String name) {
    return find(name)
        .map(
            part ->
                part instanceof AbstractButton button
                    ? button.getText()
                    : ((JTextComponent) part).getText())
        .orElse("");
  }

  /** Presses a button that shows. */
  public void click(String name) {
    Component button = find(name).orElseThrow();
    execute(() -> ((AbstractButton) button).doClick());
  }

  /** Waits until something is true on the event thread; fails, naming it, if that takes long. */
  public static void await(String what, Callable<Boolean> condition) {
    Pause.pause(
        new Condition(what) {
          @Override
          public boolean test() {
            return execute(condition);
          }
        },
        PATIENCE_MILLIS);
  }
}
