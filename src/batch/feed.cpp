#include "batch/feed.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <chrono>
#include <cmath>
#include <string_view>

#include "audio/audio_format.h"
#include "util/address_text.h"
#include "util/plain_line.h"
#include "util/uuid.h"
#include "util/xml_text.h"
#include "version.h"

namespace aloud {
namespace {

std::string element(std::string_view name, std::string_view text) {
  return text.empty() ? "" : fmt::format("<{0}>{1}</{0}>\n", name, xml_text(text));
}

bool is_address(std::string_view text) { return text.starts_with("https://") || text.starts_with("http://"); }

// RFC 822 as RSS wants it: "Tue, 05 Mar 2024 00:00:00 +0000".
std::string date_text(std::int64_t seconds) {
  constexpr std::array kDays = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
  constexpr std::array kMonths = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
  using namespace std::chrono;
  const sys_seconds time{std::chrono::seconds(seconds)};
  const sys_days day = floor<days>(time);
  const year_month_day date(day);
  const hh_mm_ss clock(time - day);
  return fmt::format("{}, {:02} {} {:04} {:02}:{:02}:{:02} +0000", kDays[weekday(day).c_encoding()],
                     static_cast<unsigned>(date.day()), kMonths[static_cast<unsigned>(date.month()) - 1],
                     static_cast<int>(date.year()), clock.hours().count(), clock.minutes().count(), clock.seconds().count());
}

// The address without its scheme and without slashes at its end: what <podcast:guid> is made of.
std::string bare(std::string_view url) {
  std::string text(url.substr(url.find("://") + 3));
  while (text.ends_with('/')) text.pop_back();
  return text;
}

// MP3 where there is one: every client plays it.
const ManifestAudio& enclosed(const ManifestArticle& article) {
  const auto mp3 =
      std::find_if(article.audio.begin(), article.audio.end(), [](const auto& one) { return one.format == "mp3"; });
  return mp3 == article.audio.end() ? article.audio.front() : *mp3;
}

std::string without_extension(std::string path) {
  const std::size_t dot = path.find_last_of("./");
  if (dot != std::string::npos && path[dot] == '.') path.resize(dot);
  return path;
}

class FeedWriter {
 public:
  explicit FeedWriter(const FeedSettings& settings) : settings_(settings) {}

  std::string write(const std::vector<FeedEpisode>& episodes) {
    write_head();
    for (const FeedEpisode& episode : episodes) write_item(episode);
    return text_ + "</channel>\n</rss>\n";
  }

 private:
  std::string address_of(std::string_view path) const { return settings_.url + address_of_path(path); }

  void write_head() {
    const std::string self = address_of(settings_.file);
    const std::string& link = settings_.link.empty() ? settings_.url : settings_.link;
    text_ =
        "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        "<rss version=\"2.0\" xmlns:atom=\"http://www.w3.org/2005/Atom\" "
        "xmlns:itunes=\"http://www.itunes.com/dtds/podcast-1.0.dtd\" "
        "xmlns:podcast=\"https://podcastindex.org/namespace/1.0\">\n"
        "<channel>\n";
    text_ += fmt::format("<atom:link href=\"{}\" rel=\"self\" type=\"application/rss+xml\"/>\n", xml_text(self));
    text_ += element("title", settings_.title) + element("link", link);
    text_ += element("description", settings_.description.empty() ? settings_.title : settings_.description);
    text_ +=
        element("language", settings_.language) + element("copyright", settings_.copyright) + element("generator", kSoftware);
    text_ += element("itunes:author", settings_.author) + element("itunes:type", settings_.type);
    text_ += element("itunes:explicit", settings_.is_explicit ? "true" : "false");
    if (!settings_.category.empty()) text_ += fmt::format("<itunes:category text=\"{}\"/>\n", xml_text(settings_.category));
    if (!settings_.email.empty())
      text_ += "<itunes:owner>\n" + element("itunes:name", settings_.author) + element("itunes:email", settings_.email) +
               "</itunes:owner>\n";
    write_image(link);
    text_ += element("podcast:guid", name_uuid(kPodcastNamespace, bare(self)));
    text_ += element("podcast:medium", settings_.medium);
    text_ += fmt::format("<podcast:locked{}>{}</podcast:locked>\n",
                         settings_.email.empty() ? "" : fmt::format(" owner=\"{}\"", xml_text(settings_.email)),
                         settings_.locked ? "yes" : "no");
    if (!settings_.author.empty())
      text_ += fmt::format("<podcast:person role=\"author\">{}</podcast:person>\n", xml_text(settings_.author));
  }

