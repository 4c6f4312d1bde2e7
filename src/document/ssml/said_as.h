#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace aloud {

/// The text of a <say-as>, written so that the rules of the spoken form say it as `kind` ("characters", "ordinal", "date", …)
/// asks for, in a language by its BCP 47 tag. `format`: of a date, "mdy" and the like. nullopt for a kind that is not known; a
/// text that is none of its kind stays as it is.
std::optional<std::string> said_as(std::string_view text, std::string_view kind, std::string_view format,
                                   const std::string& language);

}  // namespace aloud
