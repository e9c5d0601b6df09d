package org.inferscope.ui.control;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CodeAreaTest {
  @Test
  void anotherTextReplacesOnlyWhatDiffers() {
    CodeArea code = new CodeArea("code", "Code");
    code.show("y = W @ x + b\nprint(y)\n");
    code.select(14, 22);

    code.show("Y = X @ W.T + b\nprint(y)\n");
    assertThat(code.getText()).isEqualTo("Y = X @ W.T + b\nprint(y)\n");
    code.show("");
    assertThat(code.getText()).isEmpty();
    code.show("aa");
    code.show("aaa");
    assertThat(code.getText()).isEqualTo("aaa");
  }
}
