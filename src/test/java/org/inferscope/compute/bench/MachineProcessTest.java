package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import org.inferscope.compute.bench.Ceiling.Kind;
import org.inferscope.compute.bench.MachineProcess.Starter;
import org.junit.jupiter.api.Test;

/** With a process that only seems to be one. */
class MachineProcessTest {
  private static final MachineCeilings THERE = machine("there");
  private static final MachineCeilings HERE = machine("here");

  private final List<String> heard = new ArrayList<>();

  private static MachineCeilings machine(String device) {
    return new MachineCeilings(
        device,
        Instant.parse("2026-01-02T03:04:05Z"),
        List.of(new Ceiling(Kind.L2_READ, 2e11, 1.5e11, 2.5e11, "by looking", 2, 4096)),
        List.of("A note."));
  }

  private MachineCeilings run(Starter starter, Runnable checkpoint) {
    return new MachineProcess(starter, (stopwatch, listener) -> HERE)
        .run(
            new Stopwatch(System::nanoTime, checkpoint),
            (fraction, message) -> heard.add(fraction + " " + message));
  }

  @Test
  void whatTheProcessWroteIsTheResultAndWhatItPrintsTheProgress() {
    Fake process = new Fake(0, 2, "1/8 One thing\n5/8 Another\nand a table\n");
    MachineCeilings machine =
        run(
            file -> {
              Files.writeString(file, MachineJson.text(THERE));
              return process;
            },
            () -> {});
    assertThat(machine).isEqualTo(THERE);
    assertThat(heard).containsExactly("0.0 One thing", "0.5 Another");
  }

  @Test
  void aProcessThatFailsIsReplacedAndTheNoteSaysWhy() {
    MachineCeilings machine = run(file -> new Fake(3, 0, ""), () -> {});
    assertThat(machine.device()).isEqualTo("here");
    assertThat(machine.ceilings()).isEqualTo(HERE.ceilings());
    assertThat(machine.notes()).hasSize(2);
    assertThat(machine.notes().get(0)).contains("no process").contains("it ended with 3");
  }

  @Test
  void neitherAMissingProgramNorNonsenseInTheFileIsAnError() {
    Starter missing =
        file -> {
          throw new IOException("no such program");
        };
    assertThat(run(missing, () -> {}).notes().get(0)).contains("no such program");
    assertThat(run(file -> new Fake(0, 0, ""), () -> {}).device()).isEqualTo("here");
  }

  @Test
  void cancellingEndsTheProcessAndRemovesTheFile() {
    Fake process = new Fake(0, Integer.MAX_VALUE, "");
    Path[] given = new Path[1];
    assertThatThrownBy(
            () ->
                run(
                    file -> {
                      given[0] = file;
                      return process;
                    },
                    () -> {
                      throw new CancellationException();
                    }))
        .isInstanceOf(CancellationException.class);
    assertThat(process.destroyed).isTrue();
    assertThat(given[0]).doesNotExist();
  }

  @Test
  void theFileIsReadAsItWasWritten() {
    assertThat(MachineJson.parse(MachineJson.text(THERE))).isEqualTo(THERE);
    assertThatThrownBy(() -> MachineJson.parse("[{\"limit\": \"speed\"}]"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** Ends after so many looks. */
  private static final class Fake extends Process {
    private final int exit;
    private final InputStream out;
    private int looks;
    private boolean destroyed;

    Fake(int exit, int looks, String out) {
      this.exit = exit;
      this.looks = looks;
      this.out = new ByteArrayInputStream(out.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public OutputStream getOutputStream() {
      return OutputStream.nullOutputStream();
    }

    @Override
    public InputStream getInputStream() {
      return out;
    }

    @Override
    public InputStream getErrorStream() {
      return InputStream.nullInputStream();
    }

    @Override
    public int waitFor() {
      return exit;
    }

    @Override
    public boolean waitFor(long timeout, TimeUnit unit) {
      return looks-- <= 0;
    }

    @Override
    public int exitValue() {
      return exit;
    }

    @Override
    public void destroy() {
      destroyed = true;
    }

    @Override
    public Process destroyForcibly() {
      destroyed = true;
      return this;
    }
  }
}
