#include "fetch/transfer.h"
#include "util/error.h"

namespace aloud {

Response transfer(const std::string& /*address*/, const std::string& name, const FetchOptions& /*options*/,
                  const Validators& /*known*/) {
  throw Error(ErrorKind::input, "this aloud was built without fetching (ALOUD_FETCH=OFF): save the page, and read the file",
              {name, 0, 0});
}

}  // namespace aloud
