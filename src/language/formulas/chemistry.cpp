#include "language/formulas/chemistry.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"
#include "util/utf8.h"

namespace aloud {
namespace {

using Kind = Expression::Kind;

struct Mark {
  std::string_view written;
  std::string_view character;
};

// What mhchem writes with more than one character; longer ones first.
constexpr std::array kArrows = std::to_array<Mark>({{"<=>>", "⇌"},
                                                    {"<<=>", "⇌"},
                                                    {"<=>", "⇌"},
                                                    {"<-->", "⇌"},
                                                    {"<->", "↔"},
                                                    {"->", "→"},
                                                    {"<-", "←"},
                                                    {"\\rightarrow", "→"},
                                                    {"\\to", "→"},
                                                    {"=", "="},
                                                    {"#", "≡"}});

constexpr std::array kStates = std::to_array<std::string_view>({"(aq)", "(s)", "(l)", "(g)"});

class ChemistryReader {
 public:
  explicit ChemistryReader(std::string_view source) : source_(source) {}

  Expression run() {
    while (at_ < source_.size()) step();
    return std::move(result_);
  }

 private:
  std::string_view rest() const { return source_.substr(at_); }

  void add(Kind kind, std::string_view text) { result_.parts.push_back({kind, std::string(text), {}}); }

  void step() {
    for (const Mark& arrow : kArrows) {
      if (rest().starts_with(arrow.written)) {
        add(Kind::symbol, arrow.character);
        at_ += arrow.written.size();
        return;
      }
    }
    for (const std::string_view state : kStates) {
      if (rest().starts_with(state)) {
        add(Kind::text, state.substr(1, state.size() - 2));
        at_ += state.size();
        return;
      }
    }
    character();
  }

  void character() {
    const char c = source_[at_];
    if (is_ascii_digit(c)) return number();
    if (c == '^') return charge();
    if (is_ascii_letter(c)) {
      add(Kind::identifier, std::string(1, ascii_upper(c)));
    } else if (c == '+') {
      add(Kind::symbol, "+");
    } else if (c == '-') {
      const bool bond = at_ + 1 < source_.size() && is_ascii_letter(source_[at_ + 1]);
      if (!bond) add(Kind::symbol, "−");
    } else if (c == '(' || c == ')' || c == '[' || c == ']') {
      add(Kind::symbol, std::string_view(&c, 1));
    } else if (c == '\\') {
      while (at_ + 1 < source_.size() && is_ascii_letter(source_[at_ + 1])) ++at_;
    } else if (static_cast<unsigned char>(c) >= 0x80) {
      const std::size_t size = code_point_at(source_, at_).size;
      add(Kind::symbol, source_.substr(at_, size));
      at_ += size - 1;
    }
    ++at_;
  }

  void number() {
    const std::size_t end = std::min(source_.find_first_not_of("0123456789.", at_), source_.size());
    add(Kind::number, source_.substr(at_, end - at_));
    at_ = end;
  }

  // "^2-", "^{3+}", "^+": a number and a sign; a lone "^" is gas that leaves.
  void charge() {
    ++at_;
    while (at_ < source_.size() && std::string_view("{}0123456789+-").find(source_[at_]) != std::string_view::npos) {
      const char c = source_[at_];
      if (is_ascii_digit(c)) {
        number();
        continue;
      }
      if (c == '+' || c == '-') add(Kind::symbol, c == '+' ? "+" : "−");
      ++at_;
      if (c == '}' || c == '+' || c == '-') return;
    }
  }

  std::string_view source_;
  std::size_t at_ = 0;
  Expression result_ = {Kind::chemistry, {}, {}};
};

}  // namespace

Expression parse_chemistry(std::string_view source) { return ChemistryReader(source).run(); }

}  // namespace aloud
