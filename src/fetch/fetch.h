#pragma once

#include <string>

#include "document/article_file.h"
#include "fetch/transfer.h"

namespace aloud {

/// Fetches the page at `address`, or finds in the cache what its server says is still the same. Its media type tells the
/// format, where it is one of text; a charset in the header is passed on. Requires: is_address(address). Does input and output,
/// and waits for at most options.time. On failure (objection_to() the address, no such host, a special address, a status of 400
/// or more, what is no text, more bytes or time than allowed, …) throws Error{input} at `address` that says what to do.
ArticleBytes fetch_article(const std::string& address, const FetchOptions& options);

/// What an answer's Content-Type says of how to read it. `path`: of the address, whose extension decides where the type says
/// little ("text/plain", which servers send of Markdown too). On failure (a picture, a program, …) throws Error{input} at
/// `name`.
ArticleBytes article_of(Response response, const std::string& path, const std::string& name);

}  // namespace aloud
