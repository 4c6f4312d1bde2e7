#include "process/performing.h"

#include <algorithm>
#include <cctype>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>

namespace aloud {

namespace {

class PlainEncoder : public TakeEncoder {
 public:
  EncodedTake encode(std::span<const std::int16_t> speech) override {
    const auto size = static_cast<std::int64_t>(speech.size());
    EncodedTake take{Frames{size} + kPlainLeadIn, kPlainLeadIn, Frames{size} + kPlainLeadIn, {}};
    const auto bytes = std::as_bytes(speech);
    take.bytes.assign(bytes.begin(), bytes.end());
    return take;
  }
};

struct ProcessStatus {
  int parent = 0;
  char state = 'X';
};

/// From /proc/PID/stat (proc(5)): the name in brackets may hold anything, so fields count from the last bracket.
ProcessStatus status_of(int pid) {
  std::ifstream file("/proc/" + std::to_string(pid) + "/stat");
  std::string line;
  std::getline(file, line);
  ProcessStatus status;
  const std::size_t bracket = line.rfind(')');
  if (bracket != std::string::npos) std::sscanf(line.c_str() + bracket + 1, " %c %d", &status.state, &status.parent);
  return status;
}

}  // namespace

std::unique_ptr<TakeEncoder> make_plain_encoder() { return std::make_unique<PlainEncoder>(); }

std::vector<std::int16_t> samples_of(const Take& take) {
  std::vector<std::int16_t> samples(take.audio.bytes.size() / 2);
  if (!samples.empty()) std::memcpy(samples.data(), take.audio.bytes.data(), samples.size() * 2);
  return samples;
}

Utterance utterance_of(const std::string& text, VoiceParameters voice) {
  Utterance utterance;
  utterance.text = AlignedText::verbatim(text);
  utterance.voice = std::move(voice);
  const auto speakable = [&](std::size_t i) {
    return std::isalnum(static_cast<unsigned char>(text[i])) || (text[i] & 0x80) != 0;
  };
  for (std::size_t begin = 0; begin < text.size();) {
    std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::size_t next = end + 1;
    while (begin < end && !speakable(begin)) ++begin;
    while (begin < end && !speakable(end - 1)) --end;
    if (begin < end) utterance.words.push_back({{begin, end}, {begin, end}});
    begin = next;
  }
  return utterance;
}

PerformerOptions plain_options(unsigned jobs, std::chrono::milliseconds time_limit) {
  PerformerOptions options;
  options.jobs = jobs;
  options.time_limit = time_limit;
  options.make_encoder = make_plain_encoder;
  return options;
}

Performed perform(const SynthesizerFactory& factory, const std::vector<std::string>& texts, PerformerOptions options,
                  VoiceParameters voice) {
  Performed performed;
  Performer performer(factory, std::move(options),
                      [&](const Utterance& utterance, const Take& take) { performed.emplace_back(utterance.index, take); });
  for (std::size_t i = 0; i < texts.size(); ++i) {
    Utterance utterance = utterance_of(texts[i], voice);
    utterance.index = i;
    performer.submit(std::move(utterance));
  }
  performer.finish();
  return performed;
}

std::vector<int> descendants_of(int ancestor) {
  std::vector<int> found;
  std::set<int> family{ancestor};
  for (bool grew = true; grew;) {
    grew = false;
    for (const auto& entry : std::filesystem::directory_iterator("/proc")) {
      const int pid = std::atoi(entry.path().filename().c_str());
      if (pid <= 0 || family.contains(pid)) continue;
      const ProcessStatus status = status_of(pid);
      if (status.state == 'Z' || status.state == 'X' || !family.contains(status.parent)) continue;
      family.insert(pid);
      found.push_back(pid);
      grew = true;
    }
  }
  return found;
}

std::vector<int> children_of(int parent) {
  std::vector<int> children = descendants_of(parent);
  std::erase_if(children, [&](int pid) { return status_of(pid).parent != parent; });
  return children;
}

bool is_alive(int pid) {
  const char state = status_of(pid).state;
  return state != 'X' && state != 'Z';
}

}  // namespace aloud
