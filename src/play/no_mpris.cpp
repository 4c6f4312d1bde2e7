// In place of mpris.cpp in a build without libsystemd.
#include "play/mpris.h"

namespace aloud {

class MprisServer::Impl {};

MprisServer::MprisServer(Player&, std::size_t, std::function<void()>) {}
MprisServer::~MprisServer() = default;

}  // namespace aloud
