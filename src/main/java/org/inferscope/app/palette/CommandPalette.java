package org.inferscope.app.palette;

import com.formdev.flatlaf.FlatClientProperties;
import java.awt.event.KeyEvent;
import java.awt.event.MouseAdapter;
import java.awt.event.MouseEvent;
import java.util.Optional;
import javax.swing.AbstractAction;
import javax.swing.DefaultListModel;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import javax.swing.ListSelectionModel;
import javax.swing.event.DocumentEvent;
import javax.swing.event.DocumentListener;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.action.AppAction;
import org.inferscope.ui.theme.Icons;

/**
 * A field to type in and the list of what fits. Arrows move in the list, Enter does what is
 * selected, Escape is left to whoever shows the panel.
 */
public final class CommandPalette extends JPanel {
  private static final int PAGE = 8;
  private static final int MOST_ROWS = 12;

  private final PaletteSearch search;
  private final Runnable close;
  private final JTextField field = new JTextField();
  private final DefaultListModel<PaletteSearch.Hit> hits = new DefaultListModel<>();
  private final JList<PaletteSearch.Hit> list = new JList<>(hits);
  private final JLabel nothing = new JLabel(Texts.get("app.palette.nothing"));

  /**
   * A palette that shows everything.
   *
   * @param search what to search
   * @param close called before an action is done, so that the palette is out of its way
   */
  public CommandPalette(PaletteSearch search, Runnable close) {
    super(new MigLayout("insets 8, gap 0, wrap, hidemode 3", "[grow,fill]", "[][grow,fill][]"));
    this.search = search;
    this.close = close;
    setOpaque(false);
    dressField();
    dressList();
    nothing.putClientProperty(FlatClientProperties.STYLE, "foreground: $Inferscope.muted");
    JScrollPane scroll =
        new JScrollPane(
            list, JScrollPane.VERTICAL_SCROLLBAR_AS_NEEDED, JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    scroll.putClientProperty(FlatClientProperties.STYLE, "border: 0,0,0,0");
    scroll
        .getVerticalScrollBar()
        .putClientProperty(
            FlatClientProperties.STYLE,
            "track: $Inferscope.card; hoverTrackColor: $Inferscope.card");
    add(field, "height 40!, gapbottom 8");
    add(scroll, "width 560, hmin 0");
    add(nothing, "gap 12 12 8 12");
    bindKeys();
    show("");
  }

  /** Where typing goes. */
  public JTextField field() {
    return field;
  }

  private void dressField() {
    field.setName("palette.field");
    field.putClientProperty(FlatClientProperties.PLACEHOLDER_TEXT, Texts.get("app.palette.hint"));
    field.putClientProperty(FlatClientProperties.TEXT_FIELD_LEADING_ICON, Icons.of("search"));
    field.getAccessibleContext().setAccessibleName(Texts.get("app.palette.title"));
    field
        .getDocument()
        .addDocumentListener(
            new DocumentListener() {
              @Override
              public void insertUpdate(DocumentEvent event) {
                show(field.getText());
              }

              @Override
              public void removeUpdate(DocumentEvent event) {
                show(field.getText());
              }

              @Override
              public void changedUpdate(DocumentEvent event) {}
            });
  }

  private void dressList() {
    list.setName("palette.list");
    list.setFocusable(false);
    list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
    list.setCellRenderer(new HitRenderer());
    list.putClientProperty(FlatClientProperties.STYLE, "background: $Inferscope.card");
    list.getAccessibleContext().setAccessibleName(Texts.get("app.palette.title"));
    list.addMouseListener(
        new MouseAdapter() {
          @Override
          public void mouseClicked(MouseEvent event) {
            performSelected();
          }
        });
  }

  private void bindKeys() {
    bind(KeyEvent.VK_DOWN, () -> move(1));
    bind(KeyEvent.VK_UP, () -> move(-1));
    bind(KeyEvent.VK_PAGE_DOWN, () -> move(PAGE));
    bind(KeyEvent.VK_PAGE_UP, () -> move(-PAGE));
    bind(KeyEvent.VK_ENTER, this::performSelected);
  }

  private void bind(int key, Runnable work) {
    field.getInputMap(JComponent.WHEN_FOCUSED).put(KeyStroke.getKeyStroke(key, 0), "palette" + key);
    field
        .getActionMap()
        .put(
            "palette" + key,
            new AbstractAction() {
              @Override
              public void actionPerformed(java.awt.event.ActionEvent event) {
                work.run();
              }
            });
  }

  private void show(String query) {
    hits.clear();
    hits.addAll(search.find(query));
    list.setVisibleRowCount(Math.min(MOST_ROWS, hits.size()));
    revalidate();
    nothing.setVisible(hits.isEmpty());
    if (!hits.isEmpty()) {
      select(0);
    }
  }

  private void move(int rows) {
    if (!hits.isEmpty()) {
      select(Math.max(0, Math.min(hits.size() - 1, list.getSelectedIndex() + rows)));
    }
  }

  private void select(int row) {
    list.setSelectedIndex(row);
    list.ensureIndexIsVisible(row);
  }

  private void performSelected() {
    Optional<AppAction> chosen =
        Optional.ofNullable(list.getSelectedValue())
            .map(PaletteSearch.Hit::action)
            .filter(AppAction::applies);
    chosen.ifPresent(
        action -> {
          close.run();
          action.perform();
        });
  }
}
