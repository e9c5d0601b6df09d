import com.github.weisj.jsvg.SVGDocument;
import com.github.weisj.jsvg.parser.SVGLoader;
import com.github.weisj.jsvg.view.ViewBox;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.imageio.ImageIO;

/**
 * Draws the icons of all systems from one SVG drawing: PNG files of 16 to 1024 pixels for Linux, an
 * {@code .ico} for Windows and an {@code .icns} for macOS.
 *
 * <p>Run as {@code java -cp inferscope.jar Icons.java drawing.svg folder}.
 */
final class Icons {
  private static final int[] PNG_SIZES = {16, 22, 24, 32, 48, 64, 128, 256, 512, 1024};
  private static final int[] ICO_SIZES = {16, 20, 24, 32, 40, 48, 64, 256};

  /** From here on an .ico holds PNG files; before, Windows' own tools want bitmaps. */
  private static final int ICO_PNG = 256;

  /** The types of an .icns that hold PNG files, with their sizes in pixels. */
  private static final Map<String, Integer> ICNS_TYPES =
      new TreeMap<>(
          Map.of(
              "icp4", 16, "icp5", 32, "ic11", 32, "ic12", 64, "ic07", 128, "ic13", 256, "ic08", 256,
              "ic14", 512, "ic09", 512, "ic10", 1024));

  /** What macOS leaves free around the shape of a document or program, of each side. */
  private static final double MAC_MARGIN = 0.1;

  private final SVGDocument drawing;

  private Icons(SVGDocument drawing) {
    this.drawing = drawing;
  }

  public static void main(String[] args) throws IOException {
    Path out = Files.createDirectories(Path.of(args[1]));
    SVGDocument drawing = new SVGLoader().load(Path.of(args[0]).toUri().toURL());
    if (drawing == null) {
      throw new IOException(args[0] + " is no SVG drawing");
    }
    String name = Path.of(args[0]).getFileName().toString().replace(".svg", "");
    new Icons(drawing).write(out, name);
  }

  private void write(Path out, String name) throws IOException {
    for (int size : PNG_SIZES) {
      Files.write(out.resolve(name + "-" + size + ".png"), png(size, 0));
    }
    Files.write(out.resolve(name + ".ico"), ico());
    Files.write(out.resolve(name + ".icns"), icns());
  }

  private BufferedImage paint(int size, double margin) {
    BufferedImage image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
    Graphics2D g = image.createGraphics();
    g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
    float free = (float) Math.round(size * margin);
    drawing.render(null, g, new ViewBox(free, free, size - 2 * free, size - 2 * free));
    g.dispose();
    return image;
  }

  private byte[] png(int size, double margin) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    ImageIO.write(paint(size, margin), "png", bytes);
    return bytes.toByteArray();
  }

  /** A directory of pictures, then the pictures, all in little-endian order. */
  private byte[] ico() throws IOException {
    List<byte[]> pictures = new ArrayList<>();
    for (int size : ICO_SIZES) {
      pictures.add(size < ICO_PNG ? bitmap(paint(size, 0)) : png(size, 0));
    }
    int header = 6 + 16 * pictures.size();
    int total = header + pictures.stream().mapToInt(picture -> picture.length).sum();
    ByteBuffer out = ByteBuffer.allocate(total).order(ByteOrder.LITTLE_ENDIAN);
    out.putShort((short) 0).putShort((short) 1).putShort((short) pictures.size());
    int at = header;
    for (int i = 0; i < pictures.size(); i++) {
      byte side = (byte) ICO_SIZES[i]; // 256 is written as 0.
      out.put(side).put(side).putShort((short) 0).putShort((short) 1).putShort((short) 32);
      out.putInt(pictures.get(i).length).putInt(at);
      at += pictures.get(i).length;
    }
    pictures.forEach(out::put);
    return out.array();
  }

  /** As in a .bmp without its file header: from the last row up, then a mask that hides nothing. */
  private static byte[] bitmap(BufferedImage image) {
    int size = image.getWidth();
    int maskRow = (size + 31) / 32 * 4;
    ByteBuffer out =
        ByteBuffer.allocate(40 + 4 * size * size + maskRow * size).order(ByteOrder.LITTLE_ENDIAN);
    out.putInt(40).putInt(size).putInt(2 * size).putShort((short) 1).putShort((short) 32);
    out.putInt(0).putInt(4 * size * size + maskRow * size).putInt(0).putInt(0).putInt(0).putInt(0);
    for (int y = size - 1; y >= 0; y--) {
      for (int x = 0; x < size; x++) {
        out.putInt(image.getRGB(x, y));
      }
    }
    return out.array();
  }

  /** Blocks of a type, a length and a PNG file, in one such block; big-endian. */
  private byte[] icns() throws IOException {
    ByteArrayOutputStream blocks = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(blocks);
    for (Map.Entry<String, Integer> type : ICNS_TYPES.entrySet()) {
      byte[] png = png(type.getValue(), MAC_MARGIN);
      out.write(type.getKey().getBytes(StandardCharsets.US_ASCII));
      out.writeInt(8 + png.length);
      out.write(png);
    }
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    DataOutputStream file = new DataOutputStream(whole);
    file.writeBytes("icns");
    file.writeInt(8 + blocks.size());
    file.write(blocks.toByteArray());
    return whole.toByteArray();
  }
}
