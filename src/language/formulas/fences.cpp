#include "language/formulas/fences.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <optional>

#include "language/formulas/tex_table.h"

namespace aloud {
namespace {

constexpr std::array kOpening = std::to_array<std::string_view>({"(", "[", "{", "⟨", "⌊", "⌈"});
constexpr std::array kClosing = std::to_array<std::string_view>({")", "]", "}", "⟩", "⌋", "⌉"});

bool is_one_of(const auto& fences, const Expression& part) {
  return part.is(Expression::Kind::symbol) && std::find(fences.begin(), fences.end(), part.text) != fences.end();
}

bool is_bar(const Expression& part) { return part.is_symbol("|") || part.is_symbol("‖"); }

// The fence that a part closes: its own base where it carries scripts, as TeX has them ("(a)^2").
const Expression& closing_of(const Expression& part) { return part.is(Expression::Kind::scripts) ? part.parts.front() : part; }

bool is_bar_fence(const Expression& fenced) { return fenced.text.starts_with("|") || fenced.text.starts_with("‖"); }

// "(" pairs with ")" and "]", as intervals need; the others with their own.
bool may_pair(const Expression& open, const Expression& close) {
  if (is_bar(open)) return open.text == close.text;
  const auto place = [](const auto& fences, const Expression& part) {
    return std::find(fences.begin(), fences.end(), part.text) - fences.begin();
  };
  const auto from = place(kOpening, open), to = place(kClosing, close);
  return from == to || (from < 2 && to < 2);
}

// Whether something may begin behind `part`, so that a bar there opens.
bool wants_operand(const Expression* part) {
  if (part == nullptr || part->is(Expression::Kind::space)) return true;
  if (part->is(Expression::Kind::fenced)) return false;
  if (is_one_of(kOpening, *part) || is_bar(*part)) return true;
  if (part->is(Expression::Kind::function)) return true;
  if (!part->is(Expression::Kind::symbol)) return false;
  const std::string_view role = tex_table().get("roles", part->text);
  return !role.empty() && role != "postfix";
}

// Fences within fences within a row; more is no formula.
constexpr std::size_t kMostOpen = 16;

class Pairing {
 public:
  explicit Pairing(std::vector<Expression> row) : row_(std::move(row)) {
    for (const Expression& part : row_) bars_left_ += is_bar(closing_of(part)) ? 1U : 0U;
  }

  std::vector<Expression> run() {
    for (Expression& part : row_) {
      const Expression& fence = closing_of(part);
      if (is_bar(fence)) --bars_left_;
      if (closes(fence)) {
        close(std::move(part));
      } else {
        const bool factor = last() != nullptr && last()->is(Expression::Kind::fenced) && is_bar_fence(*last());
        const bool bar = is_bar(part) && bars_left_ > 0 && (factor || wants_operand(last()));
        const bool opens = bar || is_one_of(kOpening, part);
        if (opens && open_.size() < kMostOpen) open_.push_back(done_.size());
        done_.push_back(std::move(part));
      }
    }
    return std::move(done_);
  }

 private:
  const Expression* last() const { return done_.empty() ? nullptr : &done_.back(); }

  // Bars that found no partner before a bracket closes are no fences.
  bool closes(const Expression& fence) {
    const bool bar = is_bar(fence);
    if (!bar && !is_one_of(kClosing, fence)) return false;
    std::size_t open = open_.size();
    while (!bar && open > 0 && is_bar(done_[open_[open - 1]])) --open;
    if (open == 0 || !may_pair(done_[open_[open - 1]], fence)) return false;
    if (bar && (open_.back() + 1 == done_.size() || wants_operand(last()))) return false;
    open_.resize(open);
    return true;
  }

  void close(Expression closing) {
    const auto begin = done_.begin() + static_cast<std::ptrdiff_t>(open_.back());
    Expression fenced = {Expression::Kind::fenced, fence_pair(begin->text, closing_of(closing).text), {}};
    fenced.parts.push_back(row_of({std::make_move_iterator(begin + 1), std::make_move_iterator(done_.end())}));
    done_.erase(begin, done_.end());
    open_.pop_back();
    if (closing.is(Expression::Kind::scripts)) {
      closing.parts.front() = std::move(fenced);
      done_.push_back(std::move(closing));
    } else {
      done_.push_back(std::move(fenced));
    }
  }

  std::vector<Expression> row_;
  std::vector<Expression> done_;
  std::vector<std::size_t> open_;  // places in done_
  std::size_t bars_left_ = 0;
};

}  // namespace

std::string fence_pair(std::string_view open, std::string_view close) {
  return std::string(open.empty() ? "." : open) + " " + std::string(close.empty() ? "." : close);
}

std::vector<Expression> pair_fences(std::vector<Expression> row) {
  const auto may_be_fence = [](const Expression& part) {
    const Expression& fence = closing_of(part);
    return is_bar(fence) || is_one_of(kClosing, fence);
  };
  if (std::none_of(row.begin(), row.end(), may_be_fence)) return row;
  return Pairing(std::move(row)).run();
}

}  // namespace aloud
