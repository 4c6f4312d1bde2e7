#include "document/html/block_phrases.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"

namespace aloud {
namespace {

using enum SilentKind;

// The whole of a line, without punctuation at its end.
constexpr std::array kWholeLines{
    BlockPhrase{"advertisement", advertisement},
    BlockPhrase{"advertisements", advertisement},
    BlockPhrase{"sponsored", advertisement},
    BlockPhrase{"ad", advertisement},
    BlockPhrase{"share", sharing},
    BlockPhrase{"share this", sharing},
    BlockPhrase{"share this article", sharing},
    BlockPhrase{"share this post", sharing},
    BlockPhrase{"share on facebook", sharing},
    BlockPhrase{"share on twitter", sharing},
    BlockPhrase{"tweet", sharing},
    BlockPhrase{"facebook", sharing},
    BlockPhrase{"twitter", sharing},
    BlockPhrase{"linkedin", sharing},
    BlockPhrase{"pinterest", sharing},
    BlockPhrase{"whatsapp", sharing},
    BlockPhrase{"email", sharing},
    BlockPhrase{"print", sharing},
    BlockPhrase{"copy link", sharing},
    BlockPhrase{"copied", sharing},
    BlockPhrase{"save", sharing},
    BlockPhrase{"follow", sharing},
    BlockPhrase{"follow us", sharing},
    BlockPhrase{"like", sharing},
    BlockPhrase{"reply", sharing},
    BlockPhrase{"report", sharing},
    BlockPhrase{"comments", comments},
    BlockPhrase{"add comment", comments},
    BlockPhrase{"leave a comment", comments},
    BlockPhrase{"no comments", comments},
    BlockPhrase{"read more", related},
    BlockPhrase{"learn more", related},
    BlockPhrase{"show more", navigation},
    BlockPhrase{"show less", navigation},
    BlockPhrase{"load more", navigation},
    BlockPhrase{"view all", navigation},
    BlockPhrase{"see all", navigation},
    BlockPhrase{"see more", related},
    BlockPhrase{"view more", related},
    BlockPhrase{"more", related},
    BlockPhrase{"close", navigation},
    BlockPhrase{"next", navigation},
    BlockPhrase{"previous", navigation},
    BlockPhrase{"back to top", navigation},
    BlockPhrase{"menu", navigation},
    BlockPhrase{"table of contents", navigation},
    BlockPhrase{"in this article", navigation},
    BlockPhrase{"on this page", navigation},
    BlockPhrase{"contents", navigation},
    BlockPhrase{"jump to", navigation},
    BlockPhrase{"skip to content", navigation},
    BlockPhrase{"get started", subscription},
    BlockPhrase{"sign up", subscription},
    BlockPhrase{"sign in", subscription},
    BlockPhrase{"log in", subscription},
    BlockPhrase{"subscribe", subscription},
    BlockPhrase{"subscribe now", subscription},
    BlockPhrase{"contact us", subscription},
    BlockPhrase{"add to cart", subscription},
    BlockPhrase{"buy now", subscription},
    BlockPhrase{"shop now", subscription},
    BlockPhrase{"get a quote", subscription},
    BlockPhrase{"loading", hidden},
    BlockPhrase{"search", form_control},
    BlockPhrase{"expand description", navigation},
    BlockPhrase{"published", byline},
    BlockPhrase{"written by", byline},
    BlockPhrase{"edited by", byline},
    BlockPhrase{"reviewed by", byline},
    BlockPhrase{"author", byline},
    BlockPhrase{"by", byline},
    BlockPhrase{"updated", byline},
    BlockPhrase{"tags", byline},
};

// How a short block begins that says it.
constexpr std::array kBeginnings{
    BlockPhrase{"read more:", related},
    BlockPhrase{"read also", related},
    BlockPhrase{"also read", related},
    BlockPhrase{"read next", related},
    BlockPhrase{"related:", related},
    BlockPhrase{"see also:", related},
    BlockPhrase{"more:", related},
    BlockPhrase{"watch:", related},
    BlockPhrase{"recommended:", related},
    BlockPhrase{"read the full", related},
    BlockPhrase{"share this", sharing},
    BlockPhrase{"follow us", sharing},
    BlockPhrase{"follow me", sharing},
    BlockPhrase{"sign up for", subscription},
    BlockPhrase{"sign up to", subscription},
    BlockPhrase{"subscribe to", subscription},
    BlockPhrase{"subscribe for", subscription},
    BlockPhrase{"get our newsletter", subscription},
    BlockPhrase{"enter your email", subscription},
    BlockPhrase{"by signing up", subscription},
    BlockPhrase{"by subscribing", subscription},
    BlockPhrase{"by submitting", subscription},
    BlockPhrase{"by clicking", consent},
    BlockPhrase{"this site uses cookies", consent},
    BlockPhrase{"we use cookies", consent},
    BlockPhrase{"this website uses cookies", consent},
    BlockPhrase{"this article may contain affiliate", advertisement},
    BlockPhrase{"this post may contain affiliate", advertisement},
    BlockPhrase{"this post contains affiliate", advertisement},
    BlockPhrase{"photo:", byline},
    BlockPhrase{"photo by", byline},
    BlockPhrase{"image:", byline},
    BlockPhrase{"image credit", byline},
    BlockPhrase{"image source", byline},
    BlockPhrase{"credit:", byline},
    BlockPhrase{"photo credit", byline},
    BlockPhrase{"photograph:", byline},
    BlockPhrase{"posted by", byline},
    BlockPhrase{"posted on", byline},
    BlockPhrase{"posted in", byline},
    BlockPhrase{"written by", byline},
    BlockPhrase{"reviewed by", byline},
    BlockPhrase{"fact checked by", byline},
    BlockPhrase{"fact-checked by", byline},
    BlockPhrase{"edited by", byline},
    BlockPhrase{"medically reviewed", byline},
    BlockPhrase{"last updated", byline},
    BlockPhrase{"last modified", byline},
    BlockPhrase{"updated on", byline},
    BlockPhrase{"updated:", byline},
    BlockPhrase{"published on", byline},
    BlockPhrase{"published:", byline},
    BlockPhrase{"filed under", byline},
    BlockPhrase{"tagged", byline},
    BlockPhrase{"tags:", byline},
    BlockPhrase{"categories:", byline},
    BlockPhrase{"category:", byline},
    BlockPhrase{"copyright \xC2\xA9", page_footer},
    BlockPhrase{"\xC2\xA9", page_footer},
    BlockPhrase{"all rights reserved", page_footer},
    BlockPhrase{"click here to", related},
    BlockPhrase{"be the first to", comments},
    BlockPhrase{"your email address will not", comments},
    BlockPhrase{"please enable javascript", hidden},
    BlockPhrase{"javascript is disabled", hidden},
};

// A heading over what is not the article.
constexpr std::array kHeadings{
    BlockPhrase{"related", related},
    BlockPhrase{"you may also", related},
    BlockPhrase{"you might also", related},
    BlockPhrase{"you might like", related},
    BlockPhrase{"more from", related},
    BlockPhrase{"more stories", related},
    BlockPhrase{"more articles", related},
    BlockPhrase{"more news", related},
    BlockPhrase{"more in", related},
    BlockPhrase{"more on this", related},
    BlockPhrase{"recommended", related},
    BlockPhrase{"recent posts", related},
    BlockPhrase{"recent articles", related},
    BlockPhrase{"latest news", related},
    BlockPhrase{"latest posts", related},
    BlockPhrase{"latest articles", related},
    BlockPhrase{"latest stories", related},
    BlockPhrase{"popular posts", related},
    BlockPhrase{"popular articles", related},
    BlockPhrase{"most popular", related},
    BlockPhrase{"most read", related},
    BlockPhrase{"most viewed", related},
    BlockPhrase{"trending", related},
    BlockPhrase{"read more", related},
    BlockPhrase{"read next", related},
    BlockPhrase{"keep reading", related},
    BlockPhrase{"up next", related},
    BlockPhrase{"similar posts", related},
    BlockPhrase{"similar articles", related},
    BlockPhrase{"explore more", related},
    BlockPhrase{"other articles", related},
    BlockPhrase{"more videos", related},
    BlockPhrase{"comments", comments},
    BlockPhrase{"leave a reply", comments},
    BlockPhrase{"leave a comment", comments},
    BlockPhrase{"post a comment", comments},
    BlockPhrase{"join the conversation", comments},
    BlockPhrase{"share this", sharing},
    BlockPhrase{"share the", sharing},
    BlockPhrase{"follow us", sharing},
    BlockPhrase{"newsletter", subscription},
    BlockPhrase{"subscribe", subscription},
    BlockPhrase{"sign up", subscription},
    BlockPhrase{"join our", subscription},
    BlockPhrase{"get the latest", subscription},
    BlockPhrase{"stay informed", subscription},
    BlockPhrase{"stay up to date", subscription},
    BlockPhrase{"about the author", byline},
    BlockPhrase{"about author", byline},
    BlockPhrase{"written by", byline},
    BlockPhrase{"meet the author", byline},
    BlockPhrase{"table of contents", navigation},
    BlockPhrase{"in this article", navigation},
    BlockPhrase{"on this page", navigation},
    BlockPhrase{"advertisement", advertisement},
    BlockPhrase{"sponsored", advertisement},
    BlockPhrase{"our partners", advertisement},
};

template <typename Phrases>
const BlockPhrase* beginning_in(const Phrases& phrases, std::string_view line) {
  const auto* const found =
      std::find_if(phrases.begin(), phrases.end(), [&](const BlockPhrase& phrase) { return line.starts_with(phrase.text); });
  return found == phrases.end() ? nullptr : found;
}

}  // namespace

std::string folded_line(std::string_view text) {
  std::string line = ascii_lower(text);
  while (!line.empty() && std::string_view(" :.!>|\xC2\xBB\xE2\x80\xA6").find(line.back()) != std::string_view::npos)
    line.pop_back();
  return line;
}

const BlockPhrase* whole_line_phrase(std::string_view line) {
  const auto* const found =
      std::find_if(kWholeLines.begin(), kWholeLines.end(), [&](const BlockPhrase& phrase) { return phrase.text == line; });
  return found == kWholeLines.end() ? nullptr : found;
}

const BlockPhrase* beginning_phrase(std::string_view line) { return beginning_in(kBeginnings, line); }
const BlockPhrase* heading_phrase(std::string_view line) { return beginning_in(kHeadings, line); }

}  // namespace aloud
