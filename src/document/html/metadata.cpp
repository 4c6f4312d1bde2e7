#include "document/html/metadata.h"

#include <algorithm>
#include <array>
#include <map>
#include <nlohmann/json.hpp>

#include "document/declared_language.h"
#include "util/ascii.h"
#include "util/utf8.h"
#include "util/white_space.h"

namespace aloud {
namespace {

using Index = PageTree::Index;
using Json = nlohmann::json;

// More of it, and it is no metadata.
constexpr std::size_t kLargestScript = std::size_t{1} << 20;
constexpr std::size_t kLongestValue = 1000;
constexpr std::size_t kMostWords = 8;  // of a site's name

std::optional<std::string> meaningful(std::string_view written) {
  std::string text = fold_white_space(written.substr(0, floor_to_code_point(written, kLongestValue)));
  if (text.empty() || text.size() + 3 >= kLongestValue) return std::nullopt;  // cut, before a character of up to four bytes
  return text;
}

void set(std::optional<std::string>& field, std::optional<std::string> value) {
  if (!field) field = std::move(value);
}

// "2024-05-01" of "2024-05-01T08:00:00Z".
std::string day_of(const std::string& written) {
  const auto digits = [&](std::size_t from, std::size_t count) {
    return written.size() >= from + count &&
           std::all_of(written.begin() + static_cast<std::ptrdiff_t>(from),
                       written.begin() + static_cast<std::ptrdiff_t>(from + count), is_ascii_digit<char>);
  };
  const bool iso = digits(0, 4) && digits(5, 2) && digits(8, 2) && written[4] == '-' && written[7] == '-';
  return iso ? written.substr(0, 10) : written;
}

bool is_address(std::string_view text) {
  return text.starts_with("http:") || text.starts_with("https:") || text.starts_with("//");
}

class JsonLd {
 public:
  explicit JsonLd(PageMetadata& metadata) : metadata_(metadata) {}

  void read(std::string_view text) {
    if (text.size() > kLargestScript) return;
    const Json json = Json::parse(text.begin(), text.end(), nullptr, false, true);
    if (!json.is_discarded()) visit(json, 0);
  }

 private:
  static constexpr int kDeepest = 4;

  void visit(const Json& json, int depth) {
    if (depth > kDeepest) return;
    if (json.is_array()) {
      for (const Json& item : json) visit(item, depth + 1);
      return;
    }
    if (!json.is_object()) return;
    if (const auto graph = json.find("@graph"); graph != json.end()) visit(*graph, depth + 1);
    if (const auto entity = json.find("mainEntity"); entity != json.end()) visit(*entity, depth + 1);
    const std::string type = type_of(json);
    if (is_article(type)) read_article(json, type);
  }

  static std::string type_of(const Json& json) {
    const auto type = json.find("@type");
    if (type == json.end()) return {};
    if (type->is_array() && !type->empty() && type->front().is_string()) return type->front().get<std::string>();
    return type->is_string() ? type->get<std::string>() : std::string();
  }

  static bool is_article(const std::string& type) {
    return type.find("Article") != std::string::npos || type.find("Posting") != std::string::npos || type == "Report" ||
           type == "Question" || type == "Recipe" || type == "Review";
  }

  void read_article(const Json& json, const std::string& type) {
    if (metadata_.type.empty()) metadata_.type = type;
    set(metadata_.title, text_at(json, "headline"));
    set(metadata_.title, text_at(json, "name"));
    set(metadata_.description, text_at(json, "description"));
    set(metadata_.language, text_at(json, "inLanguage"));
    if (auto date = text_at(json, "datePublished"); date && !metadata_.date) metadata_.date = day_of(*date);
    if (const auto author = json.find("author"); author != json.end()) set(metadata_.author, names_of(*author));
    if (const auto site = json.find("publisher"); site != json.end()) set(metadata_.site, names_of(*site));
  }

  static std::optional<std::string> text_at(const Json& json, const char* key) {
    const auto value = json.find(key);
    if (value == json.end() || !value->is_string()) return std::nullopt;
    return meaningful(value->get_ref<const std::string&>());
  }

  static std::optional<std::string> names_of(const Json& json) {
    if (json.is_string())
      return is_address(json.get_ref<const std::string&>()) ? std::nullopt : meaningful(json.get<std::string>());
    if (json.is_object()) return text_at(json, "name");
    std::string names;
    constexpr std::size_t kMost = 10;
    for (std::size_t i = 0; json.is_array() && i < std::min(json.size(), kMost); ++i) {
      const auto name = json[i].is_array() ? std::nullopt : names_of(json[i]);
      if (name) names += (names.empty() ? "" : ", ") + *name;
    }
    return meaningful(names);
  }

