package io.dateline.app.pipe;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/**
 * How much input may be rejected before the exit code is 1.
 *
 * @param value a number of items, or per cent of them
 * @param percent which of the two
 */
public record RejectLimit(double value, boolean percent) {

  /** The default: never exit with 1. */
  public static final String UNLIMITED = "100%";

  /** The same as a value. */
  public static final RejectLimit NO_LIMIT = new RejectLimit(100, true);

  /** Whether that much of all is too much. */
  public boolean isExceeded(long rejected, long all) {
    return percent ? rejected * 100.0 > value * all : rejected > value;
  }

  /** Reads "5" or "2.5%". */
  public static final class Converter implements ITypeConverter<RejectLimit> {
    @Override
    public RejectLimit convert(String text) {
      boolean percent = text.endsWith("%");
      try {
        double value = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
        if (value >= 0 && (!percent || value <= 100)) {
          return new RejectLimit(value, percent);
        }
      } catch (NumberFormatException e) {
        throw (TypeConversionException)
            new TypeConversionException("'" + text + "' is neither a number nor per cent")
                .initCause(e);
      }
      throw new TypeConversionException("'" + text + "' is below 0 or above 100%");
    }
  }
}
