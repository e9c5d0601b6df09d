package org.inferscope.ui.grid;

import java.awt.Component;
import java.awt.event.ActionEvent;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.AbstractAction;
import javax.swing.JButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;
import org.inferscope.ui.action.Shortcuts;
import org.inferscope.ui.grid.GridPaste.Offer;
import org.jspecify.annotations.Nullable;

/**
 * The answers to a question in a {@link Bubble}, as buttons: Enter presses the one that has the
 * keyboard, Tab goes round, Escape answers none.
 */
final class OfferBar extends JPanel {
  /** Who asked. */
  interface Asker {
    /** An answer was chosen. */
    void answer(Offer offer);

    /** The question was waved away by key. */
    void escape();

    /** The keyboard went to another component, or to nowhere. */
    void left(@Nullable Component other);
  }

  private final Asker asker;

  OfferBar(GridPaste.Asks asks, Asker asker) {
    super(new MigLayout("insets 0, gap 8, novisualpadding"));
    this.asker = asker;
    setOpaque(false);
    setFocusCycleRoot(true);
    List<Offer> offers = asks.offers();
    for (int i = 0; i < offers.size(); i++) {
      add(button(offers.get(i), "gridOffer." + i, asks.question()));
    }
  }

  private JButton button(Offer offer, String name, String question) {
    JButton button = new JButton(offer.label());
    button.setName(name);
    button.getAccessibleContext().setAccessibleDescription(question);
    button.addActionListener(event -> asker.answer(offer));
    bind(button, KeyEvent.VK_ENTER, () -> asker.answer(offer));
    bind(button, KeyEvent.VK_ESCAPE, asker::escape);
    button.addFocusListener(
        new FocusAdapter() {
          @Override
          public void focusLost(FocusEvent event) {
            if (!event.isTemporary() && getParent() != null) {
              asker.left(event.getOppositeComponent());
            }
          }
        });
    return button;
  }

  private static void bind(JComponent component, int key, Runnable work) {
    component.getInputMap().put(Shortcuts.key(key), work);
    component
        .getActionMap()
        .put(
            work,
            new AbstractAction() {
              @Override
              public void actionPerformed(ActionEvent event) {
                work.run();
              }
            });
  }

  /** Gives the keyboard to the first button. */
  void takeFocus() {
    getComponent(0).requestFocusInWindow();
  }
}
