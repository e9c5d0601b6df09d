package org.inferscope.cli.serve;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.inferscope.text.Texts;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A number of bytes such as {@code 16G}, {@code 512M} or {@code 65536}, as for Java's memory. */
record ByteCount(long bytes) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,15})([KMGkmg]?)");
  private static final int BITS = 10;

  /** Reads one for picocli, whose errors name the option. */
  static final class Reader implements ITypeConverter<ByteCount> {

    @Override
    public ByteCount convert(String text) {
      Matcher parts = FORM.matcher(text);
      if (parts.matches()) {
        int shift = BITS * " KMG".indexOf(unit(parts.group(2)));
        long number = Long.parseLong(parts.group(1));
        if (number > 0 && number <= Long.MAX_VALUE >> shift) {
          return new ByteCount(number << shift);
        }
      }
      throw new TypeConversionException(Texts.get("cli.serve.badBytes", text));
    }

    private static char unit(String letter) {
      return letter.isEmpty() ? ' ' : letter.toUpperCase(Locale.ROOT).charAt(0);
    }
  }
}
