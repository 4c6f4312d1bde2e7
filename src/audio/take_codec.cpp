#include "audio/take_codec.h"

#include <FLAC/format.h>
#include <opus.h>
#include <soxr.h>
#include <vorbis/codec.h>

#include "audio/flac_codec.h"
#include "audio/mp3_writer.h"
#include "audio/opus_codec.h"
#include "audio/pcm_take.h"
#include "audio/take_record.h"
#include "audio/vorbis_codec.h"
#include "audio/wav_writer.h"

namespace aloud {

std::unique_ptr<TakeEncoder> make_take_encoder(AudioFormat format, const Quality& quality) {
  validate_quality(format, quality);
  switch (format) {
    case AudioFormat::wav:
    case AudioFormat::mp3:
      return make_pcm_encoder(format);
    case AudioFormat::flac:
      return make_flac_encoder(quality);
    case AudioFormat::vorbis:
      return make_vorbis_encoder(quality);
    case AudioFormat::opus:
      return make_opus_encoder(quality);
  }
  return nullptr;
}

std::string codec_version(AudioFormat format) {
  const std::string record = "record " + std::to_string(kTakeRecordVersion);
  switch (format) {
    case AudioFormat::wav:
    case AudioFormat::mp3:
      return record;
    case AudioFormat::flac:
      return record + ", libFLAC " + FLAC__VERSION_STRING;
    case AudioFormat::vorbis:
      return record + ", " + vorbis_version_string();
    case AudioFormat::opus:
      return record + ", level 1, " + opus_get_version_string() + ", " + soxr_version();
  }
  return record;
}

std::unique_ptr<StreamWriter> make_stream_writer(AudioFormat format, const Quality& quality, const Tags& all_tags,
                                                 ByteSink& sink) {
  validate_quality(format, quality);
  Tags tags = all_tags;
  if (!sink.can_rewrite()) tags.loudness.reset();  // known only at the end, when the tags have gone
  switch (format) {
    case AudioFormat::wav:
      return make_wav_writer(tags, sink);
    case AudioFormat::flac:
      return make_flac_writer(tags, sink);
    case AudioFormat::vorbis:
      return make_vorbis_writer(quality, tags, sink);
    case AudioFormat::opus:
      return make_opus_writer(quality, tags, sink);
    case AudioFormat::mp3:
      return make_mp3_writer(quality, tags, sink);
  }
  return nullptr;
}

}  // namespace aloud
