#pragma once

#include <string>
#include <vector>

namespace aloud::cli {

/// Whether standard input is a pipe, a file or a socket: something to read an article from, unlike a terminal or /dev/null.
bool input_is_given();

/// What people type who do not know the commands, as the commands that they mean. `words`: the command line without the
/// program.
///
///     article.md …        play article.md …    a first word that is no command, and a file, or looks like a path
///     -v anna article.md  play -v anna …       options first, an article that is there behind them
///     help [COMMAND]      [COMMAND] --help
///     version             --version
///     (nothing)           play -               with an article on standard input (`input_given`)
///
/// `commands` are the names that need nothing of this. All else is left as it is.
std::vector<std::string> expand_shorthands(std::vector<std::string> words, const std::vector<std::string>& commands,
                                           bool input_given);

}  // namespace aloud::cli
