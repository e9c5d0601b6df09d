package org.inferscope.cli;

import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import java.util.function.Supplier;
import org.inferscope.app.InstalledModels;
import org.inferscope.app.LocalBenchmarks;
import org.inferscope.cli.bench.BenchCommand;
import org.inferscope.cli.doctor.Doctor;
import org.inferscope.cli.gpt2.GenerateCommand;
import org.inferscope.cli.gpt2.TraceCommand;
import org.inferscope.cli.gpu.DriverProcess;
import org.inferscope.cli.gpu.GpuCommand;
import org.inferscope.cli.gpu.GpuDesk;
import org.inferscope.cli.model.ModelCommand;
import org.inferscope.cli.model.ModelDesk;
import org.inferscope.cli.serve.ServeCommand;
import org.inferscope.cli.worker.WorkerCommand;
import org.inferscope.compute.InferscopeException;
import org.inferscope.compute.MatmulImpl;
import org.inferscope.compute.cuda.CudaGate;
import org.inferscope.compute.pytorch.PyTorch;
import org.inferscope.io.AppVersion;
import org.inferscope.io.UserFolders;
import org.inferscope.io.gpt2.LocalModels;
import org.inferscope.io.hub.HubCache;
import org.inferscope.io.hub.HubSettings;
import org.inferscope.io.hub.ModelDownload;
import org.inferscope.io.hub.ModelsFolder;
import org.inferscope.io.pack.GpuPack;
import org.inferscope.remote.ModelsEndpoint;
import org.inferscope.text.Texts;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * The command line: finds the command, runs it on this thread, and turns whatever happens into an
 * exit code. A failure is one sentence on standard error; its stack trace goes to the log.
 */
public final class Commands {
  private static final Logger LOG = LoggerFactory.getLogger(Commands.class);

  private static final String WORKER = "worker";

  private final Surroundings at;

  private Commands(Surroundings at) {
    this.at = at;
  }

  /**
   * Runs one command.
   *
   * @param window opens the window, should that be asked for
   * @param args the command and its options
   * @return an {@link ExitCode}
   */
  public static int run(WindowOpener window, String... args) {
    UserFolders folders = UserFolders.ofThisUser();
    if (args.length > 0 && args[0].equals(WORKER)) {
      // Another process waits for it: the other commands take half a second to set up.
      Surroundings at =
          new Surroundings(
              folders, () -> LocalCompute.start(folders), Optional.empty(), gpu(folders), window);
      return new Commands(at).runWorker(Arrays.copyOfRange(args, 1, args.length));
    }
    return run(
        new Surroundings(
            folders,
            () -> LocalCompute.start(folders),
            PyTorch.find(folders.cacheWith("pytorch")),
            gpu(folders),
            window),
        args);
  }

  static int run(Surroundings at, String... args) {
    return new Commands(at).run(args);
  }

  private int run(String... args) {
    return execute(line(), args);
  }

  /** A worker of this machine opens whatever model it is told to, as this process could itself. */
  private static WorkerCommand worker(UserFolders folders) {
    Supplier<LocalModels> models = () -> InstalledModels.of(folders);
    return new WorkerCommand(
        LocalCompute.workerDevices(folders),
        server -> server.service(new ModelsEndpoint(name -> models.get().open(name))));
  }

  private int runWorker(String... args) {
    CommandLine line = new CommandLine(worker(at.folders()));
    line.getCommandSpec().usageMessage().description(Texts.get("cli.worker.about"));
    return execute(ready(line), args);
  }

  private int execute(CommandLine line, String... args) {
    try {
      return line.execute(args);
    } catch (Throwable e) {
      // Errors, such as one of memory: picocli hands on exceptions only.
      return failed(e, line);
    }
  }

