#pragma once

#include <gtest/gtest.h>

#include <filesystem>
#include <string>

#include "batch/plan.h"
#include "batch/runner.h"
#include "support/memory_disk.h"
#include "support/temporary_directory.h"
#include "support/tone_synthesizer.h"

namespace aloud::test {

/// Says of itself which version it is.
class VersionedTones : public ToneSynthesizerFactory {
 public:
  std::string version() const override { return named; }
  std::string named = "tone 1";
};

/// A batch whose articles lie in a temporary directory, and whose outputs in memory. Its one voice speaks in tones.
class BatchInMemory : public testing::Test {
 protected:
  BatchInMemory() {
    place_.put("voices/tones.toml", "language = \"en\"\nloudness = \"none\"\n");
    request_.selection.inputs = {place_ / "in"};
    request_.output = "out";
    request_.settings.project.voice = "tones";
    request_.settings.project.formats = {AudioFormat::wav};
    request_.voice_directories = {place_ / "voices"};
    options_.jobs = 1;
    options_.voice_directories = request_.voice_directories;
  }

  void put(const std::string& name, const std::string& text) const { place_.put("in/" + name, text); }
  void remove(const std::string& name) const { std::filesystem::remove(place_ / ("in/" + name)); }

  OutputDirectory directory(Access access = Access::exclusive) { return {disk_.open(), request_.shard, access, {}}; }

  /// Plans with what is there, and tells what is to be done and why: "a.md: not made yet", one article a line.
  std::string planned() {
    const OutputDirectory outputs = directory(Access::read_only);
    return told(make_plan(request_, factory_, outputs));
  }

  static std::string told(const BatchPlan& plan) {
    std::string text;
    for (const PlannedArticle& article : plan.articles) {
      const std::string what = article.skipped   ? "skipped, " + *article.skipped
                               : article.problem ? "cannot be made, " + article.problem->message()
                                                 : article.reasons();
      if (!what.empty()) text += name_of(article.article.name) + ": " + what + '\n';
    }
    for (const Orphan& orphan : plan.orphans) text += orphan.file.path + ": orphan\n";
    return text;
  }

  /// The error that planning ends with; empty if it does not.
  std::string refusal() {
    try {
      planned();
      return {};
    } catch (const Error& error) {
      std::string text = error.what();
      for (std::size_t at; (at = text.find(place_.path().string() + "/")) != std::string::npos;)
        text.erase(at, place_.path().string().size() + 1);
      return text;
    }
  }

  /// Does what is to be done. The report, as "a.md rendered", one article a line.
  std::string batch() {
    OutputDirectory outputs = directory();
    return told(run_batch(make_plan(request_, factory_, outputs), request_.shard, outputs, factory_, options_, {}));
  }

  static std::string told(const BatchReport& report) {
    std::string text;
    for (const ArticleResult& article : report.articles) {
      text += name_of(article.name) + ' ' + to_string(article.status);
      if (!article.error.empty()) text += ": " + article.error;
      text += '\n';
    }
    return text;
  }

  /// The work done on the outputs since the last time it was asked for, joined by ", ".
  std::string work() {
    std::string text;
    for (const std::string& one : disk_.take_work()) text += (text.empty() ? "" : ", ") + one;
    return text;
  }

  // An article's name below in/.
  static std::string name_of(const std::string& name) { return std::filesystem::path(name).filename().string(); }

  TemporaryDirectory place_;
  MemoryDisk disk_;
  BatchRequest request_;
  RunOptions options_;
  VersionedTones factory_;
};

}  // namespace aloud::test
