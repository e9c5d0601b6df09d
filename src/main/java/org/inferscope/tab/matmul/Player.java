package org.inferscope.tab.matmul;

import java.util.Optional;
import org.inferscope.model.matmul.Algorithm;
import org.inferscope.model.matmul.Factors;
import org.inferscope.model.matmul.Grain;
import org.inferscope.model.matmul.MatmulProgram;
import org.inferscope.model.matmul.MatmulRun;
import org.inferscope.model.matmul.PredictGame;
import org.inferscope.ui.playback.PlaybackModel;
import org.jspecify.annotations.Nullable;

/**
 * The run that is played, the animation that plays it, and the guessing game of predict mode: what
 * follows from a state. Confined to one thread.
 */
final class Player {
  private final PlaybackModel playback = new PlaybackModel();
  private @Nullable MatmulRun run;
  private @Nullable PredictGame game;
  private @Nullable MatmulState loaded;

  PlaybackModel playback() {
    return playback;
  }

  /** The run; empty while the shapes do not fit. */
  Optional<MatmulRun> run() {
    return Optional.ofNullable(run);
  }

  /** The guessing game; empty outside predict mode. */
  Optional<PredictGame> game() {
    return Optional.ofNullable(game);
  }

  /** The grain in force; predict mode goes element by element. */
  static Grain grain(MatmulState state) {
    return state.predict() ? Grain.ELEMENT : state.method().grain();
  }

  /** The algorithm in force; predict mode asks in the order of the dot product. */
  static Algorithm algorithm(MatmulState state) {
    return state.predict() ? Algorithm.DOT : state.method().algorithm();
  }

  /** The instant shown now; empty while the shapes do not fit. */
  Optional<Moment> moment(MatmulState state) {
    return run()
        .map(
            of ->
                Moment.of(
                    of,
                    grain(state),
                    playback.position(),
                    playback.nextPosition(),
                    playback.phase()));
  }

  /**
   * Takes over a state: makes the run anew where the numbers differ, from the start where the work
   * does, and otherwise at most changes where a step ends.
   *
   * @return whether there is another product than before
   */
  boolean load(MatmulState state) {
    MatmulState before = loaded;
    loaded = state;
    if (before == null || !sameWork(before, state)) {
      make(state, true);
      return true;
    }
    if (!before.a().equals(state.a()) || !before.b().equals(state.b())) {
      make(state, false);
      return true;
    }
    if (before.method().grain() != state.method().grain()) {
      setStops(state);
    }
    return false;
  }

  /** Plays the same state from the start, with nothing guessed. */
  void restart() {
    MatmulState state = loaded;
    if (state != null) {
      make(state, true);
    }
  }

  private static boolean sameWork(MatmulState one, MatmulState other) {
    boolean shapes =
        one.a().rows() == other.a().rows()
            && one.a().cols() == other.a().cols()
            && one.b().rows() == other.b().rows()
            && one.b().cols() == other.b().cols();
    boolean method =
        one.method().algorithm() == other.method().algorithm()
            && one.method().tile() == other.method().tile();
    return shapes && method && one.predict() == other.predict();
  }

  private void make(MatmulState state, boolean restart) {
    boolean plays = playback.isPlaying();
    if (!state.shapesFit()) {
      run = null;
      game = null;
      playback.load(0);
      return;
    }
    Factors factors = new Factors(state.a().matrix(), state.b().matrix());
    MatmulProgram program =
        MatmulProgram.of(
            algorithm(state),
            factors.a().rows(),
            factors.a().cols(),
            factors.b().cols(),
            state.method().tile());
    run = new MatmulRun(factors.a(), factors.b(), program);
    game = state.predict() ? PredictGame.start(factors, program) : null;
    if (restart || game != null) {
      playback.load(program.ticks(), program.elementEnds());
      setStops(state);
      if (plays && game == null) {
        playback.play();
      }
    }
  }

  private void setStops(MatmulState state) {
    MatmulRun of = run;
    if (of != null) {
      playback.setGrain(of.program().steps(grain(state)).ends());
      playback.setStepSeconds(Pace.stepSeconds(of.program(), grain(state)));
    }
  }

  /** Takes a guess at the element asked for; a number, right or wrong, plays its dot product. */
  void answer(String text) {
    PredictGame before = game;
    MatmulRun of = run;
    if (before == null || of == null || before.asked().isEmpty()) {
      return;
    }
    PredictGame after = before.answer(text);
    game = after;
    if (after.answered() > before.answered()) {
      playback.seek(before.answered() * of.program().k());
      playback.glideForward();
    }
  }
}
