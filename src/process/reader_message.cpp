#include "process/reader_message.h"

#include "document/article_file.h"
#include "document/document_message.h"
#include "util/message.h"

namespace aloud {
namespace {

constexpr char kDocument = 'D', kFailure = 'F';

[[noreturn]] void throw_failure(std::string_view message, const std::string& name) {
  MessageReader in(message);
  const std::string text(in.text());
  const std::size_t line = in.number();
  const std::size_t column = in.number();
  in.expect_end();
  throw Error(ErrorKind::input, text, {name, line, column});
}

}  // namespace

std::string message_of_document(const Document& document) { return kDocument + to_message(document); }

std::string message_of_failure(const Error& error) {
  MessageWriter out;
  out.text(error.message());
  out.number(error.place().line);
  out.number(error.place().column);
  return kFailure + out.take();
}

Document document_or_failure(std::string_view message, const std::string& path, std::size_t bytes) {
  if (message.empty()) throw BadMessage();
  const std::string_view rest = message.substr(1);
  if (message.front() == kFailure) throw_failure(rest, article_name(path));
  if (message.front() != kDocument) throw BadMessage();
  return document_of_message(rest, article_name(path), bytes);
}

}  // namespace aloud
