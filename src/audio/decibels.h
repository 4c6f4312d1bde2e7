#pragma once

#include <cmath>

namespace aloud {

/// An amplitude ratio as decibels, and back: 20 dB is a factor of ten.
inline double amplitude_of(double decibels) { return std::pow(10.0, decibels / 20.0); }
inline double decibels_of(double amplitude) { return 20.0 * std::log10(amplitude); }

}  // namespace aloud
