package org.inferscope.compute.openblas;

import java.io.IOException;
import org.bytedeco.javacpp.Loader;

/** Says where JavaCPP unpacks, without unpacking. */
final class UnpackingPlaceMain {
  private UnpackingPlaceMain() {}

  /** No arguments. */
  public static void main(String[] args) throws IOException {
    UnpackingPlace place = new UnpackingPlace(System.getProperties());
    place.prefer(System.getProperties(), 1);
    System.out.println(Loader.getCacheDir() + (place.isSafe() ? " is safe" : " is not safe"));
  }
}
