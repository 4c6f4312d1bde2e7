#include "document/markdown/myst.h"

#include <gtest/gtest.h>

#include "document/dialect_test_support.h"

namespace aloud {
namespace {

using test::RewritingCase;

constexpr RewritingCase kDirectives[] = {
    {"```{note}\n:class: wide\nDig *deep*.\n```\n", "‹admonition:note=note›\n\nDig *deep*.\n\n"},
    {"```{warning} Mind\nDig.\n```\n", "‹admonition=Mind›\n\nDig.\n\n"},
    {":::{tip}\nDig.\n:::\n", "‹admonition:tip=tip›\n\nDig.\n:::\n"},
    {"```{dropdown} More\n---\nopen: true\n---\nDig.\n```\n", "‹admonition=More›\n\nDig.\n\n"},
    {"```{figure} heap.png\n:alt: A heap\nThe heap.\n```\n", "\nThe heap.\n\n"},
    {"```{code-block} python\n:linenos:\nx\n```\n", "```python\nx\n```\n"},
    {"```{toctree}\nsoil\n```\n:::{toctree}\nsoil\n:::\nText.\n", "\n\nText.\n"},
    {"```{math}\n:label: e\na\n```\n", "$$\na\n$$\n"},
    {"```{python}\n:x: y\n```\n", "```{python}\n:x: y\n```\n"},
    {"````{note}\n```{tip}\nx\n```\n````\n", "‹admonition:note=note›\n\n```{tip}\nx\n```\n\n"},
    {"```{note}\nnever closed\n", "‹admonition:note=note›\n\nnever closed\n"},
};

TEST(MystDirectives, KeepTheirText) {
  for (const RewritingCase& one : kDirectives)
    EXPECT_EQ(test::rewritten_by(rewrite_myst_directives, one.markdown), one.rewritten) << one.markdown;
}

constexpr RewritingCase kRoles[] = {
    {"{ref}`the soil <soil>` {ref}`soil-structure` {doc}`../a/soil_types`", "the soil soil structure soil types"},
    {"{cite:p}`smith04`, :cite:`doe`.", "‹citation=smith04›, ‹citation=doe›."},
    {"{math}`x^2` {kbd}`Ctrl` {abbr}`HTML (Markup)`", "$x^2$ Ctrl HTML"},
    {"{py:func}`~os.path.join` {code}`x`", "`os.path.join` `x`"},
    {"a: `b` :c:func:`d <e>` x:y:`z` {f `g`", "a: `b` `d` x:y:`z` {f `g`"},
    {"(soil-types)=\n# Soil\n% remark\n+++\n", "\n# Soil\n\n\n"},
    {"% remark\n\n(a)= b\n", "% remark\n\n(a)= b\n"},
};

TEST(MystRoles, AreSaidAsTheirText) {
  for (const RewritingCase& one : kRoles)
    EXPECT_EQ(test::rewritten_by(rewrite_myst_roles, one.markdown), one.rewritten) << one.markdown;
}

}  // namespace
}  // namespace aloud
