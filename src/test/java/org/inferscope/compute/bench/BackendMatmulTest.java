package org.inferscope.compute.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import org.inferscope.compute.Backend;
import org.inferscope.compute.DeviceTensor;
import org.inferscope.compute.MatmulImpl.Product;
import org.inferscope.compute.reference.ReferenceBackend;
import org.junit.jupiter.api.Test;

class BackendMatmulTest {
  private final Small small = new Small();

  @Test
  void whatDoesNotFitLeavesNothingOnALentBackend() {
    for (int fit = 0; fit < 3; fit++) {
      small.made.clear();
      small.fit = fit;
      BackendMatmul products = BackendMatmul.lent(small.backend);
      assertThatThrownBy(() -> products.prepare(2, 3, 4)).isInstanceOf(OutOfMemoryError.class);
      assertThat(small.open()).as("after %d that fit", fit).isEmpty();
      assertThat(small.closed).as("it is lent").isFalse();
    }
  }

  @Test
  void aProductFreesWhatItHeldAndNoMore() {
    small.fit = 3;
    Product product = BackendMatmul.lent(small.backend).prepare(2, 3, 4);
    assertThat(small.open()).hasSize(3);
    product.run(2, () -> {});
    assertThat(product.result()).hasSize(8);
    product.close();
    assertThat(small.open()).isEmpty();
    assertThat(small.closed).isFalse();
  }

  @Test
  void aBackendOfItsOwnIsClosedAlsoIfNothingFits() {
    BackendMatmul products = BackendMatmul.whole(small.backend.device(), () -> small.backend);
    assertThatThrownBy(() -> products.prepare(2, 3, 4)).isInstanceOf(OutOfMemoryError.class);
    assertThat(small.closed).isTrue();
  }

  /** The reference, with room for a few tensors. */
  private static final class Small {
    private final Backend inner = new ReferenceBackend();
    private final List<DeviceTensor> made = new ArrayList<>();
    private final Backend backend =
        (Backend)
            Proxy.newProxyInstance(
                Small.class.getClassLoader(),
                new Class<?>[] {Backend.class},
                (proxy, method, arguments) ->
                    switch (method.getName()) {
                      case "allocate", "upload" -> take((DeviceTensor) passOn(method, arguments));
                      case "close" -> {
                        closed = true;
                        yield null;
                      }
                      default -> passOn(method, arguments);
                    });

    private int fit;
    private boolean closed;

    private Object passOn(Method method, Object[] arguments) throws Throwable {
      try {
        return method.invoke(inner, arguments);
      } catch (InvocationTargetException e) {
        throw e.getCause();
      }
    }

    private DeviceTensor take(DeviceTensor tensor) {
      if (made.size() == fit) {
        throw new OutOfMemoryError("no room for one more");
      }
      made.add(tensor);
      return tensor;
    }

    /** Those that can still be read. */
    List<DeviceTensor> open() {
      return made.stream()
          .filter(each -> catchThrowable(() -> inner.download(each)) == null)
          .toList();
    }
  }
}
