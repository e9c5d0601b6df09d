package org.inferscope.app;

import java.awt.Component;
import javax.swing.JComponent;

/** Where cards are shown. Event thread. */
interface CardPlace {
  /** Lays a card over the window and gives the focus to a part of it. */
  void open(JComponent card, JComponent focus);

  /** Lays a card just above what has opened it; as any other where that cannot be seen now. */
  void openAbove(Component anchor, JComponent card, JComponent focus);

  /** Takes the card away. */
  void close();
}
