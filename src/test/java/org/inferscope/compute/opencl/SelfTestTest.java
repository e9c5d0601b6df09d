package org.inferscope.compute.opencl;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.reference.ReferenceBackend;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A device that computes wrongly is found out. */
class SelfTestTest {

  @Test
  void aBackendThatIsRightPasses() {
    assertThatCode(() -> SelfTest.check(new ReferenceBackend())).doesNotThrowAnyException();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "gemm",
        "gemv",
        "activate",
        "add",
        "relu",
        "gelu",
        "addBias",
        "gather",
        "layerNorm",
        "causalSoftmax"
      })
  void aBackendThatLeavesOneOperationUndoneIsNotUsed(String broken) {
    assertThatThrownBy(() -> SelfTest.check(without(broken)))
        .isInstanceOf(InferscopeException.class)
        .hasMessageContaining("not used");
  }

  private static Backend without(String operation) {
    Backend whole = new ReferenceBackend();
    return (Backend)
        Proxy.newProxyInstance(
            Backend.class.getClassLoader(),
            new Class<?>[] {Backend.class},
            (proxy, method, arguments) -> {
              if (method.getName().equals(operation)) {
                return null;
              }
              try {
                return method.invoke(whole, arguments);
              } catch (InvocationTargetException e) {
                throw e.getCause();
              }
            });
  }
}
