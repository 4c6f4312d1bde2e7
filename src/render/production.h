#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>

#include "render/assembler.h"
#include "render/leveling.h"
#include "render/outputs.h"
#include "render/session.h"
#include "render/timeline_builder.h"
#include "script/script.h"

namespace aloud {

/// One article on its way from the document to finished files: composes it, takes what is performed of it in order, writes.
/// What goes wrong with it is kept, so that another article in the same processes is not disturbed.
class Production final : public ScriptSink {
 public:
  /// Hands an utterance to the performer.
  using Submit = std::function<void(Utterance)>;

  Production(Document document, RenderRequest request, OnProgress on_progress, OnRendered on_rendered);

  /// Chooses the voice, opens the outputs and composes all of it. Throws only what `submit` throws.
  void compose(const SynthesizerFactory& factory, const Submit& submit);

  /// The next take, in the order of submission.
  void place(const Utterance& utterance, const Take& take) noexcept;

  /// Whether all of it is composed and every take has come.
  bool complete() const { return composed_ && placed_ == submitted_; }

  /// Puts the files in place and tells `on_rendered`. Requires: complete(), called once.
  void finish();

  void count_reused(std::size_t takes) { report_.reused_takes += takes; }

  // ScriptSink
  void say(Utterance utterance) override;
  void leave_out(LeftOut left_out) override { ledger_.left_out(left_out.source, left_out.reason); }
  void report(Finding finding) override { report_.findings.push_back(std::move(finding)); }

 private:
  struct Broken {};  // thrown through the composer when there is no use in going on

  void open(const SynthesizerFactory& factory);
  void lay_clip(const Utterance& utterance, const Take& take);
  void lay(const Utterance& utterance, const Take& take);
  void account(const Utterance& utterance, const Take& take);
  void account_unheard(const Utterance& utterance, const Take& take);
  void close();
  void verify() const;
  RenderProgress progress(const Utterance& utterance) const;

  Document document_;
  RenderRequest request_;
  OnProgress on_progress_;
  OnRendered on_rendered_;
  const Submit* submit_ = nullptr;  // while composing
  bool submit_failed_ = false;

  Reading reading_;
  std::optional<Leveler> leveler_;
  Tags tags_;
  Outputs outputs_;
  ByteSink* audio_ = nullptr;
  std::unique_ptr<StreamWriter> writer_;
  std::optional<Assembler> assembler_;
  std::optional<TimelineBuilder> timeline_builder_;
  SampleRate rate_;
  std::chrono::milliseconds tail_{0};

  std::size_t submitted_ = 0, placed_ = 0;
  bool composed_ = false;
  CoverageLedger ledger_;
  RenderReport report_;
  std::exception_ptr failure_;
};

}  // namespace aloud
