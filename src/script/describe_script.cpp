#include <string>

#include "script/script.h"

namespace aloud {
namespace {

std::string pause(std::chrono::milliseconds length) {
  return length.count() == 0 ? "" : "pause[" + std::to_string(length.count()) + "ms]";
}

void add(std::string& line, const std::string& item) {
  if (item.empty()) return;
  if (!line.empty() && line.back() != '\n') line += ' ';
  line += item;
}

std::string range(ByteRange source) { return std::to_string(source.begin) + ".." + std::to_string(source.end); }

}  // namespace

const char* to_string(ClipRole role) {
  switch (role) {
    case ClipRole::intro:
      return "intro";
    case ClipRole::outro:
      return "outro";
    case ClipRole::heading_cue:
      return "heading-cue";
  }
  return "";
}

std::string describe(const Script& script) {
  std::string text;
  const Utterance* last = nullptr;
  for (const Utterance& utterance : script.utterances) {
    if (last != nullptr && last->block != utterance.block) text += '\n';
    add(text, pause(utterance.pause_before));
    last = &utterance;
    if (utterance.clip) {
      add(text, std::string("clip:") + to_string(utterance.clip_role) + '[' + utterance.clip->name + ']');
      continue;
    }
    const std::string role = utterance.role == Role::body ? "" : std::string(":") + to_string(utterance.role);
    const std::string language = utterance.language == script.language ? "" : '@' + utterance.language;
    add(text, "say" + role + language + '[' + utterance.text.text() + ']');
  }
  if (last != nullptr) {
    add(text, pause(script.tail_pause));
    text += '\n';
  }
  for (const LeftOut& one : script.left_out) text += "leave_out[" + range(one.source) + ' ' + one.reason + "]\n";
  for (const Finding& one : script.findings) text += "finding[" + range(one.source) + ' ' + one.code + "]\n";
  return text;
}

}  // namespace aloud
