#pragma once

#include <cstddef>
#include <optional>
#include <string_view>

namespace aloud {

/// What follows the "]" of a link or image at `at`: "(destination "title")", "[label]", "[]" or nothing (CommonMark 0.29,
/// section "Links"). Returns where it ends; `at` when there is nothing.
/// Requires: the brackets before are known to be a link.
std::size_t link_tail_end(std::string_view text, std::size_t at);

/// The end of a link reference definition "[label]: destination "title"" that begins at `at`, its line end included; nullopt
/// when there is none. Footnote definitions are none.
std::optional<std::size_t> reference_definition_end(std::string_view text, std::size_t at);

}  // namespace aloud
