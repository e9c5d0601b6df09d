package org.inferscope.tab.matmul;

import java.util.Optional;
import org.inferscope.model.matmul.DotProductText;
import org.inferscope.model.matmul.MatmulFrame;
import org.inferscope.tensor.Matrix;
import org.inferscope.tensor.Numbers;
import org.inferscope.text.Texts;
import org.inferscope.ui.control.ToolTips;
import org.inferscope.ui.grid.Entry;

/** What the tooltips on the stage say: what a thing is, with the numbers on screen. Pure. */
final class Tips {
  private Tips() {}

  /** The tooltip of something on the stage, as HTML. */
  static String of(MatmulPresenter presenter, Target target) {
    return ToolTips.wrapped(text(presenter, target));
  }

  private static String text(MatmulPresenter presenter, Target target) {
    if (target instanceof Target.Value at) {
      return at.operand() == Operand.C ? result(presenter, at) : entry(presenter.state(), at);
    }
    if (target instanceof Target.Name name) {
      return name(presenter.state(), name.operand());
    }
    if (target instanceof Target.RowIndex index) {
      return row(index);
    }
    if (target instanceof Target.ColumnIndex index) {
      return column(index);
    }
    return target instanceof Target.Line
        ? Texts.get("matmul.tip.line")
        : Texts.get("matmul.tip.narration");
  }

  private static String entry(MatmulState state, Target.Value at) {
    Entry entry = state.entries(at.operand()).at(at.row(), at.col());
    String name = DotProductText.name(at.operand().name(), at.row(), at.col());
    String problem = entry.problem();
    if (problem != null) {
      return Texts.get("matmul.tip.bad", name, problem, Numbers.full(entry.value()));
    }
    String value = Numbers.full(entry.value());
    return at.operand() == Operand.A
        ? Texts.get("matmul.tip.entryA", name, value, one(at.row()), one(at.col()))
        : Texts.get("matmul.tip.entryB", name, value, one(at.row()), one(at.col()));
  }

  private static String result(MatmulPresenter presenter, Target.Value at) {
    String name = DotProductText.name("C", at.row(), at.col());
    Optional<Moment> moment = presenter.moment();
    boolean hidden = presenter.game().filter(game -> !game.reveals(at.row(), at.col())).isPresent();
    if (hidden || moment.isEmpty()) {
      return Texts.get("matmul.tip.hidden", name, one(at.row()), one(at.col()));
    }
    MatmulFrame frame = moment.get().visible();
    int terms = frame.terms(at.row(), at.col());
    if (terms == 0) {
      return Texts.get("matmul.tip.empty", name, one(at.row()), one(at.col()));
    }
    Matrix a = presenter.state().a().matrix();
    Matrix b = presenter.state().b().matrix();
    String worked = DotProductText.join(DotProductText.spans(a, b, at.row(), at.col(), terms, 6));
    return terms == a.cols()
        ? Texts.get("matmul.tip.result", worked, one(at.row()), one(at.col()))
        : Texts.get("matmul.tip.running", worked, Numbers.count(terms), Numbers.count(a.cols()));
  }

  private static String name(MatmulState state, Operand operand) {
    String m = Numbers.count(state.a().rows());
    String ka = Numbers.count(state.a().cols());
    String kb = Numbers.count(state.b().rows());
    String n = Numbers.count(state.b().cols());
    return switch (operand) {
      case A -> Texts.get("matmul.tip.a", m, ka);
      case B -> Texts.get("matmul.tip.b", kb, n);
      case C -> Texts.get("matmul.tip.c", m, n);
    };
  }

  private static String row(Target.RowIndex index) {
    String number = one(index.row());
    return switch (index.operand()) {
      case A -> Texts.get("matmul.tip.rowA", number);
      case B -> Texts.get("matmul.tip.rowB", number);
      case C -> Texts.get("matmul.tip.rowC", number);
    };
  }

  private static String column(Target.ColumnIndex index) {
    String number = one(index.col());
    return switch (index.operand()) {
      case A -> Texts.get("matmul.tip.columnA", number);
      case B -> Texts.get("matmul.tip.columnB", number);
      case C -> Texts.get("matmul.tip.columnC", number);
    };
  }

  private static String one(int index) {
    return Numbers.count(index + 1L);
  }
}
