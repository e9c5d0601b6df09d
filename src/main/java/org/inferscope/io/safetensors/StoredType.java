package org.inferscope.io.safetensors;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The types of numbers that the format knows, by the names it has for them. Those that networks'
 * weights come in can be read; the others are only measured.
 */
public enum StoredType {
  /** True or false, a byte each. */
  BOOL(8),
  /** 4-bit floating point. */
  F4(4),
  /** 6-bit floating point, 2 exponent bits. */
  F6_E2M3(6),
  /** 6-bit floating point, 3 exponent bits. */
  F6_E3M2(6),
  /** Whole numbers from 0 of 8 bits. */
  U8(8),
  /** Whole numbers of 8 bits. */
  I8(8),
  /** 8-bit floating point, 5 exponent bits. */
  F8_E5M2(8),
  /** 8-bit floating point, 4 exponent bits. */
  F8_E4M3(8),
  /** 8-bit powers of two. */
  F8_E8M0(8),
  /** 8-bit floating point, 4 exponent bits, without a negative zero. */
  F8_E4M3FNUZ(8),
  /** 8-bit floating point, 5 exponent bits, without a negative zero. */
  F8_E5M2FNUZ(8),
  /** Whole numbers of 16 bits. */
  I16(16),
  /** Whole numbers from 0 of 16 bits. */
  U16(16),
  /** IEEE half precision. */
  F16(16),
  /** The upper half of a float32. */
  BF16(16),
  /** Whole numbers of 32 bits. */
  I32(32),
  /** Whole numbers from 0 of 32 bits. */
  U32(32),
  /** IEEE single precision. */
  F32(32),
  /** Complex numbers of two float32. */
  C64(64),
  /** IEEE double precision. */
  F64(64),
  /** Whole numbers of 64 bits. */
  I64(64),
  /** Whole numbers from 0 of 64 bits. */
  U64(64);

  private static final Map<String, StoredType> BY_NAME =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(StoredType::name, type -> type));

  private final int bits;

  StoredType(int bits) {
    this.bits = bits;
  }

  /** The type of this name in a header. */
  static Optional<StoredType> named(String name) {
    return Optional.ofNullable(BY_NAME.get(name));
  }

  /** All names, for a message. */
  static String names() {
    return Arrays.stream(values()).map(StoredType::name).collect(Collectors.joining(", "));
  }

  /** Bits that one number takes. */
  public int bits() {
    return bits;
  }

  /** Bytes that one number of a readable type takes. */
  int bytes() {
    return bits / Byte.SIZE;
  }

  /** Whether such numbers can be read as float32. */
  public boolean isReadable() {
    return this == F32 || this == F16 || this == BF16 || this == F64;
  }
}
