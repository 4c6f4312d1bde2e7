#include "publish/page_controls.h"

#include <fmt/format.h>

#include "audio/time_text.h"
#include "util/xml_text.h"

namespace aloud {
namespace {

// Paths in a square of 24; the ones that point into the direction of reading turn with it.
constexpr const char* kPlay = "<path d=\"M7 4v16l13-8z\"/>";
constexpr const char* kPause = "<path d=\"M6 4h4v16H6zM14 4h4v16h-4z\"/>";
constexpr const char* kBack = "<path d=\"M18 4v16L7 12zM5 4h2v16H5z\"/>";
constexpr const char* kOn = "<path d=\"M6 4v16l11-8zM17 4h2v16h-2z\"/>";
constexpr const char* kUp = "<path d=\"M4 14l8-8 8 8zM4 17h16v2H4z\"/>";
constexpr const char* kDown = "<path d=\"M4 10l8 8 8-8zM4 5h16v2H4z\"/>";

std::string icon(const char* path, const char* kind) {
  return fmt::format("<svg viewBox=\"0 0 24 24\" aria-hidden=\"true\" class=\"{}\">{}</svg>", kind, path);
}

std::string button(const char* id, const std::string& label, const std::string& content) {
  return fmt::format("<button type=\"button\" id=\"aloud-{}\" aria-label=\"{}\" title=\"{}\">{}</button>\n", id,
                     xml_text(label), xml_text(label), content);
}

std::string check_box(const char* id, const std::string& label) {
  return fmt::format("<label><input type=\"checkbox\" id=\"aloud-{}\"> {}</label>\n", id, xml_text(label));
}

std::string sleep_timer(const PageLabels& labels) {
  std::string options = fmt::format("<option value=\"0\">{}</option>", xml_text(labels["off"]));
  for (const int minutes : {5, 10, 15, 30, 45, 60})
    options += fmt::format("<option value=\"{0}\">{0} {1}</option>", minutes, xml_text(labels["minutes"]));
  return fmt::format("<label>{} <select id=\"aloud-sleep\">{}</select></label>\n", xml_text(labels["sleep"]), options);
}

std::string chapter_list(const std::vector<ChapterMark>& chapters, SampleRate rate, const PageLabels& labels) {
  if (chapters.empty()) return {};
  std::string list = fmt::format("<details><summary>{}</summary><ol>\n", xml_text(labels["chapters"]));
  for (const ChapterMark& chapter : chapters) {
    list += fmt::format("<li><a href=\"#t={}\">{}</a> {}</li>\n", decimal_seconds(chapter.begin, rate), xml_text(chapter.title),
                        clock_text(seconds_of(chapter.begin, rate)));
  }
  return list + "</ol></details>\n";
}

}  // namespace

std::string page_controls(const std::string& source, const std::vector<ChapterMark>& chapters, SampleRate rate,
                          const PageLabels& labels) {
  std::string html = fmt::format("<section id=\"aloud-player\" lang=\"{}\" aria-label=\"{}\">\n", labels.language(),
                                 xml_text(labels["player"]));
  html += fmt::format("<audio id=\"aloud-audio\" controls preload=\"metadata\" aria-label=\"{}\" src=\"",
                      xml_text(labels["player"]));
  html += source;
  html += "\"></audio>\n<div id=\"aloud-controls\" hidden>\n<div class=\"row\">\n";
  html += button("block-back", labels["previous_paragraph"], icon(kUp, "stands"));
  html += button("sentence-back", labels["previous_sentence"], icon(kBack, "turns"));
  html += button("play", labels["play"], icon(kPlay, "turns paused") + icon(kPause, "playing"));
  html += button("sentence-on", labels["next_sentence"], icon(kOn, "turns"));
  html += button("block-on", labels["next_paragraph"], icon(kDown, "stands"));
  html += fmt::format("<input type=\"range\" id=\"aloud-place\" min=\"0\" step=\"0.1\" value=\"0\" aria-label=\"{}\">\n",
                      xml_text(labels["position"]));
  html += "<span id=\"aloud-time\"></span>\n</div>\n";
  html += chapter_list(chapters, rate, labels);
  html += fmt::format("<details id=\"aloud-more\"><summary>{}</summary>\n<div class=\"row\"><label>{} ",
                      xml_text(labels["settings"]), xml_text(labels["speed"]));
  html +=
      "<input type=\"range\" id=\"aloud-rate\" min=\"0.5\" max=\"3\" step=\"0.1\" value=\"1\"></label>"
      "<output id=\"aloud-rate-text\" for=\"aloud-rate\">1×</output>\n";
  html += sleep_timer(labels);
  html += fmt::format("<button type=\"button\" id=\"aloud-link\">{}</button></div>\n<div class=\"row\">\n",
                      xml_text(labels["copy_link"]));
  html += check_box("word", labels["mark_words"]) + check_box("sentence", labels["mark_sentences"]);
  html += check_box("pause", labels["pause_each"]) + check_box("spacing", labels["spacing"]) +
          check_box("keys", labels["use_keys"]);
  html += fmt::format("</div>\n<p>{}</p></details>\n</div>\n<p id=\"aloud-say\" class=\"hidden\" role=\"status\"></p>\n",
                      xml_text(labels["keys"]));
  html += fmt::format("<button type=\"button\" id=\"aloud-back\" hidden>{}</button>\n</section>\n", xml_text(labels["back"]));
  return html;
}

}  // namespace aloud
