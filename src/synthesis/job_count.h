#pragma once

namespace aloud {

/// The cores that this process may use, at least 1: those it may be scheduled on, but no more than its control group's
/// processor quota pays for (rounded up).
unsigned usable_cores();

}  // namespace aloud
