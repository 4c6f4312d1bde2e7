#include "audio/take_codec.h"

#include <FLAC/format.h>
#include <opus.h>
#include <soxr.h>
#include <vorbis/codec.h>

#include <cassert>

#include "audio/flac_codec.h"
#include "audio/mp3_writer.h"
#include "audio/opus_codec.h"
#include "audio/pcm_take.h"
#include "audio/sndfile_writer.h"
#include "audio/take_record.h"
#include "audio/vorbis_codec.h"
#include "audio/wav_writer.h"
#include "util/error.h"

namespace aloud {
namespace {

void require_rewritable(AudioFormat format, const ByteSink& sink) {
  if (sink.can_rewrite()) return;
  throw Error(ErrorKind::usage, std::string(to_string(format)) +
                                    " cannot go into a pipe: its header tells the length, which is known at the end; take wav");
}

}  // namespace

EncodedTake TakeEncoder::encode_unrounded(std::span<const float>) {
  assert(false && "asked of an encoder that takes 16 bit");
  return {};
}

std::unique_ptr<TakeEncoder> make_take_encoder(AudioFormat format, const Quality& quality) {
  validate_quality(format, quality);
  if (holds_plain_samples(format)) return make_pcm_encoder(take_format_of(format), quality.sample_format);
  switch (format) {
    case AudioFormat::mp3:
      return make_pcm_encoder(format);
    case AudioFormat::flac:
      return make_flac_encoder(quality);
    case AudioFormat::vorbis:
      return make_vorbis_encoder(quality);
    case AudioFormat::opus:
      return make_opus_encoder(quality);
    default:
      break;
  }
  return nullptr;
}

std::string codec_version(AudioFormat format) {
  const std::string record = "record " + std::to_string(kTakeRecordVersion);
  switch (format) {
    case AudioFormat::flac:
      return record + ", libFLAC " + FLAC__VERSION_STRING;
    case AudioFormat::vorbis:
      return record + ", " + vorbis_version_string();
    case AudioFormat::opus:
      return record + ", level 1, " + opus_get_version_string() + ", " + soxr_version();
    default:
      return record;  // samples are samples
  }
}

std::string container_version(AudioFormat format) { return is_written_by_sndfile(format) ? sndfile_version() : ""; }

std::unique_ptr<StreamWriter> make_stream_writer(AudioFormat format, const Quality& quality, const Tags& all_tags,
                                                 ByteSink& sink) {
  validate_quality(format, quality);
  Tags tags = all_tags;
  if (!sink.can_rewrite()) {  // known only at the end, when the tags have gone
    tags.loudness.reset();
    tags.chapters.clear();
  }
  if (is_written_by_sndfile(format)) {
    require_rewritable(format, sink);
    return make_sndfile_writer(format, quality.sample_format, tags, sink);
  }
  switch (format) {
    case AudioFormat::wav:
      return make_wav_writer(quality.sample_format, tags, sink);
    case AudioFormat::rf64:
      require_rewritable(format, sink);
      return make_wav_writer(quality.sample_format, tags, sink, 0);
    case AudioFormat::flac:
      return make_flac_writer(tags, sink);
    case AudioFormat::vorbis:
      return make_vorbis_writer(quality, tags, sink);
    case AudioFormat::opus:
      return make_opus_writer(quality, tags, sink);
    case AudioFormat::mp3:
      return make_mp3_writer(quality, tags, sink);
    default:
      break;
  }
  return nullptr;
}

}  // namespace aloud
