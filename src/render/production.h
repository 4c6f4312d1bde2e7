#pragma once

#include <exception>
#include <functional>
#include <memory>
#include <optional>

#include "render/assembler.h"
#include "render/chapter_marks.h"
#include "render/leveling.h"
#include "render/outputs.h"
#include "render/session.h"
#include "render/timeline_builder.h"
#include "script/script.h"

namespace aloud {

/// One article on its way from the document to finished files: composes it, takes what is performed of it in order, writes.
///
/// What goes wrong first (the article, its voice, its outputs, a callback that throws to cancel it) ends this article alone: it
/// is kept, what is said or placed afterwards is passed over, and finish() hands it to `on_rendered` in place of a report, with
/// nothing changed under a final name. So nothing here throws, apart from say() to its composer. What `submit` throws ends the
/// article likewise; that all articles are concerned is known to whoever gave it (RenderSession).
class Production final : public ScriptSink {
 public:
  /// Hands an utterance to the performer.
  using Submit = std::function<void(Utterance)>;

  Production(Document document, RenderRequest request, OnProgress on_progress, OnRendered on_rendered);

  /// Chooses the voice, opens the outputs and composes all of it.
  void compose(const SynthesizerFactory& factory, Submit submit) noexcept;

  // The same for a script that is composed elsewhere, in three steps.
  void open(const SynthesizerFactory& factory, Reading reading, Submit submit) noexcept;
  void take(Utterance utterance) noexcept;
  void end_script(std::chrono::milliseconds tail) noexcept;

  /// The next take, in the order of submission; or what makes it.
  void place(const Utterance& utterance, const Take& take) noexcept;
  void place_with(const Utterance& utterance, const std::function<Take()>& make) noexcept;

  /// Whether all of it is composed and every take has come.
  bool complete() const { return composed_ && placed_ == submitted_; }
  /// Whether something has gone wrong, so that there is no use in more takes.
  bool failed() const { return failure_ != nullptr; }

  /// Puts the files in place and tells `on_rendered`. Requires: complete() or failed(); called once, last.
  void finish();

  void count_reused(std::size_t takes) { report_.reused_takes += takes; }

  // ScriptSink. say() throws what has ended the article, so that its composing ends too.
  void say(Utterance utterance) override;
  void leave_out(LeftOut left_out) override { ledger_.left_out(left_out.source, left_out.reason); }
  void report(Finding finding) override { report_.findings.push_back(std::move(finding)); }

 private:
  template <typename Action>
  void attempt(const Action& action) noexcept;
  void start(const SynthesizerFactory& factory, Reading reading, Submit submit);
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
  Submit submit_;

  Reading reading_;
  std::optional<Leveler> leveler_;
  Tags tags_;
  Outputs outputs_;
  ByteSink* audio_ = nullptr;
  std::unique_ptr<StreamWriter> writer_;
  std::optional<Assembler> assembler_;
  std::optional<TimelineBuilder> timeline_builder_;
  std::optional<ChapterMarks> chapters_;
  SampleRate rate_;
  std::chrono::milliseconds tail_{0};

  std::size_t submitted_ = 0, placed_ = 0;
  bool composed_ = false;
  CoverageLedger ledger_;
  RenderReport report_;
  std::exception_ptr failure_;  // the first
};

}  // namespace aloud
