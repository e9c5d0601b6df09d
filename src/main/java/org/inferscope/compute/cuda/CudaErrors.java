package org.inferscope.compute.cuda;

import java.util.Map;
import org.inferscope.text.Texts;

/**
 * The driver's error codes by their names in NVIDIA's {@code cuda.h}, and what a person can do
 * about those that have a cure.
 */
final class CudaErrors {
  /** There is a driver, but no card that CUDA could use. */
  static final int NO_DEVICE = 100;

  private static final int STUB_LIBRARY = 34;
  private static final int NOT_PERMITTED = 800;
  private static final int SYSTEM_NOT_READY = 802;
  private static final int DRIVER_MISMATCH = 803;
  private static final int UNKNOWN = 999;

  private static final Map<Integer, String> NAMES =
      Map.ofEntries(
          Map.entry(1, "CUDA_ERROR_INVALID_VALUE"),
          Map.entry(2, "CUDA_ERROR_OUT_OF_MEMORY"),
          Map.entry(3, "CUDA_ERROR_NOT_INITIALIZED"),
          Map.entry(4, "CUDA_ERROR_DEINITIALIZED"),
          Map.entry(STUB_LIBRARY, "CUDA_ERROR_STUB_LIBRARY"),
          Map.entry(46, "CUDA_ERROR_DEVICE_UNAVAILABLE"),
          Map.entry(NO_DEVICE, "CUDA_ERROR_NO_DEVICE"),
          Map.entry(101, "CUDA_ERROR_INVALID_DEVICE"),
          Map.entry(102, "CUDA_ERROR_DEVICE_NOT_LICENSED"),
          Map.entry(201, "CUDA_ERROR_INVALID_CONTEXT"),
          Map.entry(214, "CUDA_ERROR_ECC_UNCORRECTABLE"),
          Map.entry(302, "CUDA_ERROR_SHARED_OBJECT_SYMBOL_NOT_FOUND"),
          Map.entry(303, "CUDA_ERROR_SHARED_OBJECT_INIT_FAILED"),
          Map.entry(304, "CUDA_ERROR_OPERATING_SYSTEM"),
          Map.entry(400, "CUDA_ERROR_INVALID_HANDLE"),
          Map.entry(500, "CUDA_ERROR_NOT_FOUND"),
          Map.entry(NOT_PERMITTED, "CUDA_ERROR_NOT_PERMITTED"),
          Map.entry(801, "CUDA_ERROR_NOT_SUPPORTED"),
          Map.entry(SYSTEM_NOT_READY, "CUDA_ERROR_SYSTEM_NOT_READY"),
          Map.entry(DRIVER_MISMATCH, "CUDA_ERROR_SYSTEM_DRIVER_MISMATCH"),
          Map.entry(804, "CUDA_ERROR_COMPAT_NOT_SUPPORTED_ON_DEVICE"),
          Map.entry(UNKNOWN, "CUDA_ERROR_UNKNOWN"));

  private CudaErrors() {}

  /** An error's name, or its number where it has none here. */
  static String name(int code) {
    return NAMES.getOrDefault(code, Texts.get("cuda.error.code", Integer.toString(code)));
  }

  /** What a call that gave an error means, in a sentence. */
  static String sentence(String call, int code) {
    String what = Texts.get("cuda.error", name(code), call);
    return switch (code) {
      case STUB_LIBRARY -> Texts.get("cuda.error.stub", what);
      case NOT_PERMITTED -> Texts.get("cuda.error.notPermitted", what);
      case SYSTEM_NOT_READY -> Texts.get("cuda.error.notReady", what);
      case DRIVER_MISMATCH -> Texts.get("cuda.error.mismatch", what);
      case UNKNOWN -> Texts.get("cuda.error.unknown", what);
      default -> what;
    };
  }
}
