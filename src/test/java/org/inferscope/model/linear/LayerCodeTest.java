package org.inferscope.model.linear;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.inferscope.tensor.Matrix;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LayerCodeTest {
  static Stream<LayerCode.Subject> subjects() {
    return CodeSubjects.all().values().stream();
  }

  @Test
  void theNotebooksLayerIsWrittenOut() {
    assertThat(LayerCode.numpy(CodeSubjects.notebook()))
        .isEqualTo(
            """
            import numpy as np

            W = np.array([[0.1, 0.2, 0.3, 0.4],
                          [0.5, 0.6, 0.7, 0.8],
                          [0.9, 1, 1.1, 1.2]], dtype=np.float32)
            b = np.array([0.01, 0.02, 0.03], dtype=np.float32)

            x = np.array([1, 2, 3, 4], dtype=np.float32)

            y = W @ x + b
            print(y)
            """);
    assertThat(LayerCode.torch(CodeSubjects.notebook()))
        .isEqualTo(
            """
            import torch
            from torch import nn

            layer = nn.Linear(4, 3)
            with torch.no_grad():
                layer.weight.copy_(torch.tensor([[0.1, 0.2, 0.3, 0.4],
                                                 [0.5, 0.6, 0.7, 0.8],
                                                 [0.9, 1, 1.1, 1.2]], dtype=torch.float32))
                layer.bias.copy_(torch.tensor([0.01, 0.02, 0.03], dtype=torch.float32))

            x = torch.tensor([1, 2, 3, 4], dtype=torch.float32)

            with torch.no_grad():
                y = layer(x)
            print(y)
            """);
  }

  @Test
  void seededNumbersAreDrawnFromTheirSeed() {
    LayerCode.Subject xavier =
        CodeSubjects.seeded(InitRequest.of(Initialisation.XAVIER_NORMAL, 4, 3), 7, 32);
    assertThat(LayerCode.numpy(xavier))
        .isEqualTo(
            """
            import numpy as np

            np.random.seed(42)
            W = (np.random.randn(3, 4) * np.sqrt(2.0 / (4 + 3))).astype(np.float32)
            b = np.zeros(3, dtype=np.float32)

            np.random.seed(7)
            X = np.random.randn(32, 4).astype(np.float32)

            Y = X @ W.T + b
            print(Y)
            """);
    assertThat(LayerCode.torch(xavier))
        .isEqualTo(
            """
            import numpy as np
            import torch
            from torch import nn

            np.random.seed(42)
            W = np.random.randn(3, 4) * np.sqrt(2.0 / (4 + 3))
            layer = nn.Linear(4, 3)
            with torch.no_grad():
                layer.weight.copy_(torch.from_numpy(W))
                layer.bias.zero_()

            np.random.seed(7)
            X = torch.from_numpy(np.random.randn(32, 4)).float()

            with torch.no_grad():
                Y = layer(X)
            print(Y)
            """);
  }

  @Test
  void pytorchsOwnNumbersComeFromItsSeed() {
    InitRequest request = InitRequest.of(Initialisation.PYTORCH, 4, 3).withSeed(5);
    LayerCode.Subject subject =
        new LayerCode.Subject(
            request.make(), Inputs.notebook(4), Optional.of(request), Optional.empty());
    assertThat(LayerCode.torch(subject))
        .startsWith(
            """
            import torch
            from torch import nn

            torch.manual_seed(5)
            layer = nn.Linear(4, 3)

            x = torch.tensor([1, 2, 3, 4], dtype=torch.float32)
            """);
    assertThat(LayerCode.numpy(subject))
        .contains("# the numbers of torch.manual_seed(5); nn.Linear(4, 3)\nnp.random.seed(5)\n");
  }

  @Test
  void changedNumbersAreNotSaidToBeSeeded() {
    InitRequest request = InitRequest.of(Initialisation.HE_NORMAL, 4, 3);
    LinearLayer made = request.make();
    LinearLayer changed = new LinearLayer(made.w().with(2, 3, 1.5f), made.b());
    Matrix x = Inputs.random(9, 1, 4).with(0, 0, 2);
    LayerCode.Subject subject =
        new LayerCode.Subject(changed, x, Optional.of(request), Optional.of(9L));
    assertThat(LayerCode.numpy(subject)).doesNotContain("random").contains("1.5]]");
    assertThat(LayerCode.torch(subject)).doesNotContain("random").contains("1.5]]");
  }

  @Test
  void patternsAreWrittenShort() {
    assertThat(
            LayerCode.numpy(
                CodeSubjects.seeded(InitRequest.of(Initialisation.IDENTITY, 5, 7), 1, 1)))
        .contains("W = np.eye(7, 5, dtype=np.float32)\nb = np.zeros(7, dtype=np.float32)\n");
    LayerCode.Subject rotation =
        CodeSubjects.seeded(InitRequest.of(Initialisation.ROTATION, 64, 64), 1, 1);
    assertThat(LayerCode.numpy(rotation))
        .contains(
            """
            W = np.eye(64, 64, dtype=np.float32)
            W[:2, :2] = np.array([[0.8660254, -0.5],
                                  [0.5, 0.8660254]], dtype=np.float32)
            """);
    assertThat(LayerCode.torch(rotation))
        .contains(
            """
                nn.init.eye_(layer.weight)
                layer.weight[:2, :2].copy_(torch.tensor([[0.8660254, -0.5],
                                                         [0.5, 0.8660254]], dtype=torch.float32))
                layer.bias.zero_()
            """);
  }

  @Test
  void numbersThatAreNotFiniteHavePythonsNames() {
    assertThat(LayerCode.numpy(CodeSubjects.special()))
        .contains("[[np.nan, 1, 2],")
        .contains("[np.inf, 1, -0.0],")
        .contains("[1e-45, -np.inf, 3e38],")
        .contains("Y = X @ W.T + b");
    assertThat(LayerCode.torch(CodeSubjects.special()))
        .contains("[[torch.nan, 1, 2],")
        .contains("-torch.inf")
        .contains("Y = layer(X)");
  }

  @ParameterizedTest
  @MethodSource("subjects")
  void linesAreShortAndPlain(LayerCode.Subject subject) {
    for (String code : new String[] {LayerCode.numpy(subject), LayerCode.torch(subject)}) {
      assertThat(code.lines()).allMatch(line -> line.length() <= 100);
      assertThat(code).isASCII().endsWith(")\n").doesNotContain("\t").doesNotContain("!");
      assertThat(code.lines()).noneMatch(line -> line.endsWith(" "));
    }
  }

  @Test
  void codeIsTheSameWhateverTheMachinesLanguage() {
    Locale before = Locale.getDefault(Locale.Category.FORMAT);
    String english = LayerCode.numpy(CodeSubjects.notebook());
    try {
      Locale.setDefault(Locale.Category.FORMAT, Locale.GERMANY);
      assertThat(LayerCode.numpy(CodeSubjects.notebook())).isEqualTo(english);
    } finally {
      Locale.setDefault(Locale.Category.FORMAT, before);
    }
  }

  @Test
  void refusesInputsThatDoNotFit() {
    assertThatThrownBy(() -> CodeSubjects.written(FigureLayers.notebook(), Inputs.notebook(3)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("x");
  }
}
