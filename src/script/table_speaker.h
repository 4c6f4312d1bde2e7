#pragma once

#include <cstddef>
#include <vector>

#include "script/spoken_content.h"
#include "script/utterance_writer.h"

namespace aloud {

/// Says a table row by row, each cell after the name of its column: "Year: 2020", "City: Oslo". A name has its source the first
/// time that it is said; repeated, it is text that nobody wrote there.
class TableSpeaker {
 public:
  /// Requires: all outlive the speaker.
  TableSpeaker(UtteranceWriter& writer, const Document& document, const Pauses& pauses, ScriptSink& sink);

  /// A row's cells, prepared.
  void say_row(std::size_t block, bool header, std::vector<Passage> cells, const Delivery& delivery);

  /// Ends the table. Names of columns that never had anything to name are left out; in a table without other rows they are
  /// said.
  void finish();

 private:
  struct Column {
    std::size_t block = 0;
    Passage name;
    Delivery delivery;
    bool said = false;
  };

  void say_cell(std::size_t number, const Passage& cell, const Delivery& delivery);
  Passage name_for(Column& column) const;

  UtteranceWriter& writer_;
  const Document& document_;
  const Pauses& pauses_;
  ScriptSink& sink_;
  std::vector<Column> columns_;
  bool said_cells_ = false;
};

}  // namespace aloud
