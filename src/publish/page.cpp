#include "publish/page.h"

#include <fmt/format.h>

#include <array>
#include <span>
#include <utility>
#include <vector>

#include "language/language_tag.h"
#include "publish/article_html.h"
#include "publish/page_controls.h"
#include "publish/page_labels.h"
#include "publish/page_parts.h"
#include "publish/page_times.h"
#include "publish/text_places.h"
#include "util/address_text.h"
#include "util/base64.h"
#include "util/digest.h"
#include "util/json_text.h"
#include "util/plain_line.h"
#include "util/xml_text.h"

namespace aloud {
namespace {

constexpr const char* kName = "player";  // of the script and the style in page/

// What a Content Security Policy knows a script or style by.
std::string csp_hash(std::string_view text) {
  Sha256 digest;
  digest.update(text.data(), text.size());
  return "'sha256-" + base64_of(digest.finish()) + '\'';
}

// Nothing runs but our own script; nothing is fetched but pictures and the sound.
std::string policy() {
  return fmt::format(
      "default-src 'none'; script-src {}; style-src {}; img-src data: 'self' file: http: https:; "
      "media-src data: 'self' file:; base-uri 'none'; form-action 'none'",
      csp_hash(page_script_text(kName)), csp_hash(page_style_text(kName)));
}

// JSON within <script>: no text of it can end the element.
std::string in_script(std::string json) {
  std::string safe;
  for (const char c : json) safe += c == '<' ? std::string("\\u003c") : std::string(1, c);
  return safe;
}

bool is_right_to_left(const std::string& language) {
  constexpr std::array kLanguages = {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "syr", "ug", "ur", "yi"};
  const std::string subtag = language_subtag(language);
  for (const char* const one : kLanguages) {
    if (subtag == one) return true;
  }
  return false;
}

class PageWriter : public TimelineWriter {
 public:
  PageWriter(const Document& document, TimelineHeader header, PageOptions options, ByteSink& sink)
      : document_(document),
        header_(std::move(header)),
        options_(std::move(options)),
        sink_(sink),
        labels_(header_.language),
        places_(document),
        times_(places_, header_.rate) {}

  void sentence(const TimelineSentence& sentence) override { times_.add(sentence); }

  void finish(const TimelineEnd& end) override {
    const std::string title = plain_line(header_.title.empty() ? header_.article : header_.title);
    write_head(title);
    write_article(title);
    sink_.write_text(page_controls_before_audio(end));
    write_audio();
    sink_.write_text(rest_of_controls_);
    write_data(title, end);
    sink_.write_text("<script>");
    sink_.write_text(page_script_text(kName));
    sink_.write_text("</script>\n</body>\n</html>\n");
  }

 private:
  void write_head(const std::string& title) {
    const std::string language = header_.language.empty() ? "en" : header_.language;
    std::string head = fmt::format(
        "<!DOCTYPE html>\n<html lang=\"{}\" dir=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"generator\" content=\"{}\">\n",
        xml_text(language), is_right_to_left(language) ? "rtl" : "ltr", policy(), xml_text(header_.software));
    if (!header_.author.empty()) head += fmt::format("<meta name=\"author\" content=\"{}\">\n", xml_text(header_.author));
    head += fmt::format("<title>{}</title>\n<style>", xml_text(title));
    sink_.write_text(head);
    sink_.write_text(page_style_text(kName));
    sink_.write_text("</style>\n</head>\n<body>\n");
  }

  void write_article(const std::string& title) {
    std::string html = "<main><article id=\"aloud-article\">\n";
    bool has_head = false;
    for (const Block& block : document_.blocks)
      has_head |= block.kind == BlockKind::title || (block.kind == BlockKind::heading && block.level == 1);
    if (!has_head) html += fmt::format("<h1 class=\"hidden\">{}</h1>\n", xml_text(title));
    const std::string by =
        plain_line(header_.author + (header_.author.empty() || header_.date.empty() ? "" : " · ") + header_.date);
    html += article_html(document_, {times_.heard(), options_.picture}, labels_);
    if (!by.empty()) html += fmt::format("<p class=\"by\">{}</p>\n", xml_text(by));
    sink_.write_text(html + "</article></main>\n");
  }

  // The audio's address may be hundreds of megabytes: it is written piece by piece between both halves of the controls.
  std::string page_controls_before_audio(const TimelineEnd& end) {
    constexpr const char* kHere = "@@audio@@";
    std::string controls = page_controls(kHere, end.chapters, header_.rate, labels_);
    const std::size_t here = controls.find(kHere);
    rest_of_controls_ = controls.substr(here + std::string_view(kHere).size());
    return controls.substr(0, here);
  }

  void write_audio() {
    const std::unique_ptr<ByteSource> bytes = options_.audio == PageAudio::embed && options_.bytes ? options_.bytes() : nullptr;
    if (bytes == nullptr) return sink_.write_text(xml_text(address_of_path(options_.link)));
    sink_.write_text("data:" + xml_text(options_.mime) + ";base64,");
    constexpr std::size_t kAtOnce = 3 * 65536;  // whole groups of base64
    std::vector<std::byte> buffer(kAtOnce);
    for (std::uint64_t at = 0; at < bytes->size(); at += kAtOnce)
      sink_.write_text(base64_of(std::span(buffer).first(bytes->read(at, buffer))));
  }

  void write_data(const std::string& title, const TimelineEnd& end) {
    JsonLine labels;
    for (const char* const name : {"play", "pause", "copied"}) labels.text(name, labels_[name]);
    JsonLine data;
    data.raw("version", "1").text("title", title).text("author", header_.author);
    data.raw("duration", std::to_string(milliseconds_of(end.duration, header_.rate).count()));
    data.raw("labels", labels.object()).raw("sentences", times_.sentences()).raw("words", times_.words());
    sink_.write_text("<script type=\"application/json\" id=\"aloud-data\">" + in_script(data.object()) + "</script>\n");
  }

  const Document& document_;
  TimelineHeader header_;
  PageOptions options_;
  ByteSink& sink_;
  PageLabels labels_;
  TextPlaces places_;
  PageTimes times_;
  std::string rest_of_controls_;
};

}  // namespace

std::unique_ptr<TimelineWriter> make_page_writer(const Document& document, const TimelineHeader& header, PageOptions options,
                                                 ByteSink& sink) {
  return std::make_unique<PageWriter>(document, header, std::move(options), sink);
}

}  // namespace aloud
