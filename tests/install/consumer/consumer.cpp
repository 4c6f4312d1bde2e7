// A program of somebody else's: sees the installed headers and library alone.
#include <aloud/aloud.h>

#include <iostream>

int main() {
  auto text = aloud::AlignedText::verbatim("fish", 4);
  text.append(" and chips", {8, 15}, aloud::Mapping::whole);
  const auto source = text.source_of({0, text.size()});
  const auto second = aloud::frames_of(std::chrono::seconds(1), aloud::kEngineRate);
  std::cout << aloud::kVersion << ": \"" << text.text() << "\" from bytes " << source.begin << " to " << source.end << ", "
            << second.count << " frames a second\n";
}
