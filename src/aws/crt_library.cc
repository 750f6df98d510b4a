#include "aws/crt_library.h"

#include <aws/auth/auth.h>
#include <aws/common/thread.h>
#include <aws/common/zero.h>
#include <aws/http/http.h>
#include <aws/io/channel_bootstrap.h>
#include <aws/io/event_loop.h>
#include <aws/io/host_resolver.h>
#include <aws/io/tls_channel_handler.h>
#include <fmt/format.h>

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "aws/crt_handle.h"

namespace aws {

namespace {

constexpr std::size_t resolved_names_max = 16;

using EventLoops = Handle<aws_event_loop_group, aws_event_loop_group_release>;
using Resolver = Handle<aws_host_resolver, aws_host_resolver_release>;

// The libraries' own counters and tables: made once for the process, never torn down, since a thread that hangs may
// still use them.
void initialise_once() {
  static std::once_flag once;
  std::call_once(once, [] { aws_auth_library_init(aws_default_allocator()); });
}

std::atomic<int>& libraries_running() {
  static std::atomic<int> count{0};
  return count;
}

std::expected<std::shared_ptr<aws_tls_ctx>, std::string> trust(const CrtSettings& settings) {
  aws_tls_ctx_options options;
  aws_tls_ctx_options_init_default_client(&options, aws_default_allocator());
  const std::unique_ptr<aws_tls_ctx_options, ReleasedBy<aws_tls_ctx_options_clean_up>> cleaned{&options};
  aws_tls_ctx_options_set_minimum_tls_version(&options, AWS_IO_TLSv1_2);
  const bool own = !settings.certificate_authorities.empty();
  const int failed = aws_tls_ctx_options_set_alpn_list(&options, "http/1.1") != 0 ||
                     (own && aws_tls_ctx_options_override_default_trust_store_from_path(
                                 &options, nullptr, settings.certificate_authorities.c_str()) != 0);
  aws_tls_ctx* const made = failed ? nullptr : aws_tls_client_ctx_new(aws_default_allocator(), &options);
  if (made != nullptr) return std::shared_ptr<aws_tls_ctx>{made, aws_tls_ctx_release};
  if (own) {
    return std::unexpected(
        fmt::format("The certificate authorities in {} (AWS_CA_BUNDLE, or ca_bundle of the profile) cannot be read.",
                    settings.certificate_authorities));
  }
  return std::unexpected(
      "This system has no certificate authorities to trust; install ca-certificates, or name a file in AWS_CA_BUNDLE.");
}

}  // namespace

// Set by the libraries when the last event loop has ended.
struct CrtLibrary::Ended {
  std::mutex mutex;
  std::condition_variable changed;
  bool ended = false;

  static void tell(void* user_data) {
    const std::unique_ptr<std::shared_ptr<Ended>> self{static_cast<std::shared_ptr<Ended>*>(user_data)};
    const std::lock_guard lock{(*self)->mutex};
    (*self)->ended = true;
    (*self)->changed.notify_all();
  }
};

std::expected<std::unique_ptr<CrtLibrary>, std::string> CrtLibrary::start(const CrtSettings& settings) {
  initialise_once();
  auto tls = trust(settings);
  if (!tls) return std::unexpected(tls.error());
  std::unique_ptr<CrtLibrary> library{new CrtLibrary};
  library->tls_ = std::move(*tls);
  auto ended = std::make_shared<Ended>();
  auto told = std::make_unique<std::shared_ptr<Ended>>(ended);
  const aws_shutdown_callback_options when_ended{.shutdown_callback_fn = &Ended::tell,
                                                 .shutdown_callback_user_data = told.get()};
  aws_event_loop_group_options loop_options{};
  loop_options.loop_count = settings.io_threads;
  loop_options.shutdown_options = &when_ended;
  const EventLoops loops{aws_event_loop_group_new(aws_default_allocator(), &loop_options)};
  if (!loops) return std::unexpected("The threads for network connections could not be started.");
  static_cast<void>(told.release());  // NOLINT(bugprone-unused-return-value): Ended::tell owns it now
  library->ended_ = std::move(ended);
  libraries_running().fetch_add(1);
  aws_host_resolver_default_options resolver_options{};
  resolver_options.max_entries = resolved_names_max;
  resolver_options.el_group = loops.get();
  const Resolver resolver{aws_host_resolver_new_default(aws_default_allocator(), &resolver_options)};
  aws_client_bootstrap_options bootstrap_options{};
  bootstrap_options.event_loop_group = loops.get();
  bootstrap_options.host_resolver = resolver.get();
  aws_client_bootstrap* const bootstrap =
      resolver ? aws_client_bootstrap_new(aws_default_allocator(), &bootstrap_options) : nullptr;
  if (bootstrap == nullptr) return std::unexpected("The resolution of names could not be started.");
  library->bootstrap_ = {bootstrap, aws_client_bootstrap_release};
  return library;
}

CrtLibrary::~CrtLibrary() {
  bootstrap_.reset();
  tls_.reset();
  if (!ended_) return;
  {
    std::unique_lock lock{ended_->mutex};
    ended_->changed.wait_for(lock, shutdown_wait, [this] { return ended_->ended; });
  }
  // The libraries join their threads only all together, those of another CrtLibrary included.
  if (libraries_running().fetch_sub(1) == 1) {
    aws_thread_set_managed_join_timeout_ns(std::chrono::nanoseconds{shutdown_wait}.count());
    aws_thread_join_all_managed();
  }
}

void run_on_own_thread(std::function<void()> work) {
  auto owned = std::make_unique<std::function<void()>>(std::move(work));
  aws_thread thread;
  aws_thread_init(&thread, aws_default_allocator());
  aws_thread_options options = *aws_default_thread_options();
  options.join_strategy = AWS_TJS_MANAGED;
  options.name = cursor_of("AwsCredentials");
  const auto run = [](void* argument) {
    const std::unique_ptr<std::function<void()>> held{static_cast<std::function<void()>*>(argument)};
    (*held)();
  };
  if (aws_thread_launch(&thread, run, owned.get(), &options) == AWS_OP_SUCCESS) {
    static_cast<void>(owned.release());  // NOLINT(bugprone-unused-return-value): the thread owns it now
  } else {
    (*owned)();
  }
}

}  // namespace aws
