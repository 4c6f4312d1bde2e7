#include "script/table_speaker.h"

#include <string_view>

#include "language/words.h"
#include "script/accounting.h"
#include "script/reasons.h"

namespace aloud {

TableSpeaker::TableSpeaker(UtteranceWriter& writer, const Document& document, const Pauses& pauses, ScriptSink& sink)
    : writer_(writer), document_(document), pauses_(pauses), sink_(sink) {}

void TableSpeaker::say_row(std::size_t block, bool header, std::vector<Passage> cells, const Delivery& delivery) {
  if (header) finish();
  writer_.begin_block(block);
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (header) {
      columns_.push_back({block, std::move(cells[i]), delivery});
    } else {
      say_cell(i, cells[i], delivery);
    }
  }
}

void TableSpeaker::say_cell(std::size_t number, const Passage& cell, const Delivery& delivery) {
  const bool sounds = has_sound(cell.text, {0, cell.text.size()});
  if (!sounds || number >= columns_.size() || !is_speakable(columns_[number].name.text.text())) {
    said_cells_ = said_cells_ || sounds;
    return writer_.say(cell, delivery, pauses_.table_cell);
  }
  Passage named = name_for(columns_[number]);
  named.append(cell);
  columns_[number].said = true;
  said_cells_ = true;
  writer_.say(named, delivery, pauses_.table_cell);
}

Passage TableSpeaker::name_for(Column& column) const {
  const std::string& text = column.name.text.text();
  const ByteRange name = trim_white_space(text, {0, text.size()});
  const bool punctuated = std::string_view(":?!").find(text[name.end - 1]) != std::string_view::npos;
  AlignedText aligned;
  if (column.said) {
    aligned.append_inserted(std::string_view(text).substr(name.begin, name.size()));
  } else {
    aligned.append(column.name.text);
  }
  aligned.append_inserted(punctuated ? " " : ": ");
  return Passage::plain(std::move(aligned), column.delivery.language);
}

void TableSpeaker::finish() {
  bool begun = false;
  for (const Column& column : columns_) {
    if (column.said) continue;
    if (!is_speakable(column.name.text.text())) {
      leave_out_unsaid(column.name.text, {}, document_.source.text(), sink_);
    } else if (said_cells_) {
      leave_out(column.name.text, reason::kEmptyColumn, sink_);
    } else {
      if (!begun) writer_.begin_block(column.block);
      begun = true;
      writer_.say(column.name, column.delivery, pauses_.table_cell);
    }
  }
  columns_.clear();
  said_cells_ = false;
}

}  // namespace aloud
