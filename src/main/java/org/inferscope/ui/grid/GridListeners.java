package org.inferscope.ui.grid;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Who wants to know what happens on a {@link MatrixEditor}. Event thread. */
final class GridListeners {
  private final List<Consumer<Cell>> leads = new ArrayList<>();
  private final List<Consumer<Cell>> opens = new ArrayList<>();
  private final List<Consumer<Optional<Cell>>> hovers = new ArrayList<>();

  void onLead(Consumer<Cell> listener) {
    leads.add(listener);
  }

  void onOpen(Consumer<Cell> listener) {
    opens.add(listener);
  }

  void onHover(Consumer<Optional<Cell>> listener) {
    hovers.add(listener);
  }

  void lead(Cell cell) {
    tell(leads, cell);
  }

  void open(Cell cell) {
    tell(opens, cell);
  }

  void hover(Optional<Cell> cell) {
    tell(hovers, cell);
  }

  private static <T> void tell(List<Consumer<T>> listeners, T news) {
    List.copyOf(listeners).forEach(listener -> listener.accept(news));
  }
}
