#include "document/html/class_words.h"

#include <algorithm>
#include <array>

#include "util/ascii.h"

namespace aloud {
namespace {

struct Word {
  std::string_view name;
  SilentKind kind;
};

using enum SilentKind;

// Words that many sites use, alone or two in a row. In the alphabet's order.
constexpr std::array kWords{
    Word{"ad", advertisement},
    Word{"addthis", sharing},
    Word{"addtoany", sharing},
    Word{"adblock", advertisement},
    Word{"adbox", advertisement},
    Word{"ads", advertisement},
    Word{"adsbygoogle", advertisement},
    Word{"adsense", advertisement},
    Word{"adslot", advertisement},
    Word{"adunit", advertisement},
    Word{"advert", advertisement},
    Word{"advertisement", advertisement},
    Word{"advertising", advertisement},
    Word{"adverts", advertisement},
    Word{"adwrapper", advertisement},
    Word{"about-author", byline},
    Word{"affiliate-disclosure", advertisement},
    Word{"also-like", related},
    Word{"also-read", related},
    Word{"article-footer", page_footer},
    Word{"article-info", byline},
    Word{"article-meta", byline},
    Word{"article-nav", navigation},
    Word{"article-tags", byline},
    Word{"author-bio", byline},
    Word{"author-box", byline},
    Word{"author-card", byline},
    Word{"author-info", byline},
    Word{"author-profile", byline},
    Word{"authorbox", byline},
    Word{"back-top", navigation},
    Word{"backlink", navigation},
    Word{"blog-meta", byline},
    Word{"breadcrumb", navigation},
    Word{"breadcrumbs", navigation},
    Word{"byline", byline},
    Word{"bylines", byline},
    Word{"ccpa", consent},
    Word{"colophon", page_footer},
    Word{"comment", comments},
    Word{"comment-list", comments},
    Word{"commentlist", comments},
    Word{"comments", comments},
    Word{"consent", consent},
    Word{"cookie", consent},
    Word{"cookies", consent},
    Word{"copyright", page_footer},
    Word{"cta", subscription},
    Word{"dfp", advertisement},
    Word{"disqus", comments},
    Word{"donate", subscription},
    Word{"donation", subscription},
    Word{"drawer", hidden},
    Word{"dropdown", navigation},
    Word{"edit-link", navigation},
    Word{"editsection", navigation},
    Word{"entry-footer", page_footer},
    Word{"entry-meta", byline},
    Word{"entry-tags", byline},
    Word{"fb-comments", comments},
    Word{"follow-us", sharing},
    Word{"footer", page_footer},
    Word{"gdpr", consent},
    Word{"global-header", page_header},
    Word{"gutter", form_control},
    Word{"header-nav", navigation},
    Word{"headerlink", navigation},
    Word{"hentry-meta", byline},
    Word{"in-page", navigation},
    Word{"jp-relatedposts", related},
    Word{"last-modified", byline},
    Word{"last-updated", byline},
    Word{"latest-news", related},
    Word{"latest-posts", related},
    Word{"lightbox", hidden},
    Word{"line-numbers", form_control},
    Word{"lineno", form_control},
    Word{"linenos", form_control},
    Word{"login", subscription},
    Word{"logo", page_header},
    Word{"mailchimp", subscription},
    Word{"masthead", page_header},
    Word{"megamenu", navigation},
    Word{"menu", navigation},
    Word{"meta-info", byline},
    Word{"modal", hidden},
    Word{"more-articles", related},
    Word{"more-from", related},
    Word{"more-info", related},
    Word{"more-news", related},
    Word{"more-posts", related},
    Word{"more-stories", related},
    Word{"most-popular", related},
    Word{"most-read", related},
    Word{"mostpopular", related},
    Word{"mostread", related},
    Word{"nav", navigation},
    Word{"navbar", navigation},
    Word{"navbox", navigation},
    Word{"navigation", navigation},
    Word{"navmenu", navigation},
    Word{"newsletter", subscription},
    Word{"newsletters", subscription},
    Word{"noprint", navigation},
    Word{"onetrust", consent},
    Word{"optin", subscription},
    Word{"outbrain", advertisement},
    Word{"overlay", hidden},
    Word{"page-nav", navigation},
    Word{"page-tools", sharing},
    Word{"pagenav", navigation},
    Word{"pager", navigation},
    Word{"pagination", navigation},
    Word{"paywall", subscription},
    Word{"popup", hidden},
    Word{"post-author", byline},
    Word{"post-date", byline},
    Word{"post-footer", page_footer},
    Word{"post-info", byline},
    Word{"post-meta", byline},
    Word{"post-nav", navigation},
    Word{"post-navigation", navigation},
    Word{"post-tags", byline},
    Word{"postmeta", byline},
    Word{"posted-on", byline},
    Word{"prev-next", navigation},
    Word{"print-only", hidden},
    Word{"promo", advertisement},
    Word{"promoted", advertisement},
    Word{"promotion", advertisement},
    Word{"promotions", advertisement},
    Word{"promos", advertisement},
    Word{"pubdate", byline},
    Word{"publish-date", byline},
    Word{"published-date", byline},
    Word{"rating", sharing},
    Word{"ratings", sharing},
    Word{"read-also", related},
    Word{"read-more", related},
    Word{"read-next", related},
    Word{"read-time", byline},
    Word{"reading-time", byline},
    Word{"readmore", related},
    Word{"recent-posts", related},
    Word{"recirc", related},
    Word{"recirculation", related},
    Word{"recommend", related},
    Word{"recommendation", related},
    Word{"recommendations", related},
    Word{"recommended", related},
    Word{"related", related},
    Word{"relatedarticles", related},
    Word{"relatedposts", related},
    Word{"respond", comments},
    Word{"right-rail", sidebar},
    Word{"screen-reader", hidden},
    Word{"search-form", form_control},
    Word{"searchbox", form_control},
    Word{"see-also", related},
    Word{"share", sharing},
    Word{"sharebar", sharing},
    Word{"sharedaddy", sharing},
    Word{"sharethis", sharing},
    Word{"sharing", sharing},
    Word{"side-bar", sidebar},
    Word{"side-nav", navigation},
    Word{"sidebar", sidebar},
    Word{"sidenav", navigation},
    Word{"sign-up", subscription},
    Word{"signup", subscription},
    Word{"site-footer", page_footer},
    Word{"site-header", page_header},
    Word{"sitefooter", page_footer},
    Word{"siteheader", page_header},
    Word{"sitemap", navigation},
    Word{"skip", navigation},
    Word{"skiplink", navigation},
    Word{"social", sharing},
    Word{"socials", sharing},
    Word{"sponsor", advertisement},
    Word{"sponsored", advertisement},
    Word{"sponsors", advertisement},
    Word{"sr-only", hidden},
    Word{"subfooter", page_footer},
    Word{"submenu", navigation},
    Word{"subscribe", subscription},
    Word{"subscription", subscription},
    Word{"taboola", advertisement},
    Word{"tag-list", byline},
    Word{"taglist", byline},
    Word{"tags-links", byline},
    Word{"timestamp", byline},
    Word{"toc", navigation},
    Word{"toolbar", navigation},
    Word{"tooltip", hidden},
    Word{"top-bar", navigation},
    Word{"topbar", navigation},
    Word{"trending", related},
    Word{"up-next", related},
    Word{"upsell", advertisement},
    Word{"visually-hidden", hidden},
    Word{"widget", sidebar},
    Word{"widgets", sidebar},
    Word{"you-may", related},
};

constexpr auto kSortedWords = [] {
  auto words = kWords;
  std::sort(words.begin(), words.end(), [](const Word& a, const Word& b) { return a.name < b.name; });
  return words;
}();

constexpr std::array<std::string_view, 13> kContent{"article", "blog", "body",  "content", "contents", "copy",   "entry",
                                                    "main",    "post", "prose", "story",   "text",     "wysiwyg"};
constexpr std::array<std::string_view, 30> kBody{
    "article-body", "article-content", "article-text", "articlebody",  "articlecontent",  "articletext",
    "blog-content", "blog-post",       "body-content", "body-copy",    "content-body",    "entry-content",
    "entrycontent", "markdown-body",   "news-content", "news-text",    "page-content",    "post-body",
    "post-content", "post-entry",      "post-text",    "postbody",     "postcontent",     "single-content",
    "story-body",   "story-content",   "storybody",    "storycontent", "td-post-content", "rich-text"};
constexpr std::array<std::string_view, 9> kReply{"answer", "answers", "comment", "comments", "message",
                                                 "post",   "posts",   "reply",   "replies"};

template <typename List>
bool holds(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

const Word* furniture_word(std::string_view word) {
  const auto* const found = std::lower_bound(kSortedWords.begin(), kSortedWords.end(), word,
                                             [](const Word& entry, std::string_view wanted) { return entry.name < wanted; });
  return found != kSortedWords.end() && found->name == word ? found : nullptr;
}

class Reader {
 public:
  ClassWords read(std::string_view names) {
    std::size_t begin = 0;
    for (std::size_t at = 0; at <= names.size(); ++at) {
      const char c = at < names.size() ? names[at] : ' ';
      const bool part = is_ascii_letter(c) || is_ascii_digit(c);
      const bool camel = at > begin && is_ascii_upper(c) && is_ascii_lower(names[at - 1]);
      if (part && !camel) continue;
      if (at > begin) take(names.substr(begin, at - begin));
      begin = camel ? at : at + 1;
      if (!part && c != '-' && c != '_') before_.clear();  // another name
    }
    return std::move(words_);
  }

 private:
  void take(std::string_view written) {
    constexpr std::size_t kLongestWord = 32;  // no entry is as long
    std::string word = ascii_lower(written.substr(0, kLongestWord));
    consider(word);
    if (!before_.empty()) consider(before_ + "-" + word);
    before_ = std::move(word);
  }

  void consider(const std::string& word) {
    words_.content = words_.content || holds(kContent, word);
    words_.body = words_.body || holds(kBody, word);
    words_.reply = words_.reply || holds(kReply, word);
    if (words_.furniture) return;
    const Word* const found = furniture_word(word);
    if (found == nullptr) return;
    words_.furniture = found->kind;
    words_.word = found->name;
  }

  ClassWords words_;
  std::string before_;
};

}  // namespace

ClassWords read_class_words(std::string_view names) { return Reader().read(names); }

}  // namespace aloud
