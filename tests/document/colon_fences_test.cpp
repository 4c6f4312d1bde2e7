#include "document/markdown/colon_fences.h"

#include <gtest/gtest.h>

#include "document/dialect_test_support.h"

namespace aloud {
namespace {

using test::RewritingCase;

constexpr RewritingCase kCases[] = {
    {":::tip\nSoak it.\n:::\n", "‹admonition:tip=tip›\n\nSoak it.\n\n"},
    {":::tip Before you sow\nSoak it.\n:::\n", "‹admonition=Before you sow›\n\nSoak it.\n\n"},
    {"::: warning\nSoak it.\n:::", "‹admonition:warning=warning›\n\nSoak it.\n"},
    {":::note[Use *clean* `water`]\nx\n:::\n", "⟨Use *clean* `water`⟩\n\nx\n\n"},
    {"::: details Show {open}\nx\n:::\n", "‹admonition=Show›\n\nx\n\n"},
    {"Before.\n:::info\nx\n:::\n", "Before.\n\n‹admonition:info=info›\n\nx\n\n"},
    // Nested, with more colons outside.
    {"::::danger\n:::note\nx\n:::\n::::\n", "‹admonition:danger=danger›\n\n\n‹admonition:note=note›\n\nx\n\n\n"},
    // Never closed: what is known counts all the same, what is not stays.
    {":::caution\nx\n", "‹admonition:caution=caution›\n\nx\n"},
    {":::garden path\nx\n", ":::garden path\nx\n"},
    {":::garden path\nx\n:::\n", "‹admonition=path›\n\nx\n\n"},
    // What only arranges says nothing.
    {"::::columns\n:::column\nx\n:::\n::::\n", "\n\nx\n\n\n"},
    // Pandoc and Quarto.
    {"::: {.callout-tip title=\"Mind\"}\nx\n:::\n", "‹admonition=Mind›\n\nx\n\n"},
    {"::: {.callout-tip collapse=true}\nx\n:::\n", "‹admonition:tip=tip›\n\nx\n\n"},
    {"::: {.callout-tip}\n\n## Mind\nx\n:::\n", "\n\n## Mind\nx\n\n"},
    {"::: {#left .wide}\nx\n:::\n", "\nx\n\n"},
    {"::: {.note} :::\nx\n::::::\n", "‹admonition:note=note›\n\nx\n\n"},
    // In quotes and lists.
    {"> :::note\n> x\n> :::\n", "> ‹admonition:note=note›\n> \n> x\n> \n"},
    {"- a\n\n  :::note\n  x\n  :::\n", "- a\n\n  ‹admonition:note=note›\n  \n  x\n  \n"},
    // None of these.
    {"::note\nx\n", "::note\nx\n"},
    {":::note: x\n", ":::note: x\n"},
    {"a :::note\n", "a :::note\n"},
    {"```\n:::note\n:::\n```\n", "```\n:::note\n:::\n```\n"},
};

TEST(ColonFences, BecomeParagraphs) {
  for (const RewritingCase& one : kCases) {
    EXPECT_EQ(test::rewritten_by(rewrite_colon_fences, one.markdown), one.rewritten) << one.markdown;
  }
}

}  // namespace
}  // namespace aloud
