// Members that ask for something that would not happen here: refused, never a made-up success.
#pragma once

#include "wire/field.h"

namespace wire {

// Of CreateTable and UpdateTable.
void refuse_unsupported_members(const Field& request);

}  // namespace wire