  void write_image(const std::string& link) {
    if (settings_.image.empty()) return;
    const std::string image = is_address(settings_.image) ? settings_.image : address_of(settings_.image);
    text_ += fmt::format("<itunes:image href=\"{}\"/>\n", xml_text(image));
    text_ += "<image>\n" + element("url", image) + element("title", settings_.title) + element("link", link) + "</image>\n";
  }

  void write_item(const FeedEpisode& episode) {
    const ManifestArticle& article = *episode.article;
    const ManifestAudio& audio = enclosed(article);
    const std::string title = plain_line(article.title.empty() ? article.name : article.title);
    const auto format = format_by_name(audio.format);
    text_ += "<item>\n" + element("title", title) + element("description", episode.facts.summary);
    text_ += fmt::format("<enclosure url=\"{}\" length=\"{}\" type=\"{}\"/>\n", xml_text(address_of(audio.file.path)),
                         audio.file.bytes, format ? mime_of(*format) : "application/octet-stream");
    // By where it stands, not by what it says: an article that is mended is no new episode.
    const std::string place = settings_.url + without_extension(article.audio.front().file.path);
    text_ += fmt::format("<guid isPermaLink=\"false\">{}</guid>\n", name_uuid(kAddressNamespace, place));
    if (episode.facts.published) text_ += element("pubDate", date_text(*episode.facts.published));
    text_ += element("itunes:author", episode.facts.author.empty() ? settings_.author : episode.facts.author);
    text_ += element("itunes:duration", std::to_string(std::lround(audio.seconds())));
    text_ += element("itunes:explicit", settings_.is_explicit ? "true" : "false");
    if (!episode.facts.author.empty())
      text_ += fmt::format("<podcast:person role=\"author\">{}</podcast:person>\n", xml_text(episode.facts.author));
    for (const ManifestTimeline& timeline : audio.timelines) write_timeline(timeline, article.language);
    text_ += "</item>\n";
  }

  void write_timeline(const ManifestTimeline& timeline, const std::string& language) {
    const std::string address = xml_text(address_of(timeline.file.path));
    if (timeline.kind == "vtt")
      text_ += fmt::format("<podcast:transcript url=\"{}\" type=\"text/vtt\" language=\"{}\"/>\n", address, xml_text(language));
    if (timeline.kind == "srt")
      text_ += fmt::format("<podcast:transcript url=\"{}\" type=\"application/x-subrip\" language=\"{}\"/>\n", address,
                           xml_text(language));
    if (timeline.kind == "chapters.json")
      text_ += fmt::format("<podcast:chapters url=\"{}\" type=\"application/json+chapters\"/>\n", address);
    if (timeline.kind == "html") text_ += element("link", address_of(timeline.file.path));
  }

  const FeedSettings& settings_;
  std::string text_;
};

}  // namespace

std::string feed_text(const FeedSettings& settings, std::vector<FeedEpisode> episodes) {
  std::erase_if(episodes, [](const FeedEpisode& episode) { return episode.article->audio.empty(); });
  std::stable_sort(episodes.begin(), episodes.end(), [](const FeedEpisode& a, const FeedEpisode& b) {
    if (a.facts.published != b.facts.published) return a.facts.published > b.facts.published;  // nullopt is before all
    return a.article->name < b.article->name;
  });
  return FeedWriter(settings).write(episodes);
}

std::string objection_to(const FeedSettings& settings) {
  if (!is_address(settings.url))
    return "[feed] needs \"url\": where the output directory stands on the web, as https://example.org/audio/";
  if (settings.title.empty()) return "[feed] needs \"title\"";
  if (settings.type != "episodic" && settings.type != "serial") return "\"type\" in [feed] must be \"episodic\" or \"serial\"";
  return {};
}

}  // namespace aloud
