#include "aws/credentials_cache.h"

#include <utility>

namespace aws {

bool CredentialsCache::usable(std::chrono::system_clock::time_point now) const {
  return held_ && (!held_->expires || *held_->expires - credentials_unused_before_expiry > now);
}

void CredentialsCache::get(Receiver receiver) {
  CredentialsAnswer held;
  Receiver told;
  bool ask_now = false;
  {
    const std::lock_guard lock{mutex_};
    const auto now = clock_();
    if (usable(now)) {
      held = held_;
      told = std::move(receiver);
      ask_now = now >= next_attempt_ && !asking_;
    } else {
      waiting_.push_back(std::move(receiver));
      ask_now = !asking_;
    }
    asking_ = asking_ || ask_now;
  }
  if (ask_now) ask();
  if (told) told(held);
}

void CredentialsCache::forget() {
  const std::lock_guard lock{mutex_};
  held_ = nullptr;
}

void CredentialsCache::close() {
  const std::lock_guard lock{mutex_};
  source_ = [] { return std::unexpected("The store was closed."); };
}

void CredentialsCache::ask() {
  runner_([self = shared_from_this()] {
    Source source;
    {
      const std::lock_guard lock{self->mutex_};
      source = self->source_;
    }
    self->answered(source());
  });
}

void CredentialsCache::answered(const CredentialsAnswer& answer) {
  std::vector<Receiver> told;
  {
    const std::lock_guard lock{mutex_};
    const auto now = clock_();
    asking_ = false;
    told.swap(waiting_);
    if (answer) {
      held_ = *answer;
      next_attempt_ =
          held_->expires ? *held_->expires - credentials_renewed_before_expiry : now + credentials_asked_again_after;
    }
    // Also for what lives shorter than it is renewed before: not with every request.
    if (next_attempt_ < now + credentials_renewal_pause) next_attempt_ = now + credentials_renewal_pause;
  }
  for (const Receiver& receiver : told) receiver(answer);
}

}  // namespace aws
