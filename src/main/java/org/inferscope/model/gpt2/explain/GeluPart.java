package org.inferscope.model.gpt2.explain;

import java.util.List;
import org.inferscope.model.explain.Explanation;
import org.inferscope.model.gpt2.HookPoint;
import org.inferscope.model.gpt2.Site;
import org.inferscope.model.gpt2.explain.Gpt2Ref.At;
import org.inferscope.model.matmul.DotProductText;

/** Explains neurons after GELU, in the tanh form that GPT-2 uses (Hendrycks and Gimpel, 2016). */
final class GeluPart implements ExplainerPart {
  private static final double SQRT_2_OVER_PI = Math.sqrt(2 / Math.PI);

  private final Tools tools;
  private final Pass pass;

  GeluPart(Tools tools) {
    this.tools = tools;
    pass = tools.pass();
  }

  @Override
  public boolean handles(Gpt2Ref ref) {
    return ref instanceof At at && at.point().site() == Site.POST;
  }

  @Override
  public boolean knows(Gpt2Ref ref) {
    At at = (At) ref;
    return pass.isPlace(at) && pass.has(at.point());
  }

  @Override
  public boolean hasInputs(Gpt2Ref ref) {
    return pass.has(input((At) ref).point());
  }

  @Override
  public String title(Gpt2Ref ref) {
    return tools.sites().title((At) ref);
  }

  @Override
  public double shown(Gpt2Ref ref) {
    return pass.value((At) ref);
  }

  @Override
  public Explanation explain(Gpt2Ref ref) {
    At at = (At) ref;
    At input = input(at);
    double x = pass.value(input);
    return new Draft(at, title(at), tools.sites().meaning(at))
        .values(pass.value(at), gelu(x))
        .formula(text(tools.names().label(input)), text(DotProductText.factor(x)))
        .sources(List.of(input))
        .done();
  }

  private static At input(At at) {
    return new At(new HookPoint(Site.PRE, at.point().layer()), at.position(), at.unit());
  }

  static double gelu(double x) {
    return 0.5 * x * (1 + Math.tanh(SQRT_2_OVER_PI * (x + 0.044715 * x * x * x)));
  }

  private static String text(String x) {
    return "½ · " + x + " · (1 + tanh(√(2/π) · (" + x + " + 0.044715 · " + x + "³)))";
  }
}
