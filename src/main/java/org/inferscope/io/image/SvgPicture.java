package org.inferscope.io.image;

import java.awt.Dimension;
import java.awt.Graphics2D;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.apache.batik.svggen.SVGGeneratorContext;
import org.apache.batik.svggen.SVGGraphics2D;
import org.inferscope.compute.InferscopeException;
import org.inferscope.text.Texts;
import org.w3c.dom.Document;

/**
 * Writes what is painted as SVG, sharp at any size. Texts become outlines: they were laid out with
 * the program's own fonts, which whoever opens the file need not have.
 */
public final class SvgPicture {
  private static final String NAMESPACE = "http://www.w3.org/2000/svg";

  private SvgPicture() {}

  /**
   * A picture as the bytes of a file.
   *
   * @param painter paints it, in units of one pixel
   * @throws InferscopeException if the picture cannot be encoded
   */
  public static byte[] of(int width, int height, Consumer<Graphics2D> painter) {
    SVGGraphics2D g = new SVGGraphics2D(SVGGeneratorContext.createDefault(document()), true);
    g.setSVGCanvasSize(new Dimension(width, height));
    painter.accept(g);
    StringWriter text = new StringWriter();
    try {
      g.stream(text, true);
    } catch (IOException e) {
      throw new InferscopeException(Texts.get("io.image.notEncoded"), e);
    } finally {
      g.dispose();
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Document document() {
    try {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .getDOMImplementation()
          .createDocument(NAMESPACE, "svg", null);
    } catch (ParserConfigurationException e) {
      throw new IllegalStateException("the JDK has no XML parser", e);
    }
  }
}
