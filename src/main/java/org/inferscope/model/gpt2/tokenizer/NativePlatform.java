package org.inferscope.model.gpt2.tokenizer;

import java.util.List;
import java.util.Locale;

/**
 * A system as DJL names it.
 *
 * @param name such as "linux-x86_64"; one that DJL has no library for is named in the same way
 * @param files of the library, in the order to load them
 * @param system as the system calls itself
 */
record NativePlatform(String name, List<String> files, String system) {

  NativePlatform {
    files = List.copyOf(files);
  }

  /** The one this program runs on. */
  static NativePlatform ofThisSystem() {
    return of(System.getProperty("os.name", ""), System.getProperty("os.arch", ""));
  }

  /**
   * A system by Java's properties.
   *
   * @param os such as "Mac OS X"
   * @param architecture such as "aarch64"
   */
  static NativePlatform of(String os, String architecture) {
    String system = os.toLowerCase(Locale.ROOT);
    String arch = architecture.equals("amd64") ? "x86_64" : architecture;
    String words = os + " (" + architecture + ")";
    if (system.startsWith("windows")) {
      // What the library was linked with, in the order in which they need each other.
      List<String> files =
          List.of("libwinpthread-1.dll", "libgcc_s_seh-1.dll", "libstdc++-6.dll", "tokenizers.dll");
      return new NativePlatform("win-" + arch, files, words);
    }
    return system.startsWith("mac")
        ? new NativePlatform("osx-" + arch, List.of("libtokenizers.dylib"), words)
        : new NativePlatform("linux-" + arch, List.of("libtokenizers.so"), words);
  }
}
