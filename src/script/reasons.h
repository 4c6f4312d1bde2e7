#pragma once

namespace aloud::reason {

// Why text is not spoken (LeftOut::reason): stable phrases that users see in coverage and scripts may match.
inline constexpr const char* kCodeBlockSummarised = "code block summarised";
inline constexpr const char* kCodeBlockSkipped = "code block skipped";
inline constexpr const char* kInlineCodeSummarised = "inline code summarised";
inline constexpr const char* kInlineCodeSkipped = "inline code skipped";
inline constexpr const char* kTableSummarised = "table summarised";
inline constexpr const char* kTableSkipped = "table skipped";
inline constexpr const char* kEmptyColumn = "name of an empty column";
inline constexpr const char* kFootnoteReference = "footnote reference";
inline constexpr const char* kFootnotesSummarised = "footnotes summarised";
inline constexpr const char* kFootnoteSkipped = "footnote skipped";
inline constexpr const char* kImageSummarised = "image summarised";
inline constexpr const char* kImageSkipped = "image skipped";
inline constexpr const char* kBadgeSkipped = "badge skipped";
inline constexpr const char* kUrlSummarised = "URL summarised";
inline constexpr const char* kUrlSkipped = "URL skipped";
inline constexpr const char* kFormulaSummarised = "formula summarised";
inline constexpr const char* kFormulaSkipped = "formula skipped";
inline constexpr const char* kListNumberSkipped = "list number skipped";
inline constexpr const char* kTaskBoxSkipped = "task box skipped";
inline constexpr const char* kHtmlSummarised = "HTML summarised";
inline constexpr const char* kHtmlSkipped = "HTML skipped";
inline constexpr const char* kCitationSkipped = "citation skipped";
inline constexpr const char* kHeadingSkipped = "heading skipped";
inline constexpr const char* kQuoteSkipped = "quote skipped";
inline constexpr const char* kAdmonitionTitleSkipped = "admonition title skipped";
inline constexpr const char* kCoverSkipped = "cover skipped";
inline constexpr const char* kTitlePageSkipped = "title page skipped";
inline constexpr const char* kCopyrightSkipped = "copyright skipped";
inline constexpr const char* kContentsSkipped = "contents skipped";
inline constexpr const char* kIndexSkipped = "index skipped";
inline constexpr const char* kAuxiliarySkipped = "not in the reading order";
inline constexpr const char* kControl = "control character";
inline constexpr const char* kInvisible = "invisible character";
inline constexpr const char* kPrivateUse = "private use character";
inline constexpr const char* kUnassigned = "unassigned character";
inline constexpr const char* kSymbol = "symbol without a spoken form";
inline constexpr const char* kRepeated = "repeated symbol";  // "####", of which a few are said
inline constexpr const char* kMark = "surplus combining mark";
inline constexpr const char* kReference = "character reference without sound";
inline constexpr const char* kNoSound = "text without sound";

}  // namespace aloud::reason
