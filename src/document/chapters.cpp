#include "document/chapters.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "document/ledger.h"
#include "util/ascii.h"
#include "util/error.h"
#include "util/suggest.h"
#include "util/white_space.h"

namespace aloud {
namespace {

// Numbers of blocks.
using Kept = std::vector<bool>;

void keep(Kept& kept, std::size_t begin, std::size_t end) {
  for (std::size_t i = begin; i < end && i < kept.size(); ++i) kept[i] = true;
}

void leave_out(const RichText& text, std::vector<SilentRange>& silent) {
  for (const ByteRange& piece : text.text.source_pieces()) silent.push_back({piece, SilentKind::other_chapter});
}

void keep_blocks(Document& document, const Kept& kept) {
  std::vector<Block> blocks;
  std::vector<std::size_t> before(kept.size() + 1, 0);  // how many blocks before each are kept
  for (std::size_t i = 0; i < kept.size(); ++i) {
    Block& block = document.blocks[i];
    before[i + 1] = before[i] + (kept[i] ? 1 : 0);
    if (kept[i]) {
      blocks.push_back(std::move(block));
      continue;
    }
    leave_out(block.content, document.silent);
    for (const RichText& cell : block.cells) leave_out(cell, document.silent);
  }
  document.blocks = std::move(blocks);
  std::vector<Section> sections;
  for (std::size_t i = 0; i < document.sections.size(); ++i) {
    Section section = document.sections[i];
    const bool here = section.block < kept.size() && kept[section.block];
    section.block = before[std::min(section.block, kept.size())];
    if (here) sections.push_back(std::move(section));
  }
  document.sections = std::move(sections);
  settle_silent(document);
}

std::string comparable(std::string_view title) { return ascii_lower(fold_white_space(title)); }

class Choice {
 public:
  explicit Choice(Document& document) : document_(document), chapters_(chapters_of(document)), kept_(document.blocks.size()) {}

  void take(const std::string& wanted) {
    if (chapters_.empty()) fail("has no chapters to choose from: --chapters is for books");
    for (std::size_t begin = 0; begin < wanted.size();) {
      std::size_t end = wanted[begin] == '"' ? wanted.find('"', begin + 1) : begin;
      end = std::min(wanted.find(',', std::min(end, wanted.size())), wanted.size());
      take_one(fold_white_space(wanted.substr(begin, end - begin)));
      begin = end + 1;
      while (begin < wanted.size() && wanted[begin] == ' ') ++begin;
    }
    keep_blocks(document_, kept_);
  }

 private:
  [[noreturn]] void fail(const std::string& message) const {
    throw Error(ErrorKind::input, message, {document_.source.name()});
  }

  void take_one(std::string name) {
    if (name.size() >= 2 && name.front() == '"' && name.back() == '"') {
      name = name.substr(1, name.size() - 2);
    } else if (take_numbers(name)) {
      return;
    }
    take_title(name);
  }

  // "3", "3-7", "3-"; no title is taken for one that has one of these.
  bool take_numbers(const std::string& text) {
    int first = 0;
    const char* const end = text.data() + text.size();
    auto [at, error] = std::from_chars(text.data(), end, first);
    if (error != std::errc()) return false;
    int last = first;
    if (at != end && *at == '-') {
      ++at;
      last = chapters_.back().number;
      if (at != end) at = std::from_chars(at, end, last).ptr;
    }
    if (at != end) return false;
    const int most = chapters_.back().number;
    if (first < 1 || first > most || last < first || last > most)
      fail("has chapters 1 to " + std::to_string(most) + ", not " + text + "; aloud inspect --stage outline lists them");
    for (const Chapter& chapter : chapters_) {
      if (chapter.number >= first && chapter.number <= last) keep(kept_, chapter.begin, chapter.end);
    }
    return true;
  }

  void take_title(const std::string& name) {
    std::vector<std::string> known;
    bool found = false;
    const auto& sections = document_.sections;
    for (std::size_t i = 0; i < sections.size(); ++i) {
      known.push_back(sections[i].title);
      if (comparable(sections[i].title) != comparable(name)) continue;
      found = true;
      std::size_t next = i + 1;
      while (next < sections.size() && sections[next].depth > sections[i].depth) ++next;
      keep(kept_, sections[i].block, next < sections.size() ? sections[next].block : kept_.size());
    }
    if (!found)
      fail("has no chapter \"" + name + '"' + did_you_mean(name, known) + "; aloud inspect --stage outline lists them");
  }

  Document& document_;
  std::vector<Chapter> chapters_;
  Kept kept_;
};

}  // namespace

std::vector<Chapter> chapters_of(const Document& document) {
  std::vector<Chapter> chapters;
  for (const Section& section : document.sections) {
    if (section.chapter == 0) continue;
    const std::size_t begin = chapters.empty() ? 0 : section.block;
    if (!chapters.empty()) chapters.back().end = begin;
    chapters.push_back({section.chapter, section.title, begin, document.blocks.size()});
  }
  return chapters;
}

void keep_chapters(Document& document, const std::string& wanted) { Choice(document).take(wanted); }

Document only_chapter(const Document& document, const Chapter& chapter) {
  Document one = document;
  Kept kept(one.blocks.size());
  keep(kept, chapter.begin, chapter.end);
  keep_blocks(one, kept);
  return one;
}

}  // namespace aloud
