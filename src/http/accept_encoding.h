// Accept-Encoding, https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3, as far as we compress.
#pragma once

#include "http/message.h"

namespace http {

// Whether it names gzip and does not refuse it.
[[nodiscard]] bool accepts_gzip(const Headers& headers);

}  // namespace http
