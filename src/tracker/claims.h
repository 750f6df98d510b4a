// Names that one running operation of this process holds, so that a second one for the same name can tell.
#pragma once

#include <mutex>
#include <optional>
#include <set>
#include <string>
#include <utility>

namespace tracker {

class Claims {
 public:
  // Gives the name back when it goes.
  class Claim {
   public:
    Claim(Claims& claims, std::string name) : claims_(&claims), name_(std::move(name)) {}
    Claim(Claim&& other) noexcept : claims_(std::exchange(other.claims_, nullptr)), name_(std::move(other.name_)) {}
    Claim(const Claim&) = delete;
    Claim& operator=(const Claim&) = delete;
    Claim& operator=(Claim&& other) noexcept {
      std::swap(claims_, other.claims_);
      std::swap(name_, other.name_);
      return *this;
    }
    ~Claim() {
      if (claims_ != nullptr) claims_->release(name_);
    }

   private:
    Claims* claims_;
    std::string name_;
  };

  // nullopt: somebody holds it.
  [[nodiscard]] std::optional<Claim> try_claim(const std::string& name) {
    const std::lock_guard lock(mutex_);
    if (!held_.insert(name).second) return std::nullopt;
    return Claim(*this, name);
  }

 private:
  void release(const std::string& name) {
    const std::lock_guard lock(mutex_);
    held_.erase(name);
  }

  std::mutex mutex_;
  std::set<std::string> held_;
};

}  // namespace tracker
