package org.inferscope.tab.gpt2.desk;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.inferscope.compute.JobRequest;
import org.inferscope.compute.Outcome;
import org.inferscope.io.gpt2.FoundModel;
import org.inferscope.io.gpt2.OpenModel;
import org.inferscope.tab.ModelShelf;
import org.inferscope.tab.TabContext;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/** Finds models, opens the one that was asked for last and closes the one before. Confined. */
final class Models {
  private final TabContext context;
  private final Runnable changed;
  private final Consumer<String> problem;
  private List<FoundModel> found = List.of();
  private @Nullable ModelInUse inUse;
  private String id = "";
  private String opening = "";
  private String failed = "";
  private boolean wantsDownload;

  /**
   * No model yet.
   *
   * @param changed called when there may be something else to show
   * @param problem told what went wrong, in a sentence
   */
  Models(TabContext context, Runnable changed, Consumer<String> problem) {
    this.context = context;
    this.changed = changed;
    this.problem = problem;
  }

  /**
   * Looks what there is, now and after each download.
   *
   * @param asked called with the folder of a model that was downloaded at the person's wish
   */
  void start(Consumer<Path> asked) {
    context
        .models()
        .ifPresent(
            shelf ->
                shelf
                    .downloads()
                    .listen(
                        folder -> {
                          look();
                          if (wantsDownload) {
                            wantsDownload = false;
                            asked.accept(folder);
                          }
                        }));
    look();
  }

  List<FoundModel> found() {
    return found;
  }

  Optional<ModelInUse> inUse() {
    return Optional.ofNullable(inUse);
  }

  String id() {
    return id;
  }

  String opening() {
    return opening;
  }

  void get() {
    wantsDownload = true;
    context.models().map(ModelShelf::get).ifPresent(Runnable::run);
  }

  void look() {
    context
        .models()
        .ifPresent(
            shelf ->
                context
                    .compute()
                    .submit(
                        new JobRequest<>(
                            Texts.get("gpt2tab.job.find"), job -> shelf.models().find()),
                        this::looked));
  }

  private void looked(Outcome<List<FoundModel>> outcome) {
    if (outcome instanceof Outcome.Done<List<FoundModel>> done) {
      found = done.value();
    } else if (outcome instanceof Outcome.Failed<List<FoundModel>> failed) {
      problem.accept(failed.error().sentence());
    }
    changed.run();
  }

  /**
   * Opens the model that a state names, unless it is in use, being opened, or could not be opened
   * just before.
   *
   * @param ready called once it is the one in use
   */
  void want(String wanted, Runnable ready) {
    if (wanted.equals(id)) {
      opening = "";
    } else if (!wanted.equals(failed)) {
      open(wanted, ready);
    }
  }

  /**
   * Opens a model; one that is asked for while another is being opened takes its place.
   *
   * @param ready called once it is the one in use
   */
  void open(String wanted, Runnable ready) {
    if (opening.equals(wanted) || context.models().isEmpty()) {
      return;
    }
    opening = wanted;
    failed = "";
    problem.accept("");
    ModelShelf shelf = context.models().get();
    // Never cancelled, so that each opened model is told of and closed by someone.
    context
        .compute()
        .submit(
            new JobRequest<>(
                Texts.get("gpt2tab.job.open", wanted), job -> shelf.models().open(wanted)),
            outcome -> opened(wanted, ready, outcome));
    changed.run();
  }

  private void opened(String wanted, Runnable ready, Outcome<OpenModel> outcome) {
    boolean isWanted = opening.equals(wanted);
    if (isWanted) {
      opening = "";
    }
    if (outcome instanceof Outcome.Done<OpenModel> done) {
      if (isWanted) {
        use(wanted, done.value());
        ready.run();
      } else {
        done.value().close();
      }
    } else if (outcome instanceof Outcome.Failed<OpenModel> broken && isWanted) {
      failed = wanted;
      problem.accept(broken.error().sentence());
    }
    changed.run();
  }

  private void use(String wanted, OpenModel file) {
    ModelInUse before = inUse;
    inUse = new ModelInUse(file, context.compute());
    id = wanted;
    if (before != null) {
      before.close();
    }
  }
}
