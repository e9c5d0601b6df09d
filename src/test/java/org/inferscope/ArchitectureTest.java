package org.inferscope;

import static com.tngtech.archunit.base.DescribedPredicate.describe;
import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.awt.EventQueue;
import java.util.Set;
import java.util.Timer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.stream.Stream;
import javax.swing.SwingUtilities;
import javax.swing.SwingWorker;

/**
 * The module map, held by tests. A rule may speak of a package that does not exist yet (see {@code
 * archunit.properties}); it starts to bite with the package's first class.
 */
@AnalyzeClasses(
    packages = ArchitectureTest.ROOT,
    importOptions = {DoNotIncludeTests.class, ArchitectureTest.WithoutTheContract.class})
class ArchitectureTest {
  static final String ROOT = "org.inferscope";

  private static final String TEXT = ROOT + ".text..";
  private static final String TENSOR = ROOT + ".tensor..";
  private static final String COMPUTE_API = ROOT + ".compute";
  private static final String BENCHMARKS = ROOT + ".compute.bench";
  private static final String COMPUTE = ROOT + ".compute..";
  private static final String MODEL = ROOT + ".model..";
  private static final String IO = ROOT + ".io..";
  private static final String UI = ROOT + ".ui..";
  private static final String TAB = ROOT + ".tab..";
  private static final String APP = ROOT + ".app..";
  private static final String CLI = ROOT + ".cli..";
  private static final String REMOTE = ROOT + ".remote..";
  private static final String EXEC = ROOT + ".compute.exec..";

  /** Calls the program, and is told by it what the process ends with. */
  private static final String DOOR = ROOT + ".Main";

  /** What {@link #DOOR} opens, where the Java is new enough. */
  private static final String PROGRAM = ROOT + ".Inferscope";

  /** Tells a person that their Java is too old, with nothing that such a Java cannot load. */
  private static final String OLD_JAVA = ROOT + ".OldJava";

  private static final String[] TOOLKITS = {
    "javax.swing..", "java.awt..", "org.jfree..", "com.formdev..", "net.miginfocom.."
  };

  // 1. Who may import whom.

  @ArchTest
  static final ArchRule tensorsAndTextsNeedOnlyTheJdk =
      classes()
          .that()
          .resideInAnyPackage(TENSOR, TEXT)
          .should()
          .onlyDependOnClassesThat()
          .resideInAnyPackage(TENSOR, TEXT, "java..", "org.jspecify..")
          .because("everything stands on them, so whatever they need, everything needs");

  @ArchTest
  static final ArchRule textsStandAlone =
      layer(TEXT, "every package may ask for a text", new String[0]);

  @ArchTest
  static final ArchRule tensorsStandAlone =
      layer(TENSOR, "a number's shape and format do not depend on who shows it", TEXT);

  @ArchTest
  static final ArchRule theComputeApiKnowsNoBackend =
      layer(COMPUTE_API, "a backend can be added or fail to load without the API noticing", TENSOR);

  @ArchTest
  static final ArchRule backendsKnowTheApiOnly =
      layer(COMPUTE, "backends are exchangeable; what joins them is the API", COMPUTE_API, TENSOR);

  @ArchTest
  static final ArchRule backendsDoNotKnowEachOther =
      slices()
          .matching(ROOT + ".compute.(*)..")
          .should()
          .notDependOnEachOther()
          .ignoreDependency(not(resideInAPackage(EXEC)), resideInAPackage(EXEC))
          .because("one backend that fails to load must not take another with it");

  @ArchTest
  static final ArchRule modelsKnowNumbersAndJobs =
      layer(
          MODEL,
          "what is taught can be tested without a window or a file",
          TENSOR,
          COMPUTE_API,
          BENCHMARKS);

  @ArchTest
  static final ArchRule filesCarryModels =
      layer(
          IO,
          "files are read and written the same with and without a window",
          TENSOR,
          COMPUTE_API,
          MODEL,
          BENCHMARKS);

  @ArchTest
  static final ArchRule sharedWidgetsKnowNoTab =
      layer(
          UI,
          "a widget shared by the tabs cannot depend on one of them, nor on what it teaches;"
              + " the inspector shows any model's explanations",
          TENSOR,
          COMPUTE_API,
          ROOT + ".model.explain");

  @ArchTest
  static final ArchRule tabsKnowTheApiAndNoBackend =
      layer(
          TAB,
          "the same tab runs on every backend, and in the window as in a snapshot",
          MODEL,
          IO,
          COMPUTE_API,
          BENCHMARKS,
          TENSOR,
          UI);