  private CommandLine line() {
    CommandLine line = new CommandLine(new WindowCommand(at));
    add(
        line,
        new Doctor(at.folders(), at.compute(), at.torch(), at.gpu()::look),
        Texts.get("cli.doctor.about"));
    LocalModels models = InstalledModels.of(at.folders());
    line.addSubcommand(
        BenchCommand.line(
            products(at.folders()),
            LocalCompute.backends(at.folders()),
            LocalBenchmarks.machine(),
            models));
    Hosts hosts = new Hosts(at.folders(), models, id -> LocalCompute.backend(at.folders(), id));
    add(line, new TraceCommand(hosts), Texts.get("cli.trace.about"));
    add(line, new GenerateCommand(hosts), Texts.get("cli.generate.about"));
    line.addSubcommand(ModelCommand.line(models(at.folders())));
    line.addSubcommand(GpuCommand.line(at.gpu()));
    add(line, new SnapshotCommand(at.torch()), Texts.get("cli.snapshot.about"));
    add(
        line,
        new ServeCommand(
            id -> LocalCompute.servedDevice(at.folders(), id),
            (server, folder) ->
                server.service(new ModelsEndpoint(ServedModels.of(models, folder)))),
        Texts.get("cli.serve.about"));
    add(line, worker(at.folders()), Texts.get("cli.worker.about"));
    line.getCommandSpec().usageMessage().description(Texts.get("cli.about"));
    return ready(line);
  }

  private CommandLine ready(CommandLine line) {
    tellAlike(line, Texts.get("cli.version", AppVersion.current()));
    line.setResourceBundle(new CommandTexts());
    line.setParameterExceptionHandler(Commands::wrongUse);
    line.setExecutionExceptionHandler((e, command, parsed) -> failed(e, command));
    return line;
  }

  private static GpuDesk gpu(UserFolders folders) {
    return new GpuDesk(
        DriverProcess::ask,
        CudaGate.ofThisSystem(),
        GpuPack.of(folders),
        isTerminal(),
        Commands::typed);
  }

  /** The next line that a person types; empty at the end. */
  private static String typed() {
    Scanner in = new Scanner(System.in, Charset.defaultCharset());
    return in.hasNextLine() ? in.nextLine() : "";
  }

  private static List<MatmulImpl> products(UserFolders folders) {
    List<MatmulImpl> all = new ArrayList<>(LocalBenchmarks.products(folders));
    all.add(0, LocalBenchmarks.reference());
    return all;
  }

  private static ModelDesk models(UserFolders folders) {
    return new ModelDesk(
        InstalledModels.of(folders),
        ModelsFolder.of(folders, HubCache.ofThisUser()),
        () -> new ModelDownload(HubSettings.of(System.getenv())),
        isTerminal());
  }

  /**
   * Whether a person watches. Of the versions between, Java 22 to 24 say so always; then a file
   * gets the line that is meant to be written over, which does no harm.
   */
  @SuppressWarnings("SystemConsoleNull")
  private static boolean isTerminal() {
    return System.console() != null;
  }

  /** What is the same for the program and each of its commands. */
  private static void tellAlike(CommandLine line, String version) {
    line.getCommandSpec().version(version);
    line.getCommandSpec()
        .usageMessage()
        .synopsisHeading(Texts.get("cli.usage", ""))
        .commandListHeading(Texts.get("cli.commands") + "%n");
    line.getSubcommands().values().forEach(sub -> tellAlike(sub, version));
  }

  private static void add(CommandLine line, Object command, String about) {
    CommandLine sub = new CommandLine(command);
    sub.getCommandSpec().usageMessage().description(about);
    line.addSubcommand(sub);
  }

  /** The mistake, what may have been meant, and the usage line of the command. */
  private static int wrongUse(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println(e.getMessage());
    UnmatchedArgumentException.printSuggestions(e, err);
    err.println(Texts.get("cli.usage", command.getHelp().synopsis(0).stripTrailing()));
    return ExitCode.WRONG_USE;
  }

  private int failed(Throwable e, CommandLine command) {
    PrintWriter err = command.getErr();
    if (e instanceof InferscopeException plain) {
      LOG.info("A command failed", e);
      err.println(plain.sentence());
    } else {
      LOG.error("A command failed unexpectedly", e);
      String kind = e.getClass().getSimpleName();
      err.println(Texts.get("cli.unexpected", kind, at.folders().logs().toString()));
    }
    return ExitCode.FAILED;
  }
}
