package org.inferscope.tab.network.panel;

import java.awt.Component;
import java.awt.Container;
import java.util.Arrays;
import java.util.stream.Stream;
import javax.swing.JComponent;

/** Finds parts of a panel. */
final class Parts {
  private Parts() {}

  static <T extends Component> T find(Container in, Class<T> type, String name) {
    return all(in)
        .filter(part -> type.isInstance(part) && name.equals(part.getName()))
        .map(type::cast)
        .findFirst()
        .orElseThrow(() -> new AssertionError("no " + name));
  }

  /** Everything in a container. */
  static Stream<Component> all(Container in) {
    return Arrays.stream(in.getComponents())
        .flatMap(
            part ->
                part instanceof JComponent inner
                    ? Stream.concat(Stream.of(part), all(inner))
                    : Stream.of(part));
  }
}
