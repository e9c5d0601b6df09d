package org.inferscope.tab.gpt2;

import org.inferscope.io.gpt2.Example;
import org.inferscope.tab.gpt2.desk.View;

/** The view in which an example is looked at. Stateless. */
final class ExampleView {
  private ExampleView() {}

  /** The view that an example names, in the words of the file it comes from. */
  static View of(Example example) {
    String named = example.view();
    if (named.startsWith("attention")) {
      return View.ATTENTION;
    }
    if (named.startsWith("hidden")) {
      return View.STATES;
    }
    if (named.startsWith("logit")) {
      return View.LENS;
    }
    if (named.startsWith("next") || named.startsWith("generation")) {
      return View.NEXT;
    }
    return View.MAP;
  }
}
