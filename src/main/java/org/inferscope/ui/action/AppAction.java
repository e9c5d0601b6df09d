package org.inferscope.ui.action;

import java.awt.event.ActionEvent;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import javax.swing.AbstractAction;
import javax.swing.KeyStroke;
import org.inferscope.ui.theme.Icons;
import org.jspecify.annotations.Nullable;

/**
 * One thing a person can do. It is a Swing action as well, so a menu item or a button made from it
 * shows its name, icon and state; {@link ActionButtons} makes buttons that also show the shortcut.
 *
 * <p>Name, availability and selection are asked for by {@link #refresh}, which {@link
 * ActionRegistry#refresh} calls for all of them after each action and before each menu.
 */
public final class AppAction extends AbstractAction {
  private final String id;
  private final Supplier<String> name;
  private final String tooltip;
  private final List<KeyStroke> keys;
  private final Runnable work;
  private final BooleanSupplier applies;
  private final @Nullable BooleanSupplier selected;
  private final @Nullable String choice;
  private final String section;
  private final String submenu;

  private AppAction(Builder builder) {
    id = builder.id;
    name = builder.name;
    tooltip = builder.tooltip;
    keys = List.copyOf(builder.keys);
    work = builder.work;
    applies = builder.applies;
    selected = builder.selected;
    choice = builder.choice;
    section = builder.section;
    submenu = builder.submenu;
    if (builder.icon != null) {
      putValue(SMALL_ICON, Icons.of(builder.icon));
    }
    if (!keys.isEmpty()) {
      putValue(ACCELERATOR_KEY, keys.get(0));
    }
    refresh();
  }

  /**
   * Starts an action.
   *
   * @param id stable and unique, for example {@code file.save}; not shown
   * @param name the text of its menu item
   * @param work what it does, on the event thread
   */
  public static Builder of(String id, String name, Runnable work) {
    return new Builder(id, () -> name, work);
  }

  /** As {@link #of(String, String, Runnable)}, with a name that changes, such as "Undo edit". */
  public static Builder of(String id, Supplier<String> name, Runnable work) {
    return new Builder(id, name, work);
  }

  /** Stable name, not shown. */
  public String id() {
    return id;
  }

  /** The text of its menu item. */
  public String name() {
    return name.get();
  }

  /** What it does, in a sentence; empty where the name says it all. */
  public String tooltip() {
    return tooltip;
  }

  /** The shortcuts; the first is the one that is shown. */
  public List<KeyStroke> keys() {
    return keys;
  }

  /** The shown shortcut in words, such as "Ctrl+S". */
  public Optional<String> shortcut() {
    return keys.stream().findFirst().map(Shortcuts::words);
  }

  /** Whether it can be done now. */
  public boolean applies() {
    return applies.getAsBoolean();
  }

  /** Whether it switches something on and off. */
  public boolean isToggle() {
    return selected != null;
  }

  /** Whether what it switches is on now; false for one that is no toggle. */
  public boolean isSelected() {
    return selected != null && selected.getAsBoolean();
  }

  /** The part of its menu that it stands in; a line separates parts. */
  public String section() {
    return section;
  }

  /** The name of the submenu that it stands in; empty for none. */
  public String submenu() {
    return submenu;
  }

  /** The group of toggles of which exactly one is on, if it belongs to one. */
  public Optional<String> choice() {
    return Optional.ofNullable(choice);
  }

  /** Does it, if it applies. */
  public void perform() {
    if (applies()) {
      work.run();
    }
    refresh();
  }

  /** Asks again what it is called, whether it applies and whether it is on. */
  public void refresh() {
    putValue(NAME, name());
    putValue(SHORT_DESCRIPTION, describe());
    setEnabled(applies());
    if (isToggle()) {
      putValue(SELECTED_KEY, isSelected());
    }
  }

  /** The text for tooltips: what it does, and the shortcut. */
  private String describe() {
    String words = tooltip.isEmpty() ? name() : tooltip;
    return shortcut().map(keys -> words + "  (" + keys + ")").orElse(words);
  }

  @Override
  public void actionPerformed(ActionEvent event) {
    perform();
  }

  /** Collects what an action consists of. */
  public static final class Builder {
    private final String id;
    private final Supplier<String> name;
    private final Runnable work;
    private String tooltip = "";
    private @Nullable String icon;
    private List<KeyStroke> keys = List.of();
    private BooleanSupplier applies = () -> true;
    private @Nullable BooleanSupplier selected;
    private @Nullable String choice;
    private String section = "";
    private String submenu = "";

    private Builder(String id, Supplier<String> name, Runnable work) {
      this.id = id;
      this.name = name;
      this.work = work;
    }

    /** What it does, in a sentence, where the name alone does not say it. */
    public Builder tooltip(String sentence) {
      tooltip = sentence;
      return this;
    }

    /** The name of an icon in {@code assets/icons}. */
    public Builder icon(String iconName) {
      icon = iconName;
      return this;
    }

    /** Its shortcuts, the one to be shown first; {@link Shortcuts} makes them. */
    public Builder keys(KeyStroke... shortcuts) {
      keys = List.of(shortcuts);
      return this;
    }

    /** When it can be done; always, unless told. */
    public Builder when(BooleanSupplier condition) {
      applies = condition;
      return this;
    }

    /** Makes it a toggle. */
    public Builder toggle(BooleanSupplier isOn) {
      selected = isOn;
      return this;
    }

    /** The part of its menu that it stands in: any word that its neighbours there share. */
    public Builder section(String part) {
      section = part;
      return this;
    }

    /** The submenu that it stands in, by its name on screen. */
    public Builder submenu(String nameOnScreen) {
      submenu = nameOnScreen;
      return this;
    }

    /** Makes it one of several toggles of which one is on. */
    public Builder choice(String group, BooleanSupplier isOn) {
      choice = group;
      return toggle(isOn);
    }

    /** The action. */
    public AppAction build() {
      return new AppAction(this);
    }
  }
}