  @ArchTest
  static final ArchRule onlyTheProgramKnowsTheWindowAndTheCommands =
      noClasses()
          .that()
          .resideOutsideOfPackages(APP, CLI)
          .and()
          .doNotHaveFullyQualifiedName(PROGRAM)
          .and()
          .doNotHaveFullyQualifiedName(OLD_JAVA)
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(APP, CLI)
          .because("a composition root that others reach into becomes a service locator");

  // 2. No toolkit below the views.

  @ArchTest
  static final ArchRule noToolkitBelowTheViews =
      noClasses()
          .that()
          .resideInAnyPackage(TENSOR, COMPUTE, MODEL, IO, TEXT, ROOT + ".ui.state..")
          .and()
          .resideOutsideOfPackage(ROOT + ".io.image..")
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TOOLKITS)
          .because("what is taught must be testable, and usable from the command line, unseen");

  @ArchTest
  static final ArchRule noToolkitInStatesAndPresenters =
      noClasses()
          .that(
              describe(
                  "are a *State or a *Presenter, or inside one",
                  type -> outermost(type).getSimpleName().matches(".*(State|Presenter)")))
          .should()
          .dependOnClassesThat()
          .resideInAnyPackage(TOOLKITS)
          .because("presenters are tested on the calling thread, and states are saved to files");

  // 3. Tabs apart, no cycles.

  @ArchTest
  static final ArchRule tabsDoNotKnowEachOther =
      slices()
          .matching(ROOT + ".tab.(*)..")
          .should()
          .notDependOnEachOther()
          .because("one tab opens another through an intent that carries a State");

  @ArchTest
  static final ArchRule packagesAreFreeOfCycles =
      slices()
          .matching(ROOT + ".(**)")
          .should()
          .beFreeOfCycles()
          .because("packages in a cycle can only be understood, tested and moved together");

  // 4. Each foreign library behind one door.

  @ArchTest
  static final ArchRule javaCppOnlyInOpenblas =
      library("org.bytedeco..", ROOT + ".compute.openblas..");

  @ArchTest
  static final ArchRule lwjglOnlyInOpencl = library("org.lwjgl..", ROOT + ".compute.opencl..");

  @ArchTest
  static final ArchRule nd4jOnlyInItsBackend =
      library("org.nd4j..", ROOT + ".compute.worker.nd4j..");

  @ArchTest
  static final ArchRule djlOnlyInTheTokenizerAndThePyTorchReference =
      library("ai.djl..", ROOT + ".model.gpt2.tokenizer..", ROOT + ".compute.pytorch..");

  @ArchTest
  static final ArchRule jfreechartOnlyInCharts = library("org.jfree.chart..", ROOT + ".ui.chart..");

  @ArchTest static final ArchRule onnxOnlyInItsReader = library("ai.onnx..", ROOT + ".io.onnx..");

  @ArchTest
  static final ArchRule tribuoOnlyInTheOnnxReader = library("org.tribuo..", ROOT + ".io.onnx..");

  @ArchTest
  static final ArchRule protobufOnlyInTheOnnxReaderAndTheContract =
      library("com.google.protobuf..", ROOT + ".io.onnx..", ROOT + ".compute.worker..", REMOTE);

  @ArchTest
  static final ArchRule grpcOnlyBetweenWorkers =
      library("io.grpc..", ROOT + ".compute.worker..", REMOTE);

  @ArchTest
  static final ArchRule nettyOnlyBetweenWorkers = library("io.netty..", ROOT + ".compute.worker..");

  @ArchTest
  static final ArchRule jnaOnlyInTheDriversProbe =
      library("com.sun.jna..", ROOT + ".compute.cuda..");

  @ArchTest
  static final ArchRule batikOnlyInPictures = library("org.apache.batik..", ROOT + ".io.image..");

  @ArchTest static final ArchRule fastCsvOnlyInFiles = library("de.siegmar..", ROOT + ".io..");

  // 5. Threads.

  @ArchTest
  static final ArchRule threadsAreMadeInOnePlace =
      noClasses()
          .that()
          .resideOutsideOfPackage(EXEC)
          .should()
          .callCodeUnitWhere(
              describe("it makes a thread or a pool", ArchitectureTest::makesThreads))
          .because("who makes a thread must also name it, bound it, cancel it and end it");

  @ArchTest
  static final ArchRule nobodySleeps =
      noClasses()
          .should()
          .callMethod(Thread.class, "sleep", long.class)
          .because("a sleeping thread waits too long or not long enough: wait for a condition");

  @ArchTest
  static final ArchRule theEventThreadIsReachedThroughUi =
      noClasses()
          .that()
          .resideOutsideOfPackage(UI)
          .and()
          .doNotHaveFullyQualifiedName(OLD_JAVA)
          .should()
          .callCodeUnitWhere(
              describe("it queues on the event thread", ArchitectureTest::queuesOnTheEventThread))
          .because("repaints are metered and callbacks ordered in one place");

  // 6. No globals, no streams, no exits.

  @ArchTest
  static final ArchRule staticFieldsAreFinal =
      fields()
          .that()
          .areStatic()
          .should()
          .beFinal()
          .because("a mutable static is a setting nobody can test, undo or see change");

  @ArchTest
  static final ArchRule onlyCommandsPrint =
      noClasses()
          .that()
          .resideOutsideOfPackage(CLI)
          .and()
          .doNotHaveFullyQualifiedName(OLD_JAVA)
          .should()
          .accessField(System.class, "out")
          .orShould()
          .accessField(System.class, "err")
          .because("a desktop program's user does not see standard output: log it or show it");

  @ArchTest
  static final ArchRule nobodyPrintsStackTraces =
      noClasses()
          .should()
          .callCodeUnitWhere(
              describe(
                  "it prints a stack trace",
                  call ->
                      call.getTarget().getName().equals("printStackTrace")
                          && call.getTargetOwner().isAssignableTo(Throwable.class)))
          .because("a stack trace belongs in the log, once, where the error is handled");

  @ArchTest
  static final ArchRule onlyTheDoorEndsTheProcess =
      noClasses()
          .that()
          .doNotHaveFullyQualifiedName(DOOR)
          .and()
          .doNotHaveFullyQualifiedName(PROGRAM)
          .should()
          .callCodeUnitWhere(
              describe(
                  "it ends the process",
                  call ->
                      (call.getTargetOwner().isEquivalentTo(System.class)
                              || call.getTargetOwner().isEquivalentTo(Runtime.class))
                          && Set.of("exit", "halt").contains(call.getTarget().getName())))
          .because("windows and jobs must get to save and close first");

  private static ArchRule layer(String layer, String because, String... lower) {
    String[] allowed =
        Stream.concat(Stream.of(lower), Stream.of(layer, TEXT)).toArray(String[]::new);
    return noClasses()
        .that()
        .resideInAPackage(layer)
        .should()
        .dependOnClassesThat(
            resideInAPackage(ROOT + "..")
                .and(not(resideInAnyPackage(allowed)))
                .as("reside above it (it may use %s)", String.join(", ", lower)))
        .because(because);
  }

  private static ArchRule library(String library, String... doors) {
    return noClasses()
        .that()
        .resideOutsideOfPackages(doors)
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library)
        .because("a library behind one door can be replaced, or be missing, without a search");
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static boolean makesThreads(JavaAccess<?> call) {
    JavaClass owner = call.getTargetOwner();
    String name = call.getTarget().getName();
    if (name.equals("<init>")) {
      // Netty's loops take their threads from a factory that is handed in, which is ours.
      if (owner.getPackageName().startsWith("io.netty.channel")) {
        return false;
      }
      return owner.isAssignableTo(Thread.class)
          || owner.isAssignableTo(Timer.class)
          || owner.isAssignableTo(ExecutorService.class)
          || owner.isAssignableTo(SwingWorker.class);
    }
    if (owner.isEquivalentTo(CompletableFuture.class)) {
      return name.endsWith("Async");
    }
    return owner.isEquivalentTo(Executors.class)
        || owner.isEquivalentTo(ForkJoinPool.class)
        || Set.of("parallelStream", "parallel").contains(name);
  }

  private static boolean queuesOnTheEventThread(JavaAccess<?> call) {
    JavaClass owner = call.getTargetOwner();
    if (owner.isAssignableTo(javax.swing.Timer.class)) {
      return true;
    }
    return (owner.isEquivalentTo(SwingUtilities.class) || owner.isAssignableTo(EventQueue.class))
        && Set.of("invokeLater", "invokeAndWait").contains(call.getTarget().getName());
  }

  /** All but the classes that the build generates from the workers' contract. */
  static final class WithoutTheContract implements ImportOption {

    @Override
    public boolean includes(Location location) {
      return !location.contains("/compute/worker/proto/");
    }
  }
}
