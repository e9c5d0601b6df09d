package org.inferscope.cli.doctor;

import org.inferscope.cli.doctor.Findings.ComputeDevice;
import org.inferscope.cli.doctor.Findings.Folders;
import org.inferscope.cli.doctor.Findings.Java;
import org.inferscope.cli.doctor.Findings.Memory;
import org.inferscope.cli.doctor.Findings.OperatingSystem;
import org.inferscope.cli.doctor.Findings.Screen;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;

/** Findings for a person: one fact a line, with what it is about in a column of its own. */
final class FindingsAsText {
  private static final int COLUMN = 14;

  private final StringBuilder text = new StringBuilder();

  private FindingsAsText() {}

  static String of(Findings findings) {
    FindingsAsText lines = new FindingsAsText();
    lines.machine(findings);
    lines.displays(findings);
    findings.devices().forEach(lines::device);
    lines.add(Texts.get("cli.doctor.vectors"), findings.vectors());
    lines.torch(findings.torch());
    findings.gpu().rows().forEach(row -> lines.add(row.get(0), row.get(1)));
    lines.folders(findings.folders());
    return lines.text.toString();
  }

  private void machine(Findings findings) {
    add("Inferscope", findings.version());
    Java java = findings.java();
    add("Java", Texts.get("cli.doctor.java", java.version(), java.vendor(), java.home()));
    OperatingSystem os = findings.os();
    String processors = Integer.toString(os.processors());
    add(
        Texts.get("cli.doctor.system"),
        Texts.get("cli.doctor.os", os.name(), os.version(), os.arch(), processors));
    Memory memory = findings.memory();
    String limit = Numbers.bytes((double) memory.limit());
    add(
        Texts.get("cli.doctor.memory"),
        memory.machine() == 0
            ? Texts.get("cli.doctor.memoryLimit", limit)
            : Texts.get("cli.doctor.memoryOf", Numbers.bytes((double) memory.machine()), limit));
  }

  private void displays(Findings findings) {
    String label = Texts.get("cli.doctor.display");
    for (Screen screen : findings.displays()) {
      String size = screen.width() + "x" + screen.height();
      add(label, Texts.get("cli.doctor.screen", size, Numbers.cell(screen.scale()), screen.id()));
    }
    if (findings.displays().isEmpty()) {
      add(label, findings.displayProblem());
    }
  }

  private void device(ComputeDevice device) {
    String state =
        switch (device.state()) {
          case "ready" ->
              device.active() ? Texts.get("cli.doctor.inUse") : Texts.get("cli.doctor.ready");
          case "idle" -> Texts.get("cli.doctor.idle");
          case "loading" -> Texts.get("cli.doctor.loading");
          default -> Texts.get("cli.doctor.unavailable");
        };
    String what = Texts.get("cli.doctor.deviceIs", device.backend(), device.name(), state);
    add(
        Texts.get("cli.doctor.device"),
        device.reason().isEmpty()
            ? what
            : Texts.get("cli.doctor.deviceWhy", what, device.reason()));
  }

  private void torch(String name) {
    add(
        Texts.get("cli.doctor.torch"),
        name.isEmpty()
            ? Texts.get("cli.doctor.torchAbsent")
            : Texts.get("cli.doctor.torchFound", name));
  }

  private void folders(Folders folders) {
    add(Texts.get("cli.doctor.config"), folders.config());
    add(Texts.get("cli.doctor.data"), folders.data());
    add(Texts.get("cli.doctor.cache"), folders.cache());
    add(Texts.get("cli.doctor.logs"), folders.logs());
  }

  private void add(String label, String value) {
    text.append(label)
        .append(" ".repeat(Math.max(1, COLUMN - label.length())))
        .append(value)
        .append(System.lineSeparator());
  }
}
