package org.vaelix.data.internal.npy;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.vaelix.core.data.DataException;

/**
 * The type of an array's elements.
 *
 * @param format of one element
 * @param order of an element's bytes
 */
record NumberType(Format format, ByteOrder order) {
  /** Numeric formats, by NumPy's code. */
  enum Format {
    BOOL("b1", 1, true),
    INT8("i1", 1, true),
    INT16("i2", 2, true),
    INT32("i4", 4, false),
    INT64("i8", 8, false),
    UINT8("u1", 1, true),
    UINT16("u2", 2, true),
    UINT32("u4", 4, false),
    UINT64("u8", 8, false),
    FLOAT16("f2", 2, true),
    FLOAT32("f4", 4, true),
    FLOAT64("f8", 8, false);

    private final String code;
    private final int bytes;
    private final boolean fitsFloat;

    Format(String code, int bytes, boolean fitsFloat) {
      this.code = code;
      this.bytes = bytes;
      this.fitsFloat = fitsFloat;
    }

    /** {@return how many bytes an element takes} */
    int bytes() {
      return bytes;
    }

    /** {@return whether single precision holds every value exactly} */
    boolean fitsFloat() {
      return fitsFloat;
    }
  }

  /**
   * {@return the type of a description such as {@code "<f8"}}
   *
   * @param place of the array, for messages
   */
  static NumberType of(String description, String place) {
    for (Format format : Format.values()) {
      if (description.matches("[<>|=]?" + format.code)) {
        boolean big = description.startsWith(">");
        return new NumberType(format, big ? ByteOrder.BIG_ENDIAN : ByteOrder.LITTLE_ENDIAN);
      }
    }
    throw new DataException(place + " holds " + kind(description));
  }

  private static String kind(String description) {
    String code = description.replaceFirst("^[<>|=]", "");
    if (code.startsWith("O")) {
      return "pickled Python objects, which are never loaded; save a numeric array";
    }
    return (code.startsWith("c") ? "complex numbers" : "values of type '" + description + "'")
        + "; convert it with .astype('float64') before saving";
  }

  /**
   * {@return the next element}
   *
   * @param buffer in this type's byte order
   */
  double read(ByteBuffer buffer) {
    return switch (format) {
      case BOOL -> buffer.get() == 0 ? 0 : 1;
      case INT8 -> buffer.get();
      case INT16 -> buffer.getShort();
      case INT32 -> buffer.getInt();
      case INT64 -> buffer.getLong();
      case UINT8 -> Byte.toUnsignedInt(buffer.get());
      case UINT16 -> Short.toUnsignedInt(buffer.getShort());
      case UINT32 -> Integer.toUnsignedLong(buffer.getInt());
      case UINT64 -> unsigned(buffer.getLong());
      case FLOAT16 -> half(buffer.getShort());
      case FLOAT32 -> buffer.getFloat();
      case FLOAT64 -> buffer.getDouble();
    };
  }

  /** Halves large values before the signed conversion; the lowest bit is kept for rounding. */
  private static double unsigned(long bits) {
    return bits >= 0 ? bits : 2.0 * ((bits >>> 1) | (bits & 1));
  }

  /** IEEE 754 binary16: a sign, 5 bits of exponent biased by 15, 10 bits of fraction. */
  private static double half(short bits) {
    int exponent = (bits >> 10) & 0x1F;
    int fraction = bits & 0x3FF;
    double magnitude;
    if (exponent == 0x1F) {
      magnitude = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      magnitude = Math.scalb((double) fraction, -24);
    } else {
      magnitude = Math.scalb((double) (fraction + 0x400), exponent - 25);
    }
    return bits < 0 ? -magnitude : magnitude;
  }
}
