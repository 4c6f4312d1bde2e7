#pragma once

extern "C" {
#include <flite/flite.h>
}

#include <string>

namespace aloud {

/// What is used of Flite, from the library that is loaded when a voice of it speaks: neither starting nor eSpeak NG pays for
/// it.
struct FliteLibrary {
  decltype(&::flite_init) init;
  decltype(&::flite_synth_text) synth_text;
  decltype(&::flite_feat_set_float) set_float;
  decltype(&::feat_val) feature;
  decltype(&::val_lexicon) as_lexicon;
  decltype(&::cst_lex_make_entry) make_entry;
  decltype(&::cons_val) cons;
  decltype(&::utt_wave) wave;
  decltype(&::utt_relation) relation;
  decltype(&::relation_head) head;
  decltype(&::item_next) next;
  decltype(&::item_daughter) daughter;
  decltype(&::item_as) as;
  decltype(&::item_feat_string) text;
  decltype(&::item_feat_float) number;

  /// Loads it once. On failure throws Error{synthesis}.
  static const FliteLibrary& get();
};

/// The voice `name` ("slt"). On failure throws Error{synthesis}.
cst_voice* load_flite_voice(const std::string& name);

}  // namespace aloud
