package org.inferscope.app.window;

import com.formdev.flatlaf.FlatClientProperties;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import javax.swing.JEditorPane;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.text.html.HTMLDocument;
import javax.swing.text.html.HTMLEditorKit;
import net.miginfocom.swing.MigLayout;
import org.inferscope.text.Texts;
import org.inferscope.ui.theme.Fonts;
import org.jspecify.annotations.Nullable;

/**
 * A tab's guide: a page of simple HTML in the theme's fonts and colours. The page is read and set
 * when it is first shown, since HTML is slow to start.
 */
public final class GuidePanel extends JPanel {
  private final JScrollPane scroll = new JScrollPane();
  private String resource = "";
  private @Nullable JEditorPane page;

  GuidePanel() {
    super(new MigLayout("insets 0, fill", "[grow,fill]", "[grow,fill]"));
    setOpaque(false);
    scroll.putClientProperty(FlatClientProperties.STYLE, "border: 0,0,0,0");
    scroll.setOpaque(false);
    scroll.getViewport().setOpaque(false);
    scroll.setHorizontalScrollBarPolicy(JScrollPane.HORIZONTAL_SCROLLBAR_NEVER);
    add(scroll, "wmin 0, hmin 0");
  }

  /** Shows the page at a place on the class path. */
  void show(String classPathResource) {
    if (!classPathResource.equals(resource)) {
      resource = classPathResource;
      page = null;
    }
    if (page == null) {
      JEditorPane made = made();
      page = made;
      scroll.setViewportView(made);
    }
  }

  private JEditorPane made() {
    JEditorPane pane = new JEditorPane();
    pane.setName("guide");
    pane.setEditable(false);
    pane.setOpaque(false);
    pane.putClientProperty(FlatClientProperties.STYLE, "background: null; margin: 4,20,20,20");
    pane.getAccessibleContext().setAccessibleName(Texts.get("app.guide.title"));
    fill(pane, read(resource));
    return pane;
  }

  private static void fill(JEditorPane pane, String html) {
    Fonts.loadOthers();
    HTMLEditorKit kit = new HTMLEditorKit();
    kit.setStyleSheet(GuideStyle.sheet(kit.getStyleSheet()));
    pane.setEditorKit(kit);
    pane.setFont(Fonts.text(Fonts.BODY));
    HTMLDocument document = (HTMLDocument) kit.createDefaultDocument();
    pane.setDocument(document);
    pane.setText(html);
    pane.setCaretPosition(0);
  }

  private static String read(String classPathResource) {
    try (InputStream in =
        Objects.requireNonNull(
            GuidePanel.class.getResourceAsStream(classPathResource), classPathResource)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Sets the page again when theme or scale change: HTML does not follow by itself. */
  @Override
  public void updateUI() {
    super.updateUI();
    JEditorPane stale = page;
    if (stale != null) {
      page = null;
      show(resource);
    }
  }
}
