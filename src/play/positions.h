#pragma once

#include <optional>
#include <string>
#include <vector>

#include "play/article.h"

namespace aloud {

/// Where playing an article stopped, told by what is said there: an article that was edited meanwhile goes on at the same
/// sentence. docs/formats/position.md describes the file.
struct RememberedPlace {
  std::string sentence;             ///< its text, folded (play/folded_text.h)
  std::vector<std::string> before;  ///< stretches of text before and after it, nearest first
  std::vector<std::string> after;
  double fraction = 0;  ///< of the article's text that lies before
};

/// Where places are kept: $XDG_STATE_HOME/aloud/positions, else $HOME/.local/state/aloud/positions; empty, which keeps
/// nothing, when neither is set.
std::string default_position_directory();

/// A place in an article: that of the sentence in `sentence`, ranges of the decoded source.
RememberedPlace place_in_article(const Article& article, const std::vector<ByteRange>& sentence);

/// The byte of the decoded source at which the remembered sentence begins, else what stood nearest to it; nullopt when nothing
/// of it is left.
std::optional<std::size_t> find_place(const Article& article, const RememberedPlace& place);

/// An article that was begun.
struct BegunArticle {
  std::string path;
  double fraction = 0;  ///< of its text that was heard
};

/// Places by article. A file that is damaged, or of another version, is as good as none.
class PositionStore {
 public:
  explicit PositionStore(std::string directory) : directory_(std::move(directory)) {}

  /// By the article's path, else by its content (it was moved).
  std::optional<RememberedPlace> find(const Article& article) const;

  /// On failure throws Error{output}. Of more than kMost places the one remembered longest ago is forgotten.
  void keep(const Article& article, const RememberedPlace& place) const;

  /// Articles whose place is remembered and whose file is still there, the newest first, at most `most`.
  std::vector<BegunArticle> begun(std::size_t most) const;

  void forget(const Article& article) const;

  static constexpr std::size_t kMost = 500;

 private:
  std::string path_for(const Article& article) const;
  void prune() const;

  std::string directory_;
};

}  // namespace aloud
