package org.inferscope.cli.bench;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import org.inferscope.text.Texts;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a benchmark of several implementations can be told. */
final class BenchOptions extends MeasureOptions {
  private static final String ALL = "all";

  @Option(
      names = "--impl",
      split = ",",
      paramLabel = "NAME",
      defaultValue = "reference,openblas",
      descriptionKey = "cli.bench.impl")
  private List<String> impls = List.of();

  /**
   * Checks the options, and says which implementations to measure: each once, in the order asked
   * for; all that are known for {@code all}.
   *
   * @param device whether a name may be that of a device that is not among the known
   * @throws ParameterException if an option is wrong
   */
  List<String> chosen(CommandSpec command, Collection<String> known, Predicate<String> device) {
    for (String impl : impls) {
      if (!known.contains(impl) && !impl.equals(ALL) && !device.test(impl)) {
        throw wrong(command, Texts.get("cli.bench.noSuchImpl", impl, String.join(", ", known)));
      }
    }
    check(command);
    return wantsAll() ? List.copyOf(known) : impls.stream().distinct().toList();
  }

  /** Whether all that can be measured were asked for, rather than some by name. */
  boolean wantsAll() {
    return impls.contains(ALL);
  }
}
