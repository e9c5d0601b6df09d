package org.inferscope.compute.openblas;

import org.inferscope.compute.Backend;
import org.inferscope.compute.InferscopeException;

/** Loads OpenBLAS and says where it was unpacked, or why not. */
final class LoadingMain {
  private LoadingMain() {}

  /** No arguments. */
  public static void main(String[] args) {
    try (Backend backend = new OpenBlasLoader().load()) {
      System.out.println(
          backend.device().id() + " in " + System.getProperty("org.bytedeco.javacpp.cachedir"));
    } catch (InferscopeException e) {
      System.out.println(e.sentence());
    }
  }
}
