package org.inferscope.cli.doctor;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;

/** Findings for a program: one JSON object. */
final class FindingsAsJson {
  private static final Gson GSON =
      new GsonBuilder().setPrettyPrinting().disableHtmlEscaping().create();

  private FindingsAsJson() {}

  static String of(Findings findings) {
    return GSON.toJson(findings) + System.lineSeparator();
  }
}
