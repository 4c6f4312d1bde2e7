#include "render/render.h"

#include <utility>

#include "process/article_reader.h"
#include "render/session.h"

namespace aloud {
namespace {

RenderReport render_in(RenderSession& session, Document document, const RenderRequest& request, const OnProgress& on_progress) {
  RenderOutcome outcome;
  session.add(std::move(document), request, on_progress, [&](RenderOutcome rendered) { outcome = std::move(rendered); });
  session.finish();
  if (outcome.failure) std::rethrow_exception(outcome.failure);
  return std::move(outcome.report);
}

}  // namespace

RenderReport render(const RenderRequest& request, const SynthesizerFactory& factory, const OnProgress& on_progress) {
  // Before the article is read: the processes get ready meanwhile, and are forked from a small one.
  RenderSession session(factory, session_options_of(request));
  ArticleReader reader(request.limits);
  Document document = reader.load(request.article, request.read, request.load);
  require_text(document);
  return render_in(session, std::move(document), request, on_progress);
}

RenderReport render(const Document& document, const RenderRequest& request, const SynthesizerFactory& factory,
                    const OnProgress& on_progress) {
  RenderSession session(factory, session_options_of(request));
  return render_in(session, document, request, on_progress);
}

}  // namespace aloud
