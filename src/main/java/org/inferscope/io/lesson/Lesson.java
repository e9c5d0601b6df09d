package org.inferscope.io.lesson;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.inferscope.text.Texts;
import org.jspecify.annotations.Nullable;

/**
 * The content of a lesson file: which tab is in front and one section a tab, with everything in it
 * that this version does not know. Immutable.
 */
public final class Lesson {
  /** The newest version of the format, the one that is written. */
  public static final int VERSION = 1;

  private static final String FORMAT_ID = "inferscope-lesson";
  private static final String FORMAT = "format";
  private static final String FORMAT_VERSION = "version";
  private static final String APP = "app";
  private static final String ACTIVE_TAB = "activeTab";
  private static final String TABS = "tabs";

  private final LessonNode root;

  private Lesson(LessonNode root) {
    this.root = root;
  }

  /** A lesson without any section. */
  public static Lesson empty() {
    return new Lesson(
        new LessonFields()
            .put(FORMAT, FORMAT_ID)
            .put(FORMAT_VERSION, VERSION)
            .put(APP, LessonNode.nothing())
            .put(ACTIVE_TAB, LessonNode.nothing())
            .put(TABS, new LessonFields().node())
            .node());
  }

  /**
   * Reads a lesson.
   *
   * @param file what to call it in errors
   * @throws LessonException naming the line, if it is not a lesson or one of a newer version
   */
  public static Lesson parse(String file, byte[] utf8) {
    LessonNode root = LessonReader.read(file, utf8);
    requireFormat(root);
    requireVersion(root.get(FORMAT_VERSION));
    root.find(ACTIVE_TAB).ifPresent(LessonNode::text);
    root.get(TABS).fields().values().forEach(LessonNode::fields);
    return new Lesson(root);
  }

  private static void requireFormat(LessonNode root) {
    LessonNode format = root.get(FORMAT);
    if (!FORMAT_ID.equals(format.value())) {
      throw format.unexpected(Texts.get("lesson.wanted.format", "\"" + FORMAT_ID + "\""));
    }
  }

  private static void requireVersion(LessonNode version) {
    long found = version.whole(1, Long.MAX_VALUE);
    if (found > VERSION) {
      throw version.error(
          Texts.get("lesson.newer", Long.toString(found), Integer.toString(VERSION)));
    }
  }

  /** The id of the tab in front, if the lesson says so. */
  public Optional<String> activeTab() {
    return root.find(ACTIVE_TAB).map(LessonNode::text);
  }

  /** The ids of all tabs that have a section, also of tabs that this version does not have. */
  public Set<String> tabs() {
    return root.get(TABS).fields().keySet();
  }

  /** The section of a tab, an object. */
  public Optional<LessonNode> section(String tab) {
    return Optional.ofNullable(root.get(TABS).fields().get(tab));
  }

  /**
   * The state a lesson has for a tab.
   *
   * @throws LessonException naming the line, if the section is not what the codec expects
   */
  public <S> Optional<S> read(StateCodec<S> codec) {
    return section(codec.id())
        .map(section -> section.as(Texts.get("lesson.wanted.consistent"), codec::read));
  }

  /**
   * This lesson with newer content. What the given sections do not speak of stays as it is: other
   * sections, and fields that nobody here knows.
   *
   * @param appVersion the version of Inferscope that writes
   * @param activeTab the id of the tab in front
   * @param sections an object for each tab that has something to say
   */
  public Lesson with(String appVersion, String activeTab, Map<String, LessonNode> sections) {
    LessonNode news =
        new LessonFields()
            .put(FORMAT, FORMAT_ID)
            .put(FORMAT_VERSION, VERSION)
            .put(APP, appVersion)
            .put(ACTIVE_TAB, activeTab)
            .put(TABS, LessonNode.object(sections))
            .node();
    return new Lesson(merge(root, news));
  }

  /** The fields of both, recursively; where both have a value, the newer one. */
  private static LessonNode merge(LessonNode older, LessonNode newer) {
    if (!older.isObject() || !newer.isObject()) {
      return newer;
    }
    Map<String, LessonNode> fields = new LinkedHashMap<>(older.fields());
    newer.fields().forEach((name, value) -> fields.merge(name, value, Lesson::merge));
    return LessonNode.object(fields);
  }

  /** The content of the file, in UTF-8. */
  public byte[] toBytes() {
    return toString().getBytes(StandardCharsets.UTF_8);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Lesson lesson && lesson.root.equals(root);
  }

  @Override
  public int hashCode() {
    return root.hashCode();
  }

  /** The content of the file. */
  @Override
  public String toString() {
    return root.toString();
  }
}
