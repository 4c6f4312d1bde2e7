#include "aloud/document.h"

#include <utility>

#include "document/article_file.h"
#include "library/conversions.h"
#include "library/document_impl.h"
#include "process/article_reader.h"

namespace aloud::v0 {
namespace {

std::string text_of(const aloud::Block& block) {
  std::string text = block.content.text.text();
  for (const RichText& cell : block.cells) {
    if (&cell != &block.cells.front()) text += '\t';
    text += cell.text.text();
  }
  return text;
}

}  // namespace

Document Document::from_file(const std::string& path, Syntax syntax, const EngineOptions& engine) {
  return from_text(read_article_bytes(path), path, syntax, engine);
}

Document Document::from_text(std::string_view bytes, const std::string& name, Syntax syntax, const EngineOptions& engine) {
  ArticleReader reader(reader_limits_of(engine));
  return Document(std::make_shared<const Impl>(reader.read(name, bytes, document_format_of(syntax))));
}

Document::Document(std::shared_ptr<const Impl> impl) : impl_(std::move(impl)) {}
Document::Document(const Document&) = default;
Document::Document(Document&&) noexcept = default;
Document& Document::operator=(const Document&) = default;
Document& Document::operator=(Document&&) noexcept = default;
Document::~Document() = default;

const std::string& Document::name() const { return impl_->document.source.name(); }
std::string Document::title() const { return impl_->document.title(); }
std::string Document::author() const { return impl_->document.front_matter.author.value_or(""); }
std::string Document::date() const { return impl_->document.front_matter.date.value_or(""); }
std::string Document::language() const { return impl_->document.front_matter.language.value_or(""); }
std::string Document::encoding() const { return impl_->document.source.encoding(); }
std::size_t Document::byte_count() const { return impl_->document.source.byte_count(); }

std::vector<Block> Document::blocks() const {
  std::vector<Block> blocks;
  for (const aloud::Block& block : impl_->document.blocks) {
    const ByteRange source = impl_->document.source.source_bytes(block.source);
    blocks.push_back({to_string(block.kind), block.level, text_of(block), range_of(source)});
  }
  return blocks;
}

std::vector<Finding> Document::findings() const {
  std::vector<Finding> findings;
  for (const aloud::Finding& finding : impl_->document.findings) {
    const SourceText& source = impl_->document.source;
    const Place place = finding.source.empty() ? Place{source.name(), 0, 0} : source.place_of(finding.source.begin);
    findings.push_back({finding.code, finding.message, place});
  }
  return findings;
}

}  // namespace aloud::v0
