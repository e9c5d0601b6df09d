package org.inferscope.io;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this Inferscope, as the build wrote it down. */
public final class AppVersion {
  private static final String FILE = "version.properties";

  private AppVersion() {}

  /** The version, such as "1.0.0". */
  public static String current() {
    Properties properties = new Properties();
    try (InputStream in = AppVersion.class.getResourceAsStream(FILE)) {
      if (in == null) {
        throw new IllegalStateException(FILE + " is missing from the build");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + FILE, e);
    }
    return properties.getProperty("version", "");
  }
}
