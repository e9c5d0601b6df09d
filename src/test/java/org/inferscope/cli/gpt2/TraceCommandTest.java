package org.inferscope.cli.gpt2;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.inferscope.compute.InferscopeException;
import org.inferscope.io.safetensors.SafetensorsFile;
import org.inferscope.io.safetensors.TensorInfo;
import org.inferscope.support.Python;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What {@code trace} writes. */
class TraceCommandTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();
  @TempDir private Path folder;
  private TestHosts hosts;

  private TestHosts hosts() {
    if (hosts == null) {
      hosts = new TestHosts(folder);
    }
    return hosts;
  }

  private int run(String... args) {
    CommandLine trace = new CommandLine(new TraceCommand(hosts()));
    trace.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
    trace.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          command.getErr().println(((InferscopeException) e).sentence());
          return 1;
        });
    return trace.execute(args);
  }

  @Test
  void writesWhatHuggingFacesLibraryReturns() {
    Path file = folder.resolve("trace.safetensors");
    assertThat(run("--prompt", "The matrix multiplication is", "--out", file.toString()))
        .as(err::toString)
        .isZero();
    assertThat(out.toString()).contains("Wrote the trace of 4 tokens").contains("\" a\"");
    try (SafetensorsFile written = SafetensorsFile.open(file)) {
      assertThat(written.tensors())
          .extracting(TensorInfo::name, TensorInfo::shapeText)
          .containsExactly(
              tuple("input_ids", "[4]"),
              tuple("hidden_states", "[7, 4, 192]"),
              tuple("attentions", "[6, 6, 4, 4]"),
              tuple("logits", "[4, 2048]"));
      float[] attention = written.read("attentions");
      assertThat(attention[0]).isEqualTo(1);
      assertThat(attention[1]).isZero();
    }
  }

  @Test
  void takesIdsAndFurtherValues() {
    Path file = folder.resolve("trace.safetensors");
    assertThat(
            run(
                "--ids",
                "5,6,7",
                "--out",
                file.toString(),
                "--keep",
                "blocks.3.attn.hook_z,blocks.0.attn.hook_attn_scores,hook_embed"))
        .as(err::toString)
        .isZero();
    try (SafetensorsFile written = SafetensorsFile.open(file)) {
      assertThat(shape(written, "blocks.3.attn.hook_z")).isEqualTo("[3, 6, 32]");
      assertThat(shape(written, "blocks.0.attn.hook_attn_scores")).isEqualTo("[6, 3, 3]");
      assertThat(shape(written, "hook_embed")).isEqualTo("[3, 192]");
    }
  }

  private static String shape(SafetensorsFile file, String name) {
    return file.find(name).orElseThrow().shapeText();
  }

  @Test
  void opensInPython() throws Exception {
    Path file = folder.resolve("trace.safetensors");
    assertThat(run("--ids", "5,6,7", "--out", file.toString())).as(err::toString).isZero();
    String program =
        """
        import json, struct, sys
        import numpy as np
        with open(sys.argv[1], "rb") as f:
            n = struct.unpack("<Q", f.read(8))[0]
            head = json.loads(f.read(n))
            data = f.read()
        types = {"I64": np.int64, "F32": np.float32}
        def tensor(name):
            t = head[name]
            b, e = t["data_offsets"]
            return np.frombuffer(data[b:e], types[t["dtype"]]).reshape(t["shape"])
        print(tensor("input_ids").tolist())
        print(np.allclose(tensor("attentions").sum(-1), 1, atol=1e-5))
        print(np.isfinite(tensor("hidden_states")).all())
        """;
    Python python = Python.withNumpy().orElseThrow();
    assertThat(python.run(List.of("-c", program, file.toString()), "").out().lines())
        .containsExactly("[5, 6, 7]", "True", "True");
  }

  @Test
  void refusesWrongUse() {
    String file = folder.resolve("trace.safetensors").toString();
    assertThat(run("--out", file)).isEqualTo(2);
    assertThat(run("--prompt", "a", "--ids", "1", "--out", file)).isEqualTo(2);
    assertThat(run("--ids", "1", "--out", file, "--keep", "blocks.6.attn.hook_z")).isEqualTo(2);
    assertThat(err.toString()).contains("The model has no values named \"blocks.6.attn.hook_z\".");
  }

  @Test
  void saysInWordsWhatIsWrongWithAPrompt() {
    String file = folder.resolve("trace.safetensors").toString();
    assertThat(run("--prompt", "", "--out", file)).isEqualTo(1);
    assertThat(run("--ids", "1,99999", "--out", file)).isEqualTo(1);
    assertThat(run("--prompt", "word ".repeat(400), "--out", file)).isEqualTo(1);
    assertThat(err.toString().lines())
        .satisfiesExactly(
            line -> assertThat(line).contains("has no token"),
            line -> assertThat(line).contains("There is no token 99,999"),
            line -> assertThat(line).contains("more than the 256 that the model can look at"));
    assertThat(List.of(folder.toFile().list())).doesNotContain("trace.safetensors");
  }

  @Test
  void computesWhereItIsToldTo() {
    String file = folder.resolve("trace.safetensors").toString();
    assertThat(run("--prompt", "One", "--out", file)).as(err::toString).isZero();
    assertThat(hosts.asked).isEqualTo("openblas");

    assertThat(run("--prompt", "One", "--out", file, "--device", "opencl:1")).isZero();
    assertThat(hosts.asked).isEqualTo("opencl:1");

    String[] server = {
      "--server", "[::1]:50151", "--token-file", "token.txt", "--fingerprint", "AB:CD"
    };
    assertThat(run(concat(server, "--prompt", "One", "--out", file))).isZero();
    assertThat(hosts.asked).isEqualTo("[::1]:50151 token.txt AB:CD");
  }

  private static String[] concat(String[] some, String... more) {
    return Stream.concat(Arrays.stream(some), Arrays.stream(more)).toArray(String[]::new);
  }
}
