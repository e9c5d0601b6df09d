package org.inferscope.app;

import javax.swing.JComponent;

/** Where cards are shown. Event thread. */
interface CardPlace {
  /** Lays a card over the window and gives the focus to a part of it. */
  void open(JComponent card, JComponent focus);

  /** Takes the card away. */
  void close();
}
