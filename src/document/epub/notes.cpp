#include "document/epub/notes.h"

#include <algorithm>
#include <array>
#include <optional>

#include "util/ascii.h"

namespace aloud {
namespace {

// How far from where a link stands the name may be that leads back to it, and how long a note may be.
constexpr std::size_t kNear = 200, kLongestNote = 20'000;

// "12", "*", "iv", "a": what stands for a note, rather than a word of the text.
bool is_note_sign(std::string_view label) {
  if (label.empty() || label.size() > 6) return false;
  if (std::all_of(label.begin(), label.end(), is_ascii_digit<char>)) return label.size() <= 4;
  if (label.find_first_not_of("ivxlc") == std::string_view::npos) return true;
  if (label.find_first_not_of("*#") == std::string_view::npos) return true;
  static constexpr std::array<std::string_view, 5> kSigns{"\u2020", "\u2021", "\u00A7", "\u00B6", "\u2020\u2020"};
  return label.size() == 1 ? is_ascii_letter(label[0]) : std::find(kSigns.begin(), kSigns.end(), label) != kSigns.end();
}

struct Spot {
  std::size_t page = 0, at = 0;
  auto operator<=>(const Spot&) const = default;
};

class Finder {
 public:
  Finder(const std::vector<ScannedPage>& pages, const std::map<std::string, std::size_t>& by_path)
      : pages_(pages), by_path_(by_path), found_(pages.size()) {}

  std::vector<PageNotes> find() {
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (const PageLink& link : pages_[page].links) {
        if (const auto to = spot_of(link)) leads_.push_back({*to, page, &link});
      }
    }
    std::stable_sort(leads_.begin(), leads_.end(), [](const Lead& a, const Lead& b) { return a.to < b.to; });
    for (std::size_t page = 0; page < pages_.size(); ++page) {
      for (const PageLink& link : pages_[page].links) judge(page, link);
    }
    for (PageNotes& notes : found_) {
      std::sort(notes.back.begin(), notes.back.end());
      notes.back.erase(std::unique(notes.back.begin(), notes.back.end()), notes.back.end());
    }
    return std::move(found_);
  }

 private:
  // A link, by where it leads to.
  struct Lead {
    Spot to;
    std::size_t page;
    const PageLink* link;
  };

  std::optional<Spot> spot_of(const PageLink& link) const {
    const auto page = by_path_.find(link.to.path);
    if (page == by_path_.end() || link.to.fragment.empty()) return std::nullopt;
    const auto& names = pages_[page->second].names;
    const auto name = names.find(link.to.fragment);
    return name == names.end() ? std::nullopt : std::optional(Spot{page->second, name->second});
  }

  void judge(std::size_t page, const PageLink& link) {
    if (link.back) found_[page].back.push_back(link.begin);
    const auto to = spot_of(link);
    if (!to || link.back) return;
    const std::string label = note_label(link.text);
    const PageLink* const back = link_back(page, link, *to);
    const bool shaped = link.within_text && is_note_sign(label) && (link.raised || link.named || label != link.text);
    if (!link.reference && !(shaped && back != nullptr)) return;
    found_[page].references.try_emplace(link.begin, label);
    found_[to->page].notes.try_emplace(to->at, BookNote{label, page, link.begin});
    if (back != nullptr) found_[to->page].back.push_back(back->begin);
  }

  // The link of the note that leads back to `link`, which leads to `note`.
  const PageLink* link_back(std::size_t page, const PageLink& link, const Spot& note) const {
    constexpr int kMost = 16;  // that lead to about the same place
    const Spot first{page, link.begin - std::min(link.begin, kNear)};
    auto lead =
        std::lower_bound(leads_.begin(), leads_.end(), first, [](const Lead& one, const Spot& at) { return one.to < at; });
    const auto distance = [&](const Lead& one) { return std::max(one.to.at, link.begin) - std::min(one.to.at, link.begin); };
    const Lead* best = nullptr;
    for (int tried = 0; lead != leads_.end() && tried < kMost; ++lead, ++tried) {
      if (lead->to.page != page || lead->to.at > link.end) break;
      const std::size_t at = lead->link->begin;
      const bool in_note = lead->page == note.page && at + kNear >= note.at && at <= note.at + kLongestNote;
      if (!in_note || lead->link == &link || lead->link->reference) continue;
      if (best == nullptr || distance(*lead) < distance(*best)) best = &*lead;
    }
    return best == nullptr ? nullptr : best->link;
  }

  const std::vector<ScannedPage>& pages_;
  const std::map<std::string, std::size_t>& by_path_;
  std::vector<Lead> leads_;
  std::vector<PageNotes> found_;
};

}  // namespace

std::string note_label(const std::string& text) {
  const std::size_t begin = text.find_first_not_of("[({ ");
  const std::size_t end = text.find_last_not_of("])}. ");
  return begin == std::string::npos || end == std::string::npos || end < begin ? std::string()
                                                                               : text.substr(begin, end + 1 - begin);
}

std::vector<PageNotes> find_notes(const std::vector<ScannedPage>& pages, const std::map<std::string, std::size_t>& by_path) {
  return Finder(pages, by_path).find();
}

}  // namespace aloud