  PageMetadata& metadata_;
};

// The values of <meta> by name or property, in small letters; the first of each.
std::map<std::string, std::string, std::less<>> metas_of(const PageTree& tree) {
  std::map<std::string, std::string, std::less<>> metas;
  for (Index node = 0; node < tree.size(); ++node) {
    if (tree[node].element != Element::meta) continue;
    const auto content = meaningful(tree.value(node, "content"));
    if (!content) continue;
    for (const char* const attribute : {"property", "name", "itemprop", "http-equiv"}) {
      const std::string_view name = tree.value(node, attribute);
      if (!name.empty()) metas.emplace(ascii_lower(name.substr(0, kLongestValue)), *content);
    }
  }
  return metas;
}

void read_metas(const PageTree& tree, PageMetadata& metadata) {
  const auto metas = metas_of(tree);
  const auto take = [&](std::optional<std::string>& field, std::initializer_list<std::string_view> names) {
    for (const std::string_view name : names) {
      const auto found = metas.find(name);
      if (found != metas.end() && !is_address(found->second)) set(field, found->second);
    }
  };
  take(metadata.site, {"og:site_name", "application-name"});
  take(metadata.title, {"og:title", "twitter:title", "dc.title", "dcterms.title", "citation_title"});
  take(metadata.author, {"author", "article:author", "dc.creator", "dcterms.creator", "citation_author", "parsely-author"});
  take(metadata.description, {"og:description", "description", "twitter:description", "dc.description"});
  std::optional<std::string> date;
  take(date, {"article:published_time", "datepublished", "date", "dc.date", "dcterms.date", "dcterms.created", "dc.date.issued",
              "citation_publication_date", "parsely-pub-date", "pubdate", "publishdate", "og:article:published_time"});
  if (date && !metadata.date) metadata.date = day_of(*date);
  take(metadata.language, {"content-language", "dc.language", "og:locale"});
}

std::optional<std::string> time_of(const PageTree& tree) {
  for (Index node = 0; node < tree.size(); ++node) {
    if (tree[node].element != Element::time) continue;
    const auto written = meaningful(tree.value(node, "datetime"));
    if (written) return day_of(*written);
  }
  return std::nullopt;
}

std::optional<std::string> page_title_of(const PageTree& tree) {
  const Index title = tree.find(Element::title);
  if (title >= tree.size() || title + 1 >= tree[title].end) return std::nullopt;
  return meaningful(tree.text(title + 1));
}

std::string comparable(std::string_view text) {
  std::string letters;
  for (const char c : ascii_lower(text)) {
    if (static_cast<unsigned char>(c) >= 0x80 || is_ascii_letter(c) || is_ascii_digit(c)) letters += c;
  }
  return letters;
}

std::size_t words_in(std::string_view text) { return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) + 1; }

}  // namespace

std::string without_site_name(const std::string& title, const std::string& site) {
  std::size_t last = std::string::npos, size = 0;
  for (const std::string_view separator :
       {" | ", " - ", " \xE2\x80\x93 ", " \xE2\x80\x94 ", " \xC2\xBB ", " :: ", " \xC2\xB7 "}) {
    const std::size_t at = title.rfind(separator);
    if (at == std::string::npos || (last != std::string::npos && at < last)) continue;
    last = at;
    size = separator.size();
  }
  if (last == std::string::npos) return title;
  const std::string_view head = std::string_view(title).substr(0, last), tail = std::string_view(title).substr(last + size);
  if (!site.empty() && comparable(tail) == comparable(site)) return std::string(head);
  if (!site.empty() && comparable(head) == comparable(site)) return std::string(tail);
  const bool name = words_in(tail) <= kMostWords / 2 && words_in(head) >= 3 && words_in(tail) < words_in(head);
  return name ? std::string(head) : title;
}

PageMetadata read_metadata(const PageTree& tree) {
  PageMetadata metadata;
  JsonLd json(metadata);
  for (Index node = 0; node < tree.size(); ++node) {
    const bool data = tree[node].element == Element::script && tree.value(node, "type") == "application/ld+json";
    if (data && node + 1 < tree[node].end) json.read(tree.text(node + 1));
  }
  read_metas(tree, metadata);
  set(metadata.title, page_title_of(tree));
  set(metadata.date, time_of(tree));
  if (const auto language = meaningful(tree.value(0, "lang"))) metadata.language = language;
  if (metadata.language) metadata.language = declared_language(*metadata.language);
  if (metadata.language && metadata.language->empty()) metadata.language.reset();
  if (metadata.language) std::replace(metadata.language->begin(), metadata.language->end(), '_', '-');
  if (metadata.title) metadata.title = without_site_name(*metadata.title, metadata.site.value_or(""));
  return metadata;
}

}  // namespace aloud
