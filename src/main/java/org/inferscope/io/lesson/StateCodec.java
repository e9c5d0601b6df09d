package org.inferscope.io.lesson;

/**
 * Turns one tab's state into a section of a lesson file and back.
 *
 * <p>For every state {@code read(write(state))} equals {@code state}. Called on any thread.
 *
 * @param <S> the immutable state
 */
public interface StateCodec<S> {
  /** The name of the section: the tab's id, such as "matmul". */
  String id();

  /**
   * The section for a state. Always has all the fields this codec knows, {@link LessonNode#nothing}
   * for what the state does not have.
   */
  LessonNode write(S state);

  /**
   * The state a section describes. Fields it does not know are not its business.
   *
   * @throws LessonException naming the line, where a field is missing or not what it must be
   */
  S read(LessonNode section);
}
