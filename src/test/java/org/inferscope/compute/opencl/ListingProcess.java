package org.inferscope.compute.opencl;

/** Lists in a process of its own, where OpenCL can be missing or broken. */
final class ListingProcess {
  private ListingProcess() {}

  /** Prints how many devices there are, and why there are none. */
  public static void main(String[] args) {
    OpenClDevices found = OpenClDevices.list();
    System.out.println("listed " + found.devices().size() + " " + found.reason());
  }
}
