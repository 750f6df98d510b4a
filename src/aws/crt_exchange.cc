#include "aws/crt_exchange.h"

#include <aws/common/date_time.h>
#include <aws/common/error.h>
#include <aws/http/connection.h>
#include <fmt/format.h>

#include <charconv>
#include <span>
#include <utility>

#include "aws/crt_failure.h"

namespace aws {

namespace {

template <typename Integer>
std::optional<Integer> number_in(std::string_view text) {
  Integer value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  return error == std::errc{} && end == text.data() + text.size() ? std::optional{value} : std::nullopt;
}

bool is_header(const aws_http_header& header, const char* name) {
  return aws_byte_cursor_eq_c_str_ignore_case(&header.name, name);
}

std::optional<std::chrono::sys_seconds> time_in(aws_byte_cursor text) {
  aws_date_time time;
  if (aws_date_time_init_from_str_cursor(&time, &text, AWS_DATE_FORMAT_RFC822) != AWS_OP_SUCCESS) return std::nullopt;
  return std::chrono::sys_seconds{
      std::chrono::seconds{static_cast<std::chrono::seconds::rep>(aws_date_time_as_epoch_secs(&time))}};
}

using Self = std::shared_ptr<CrtExchange>;

}  // namespace

// What the libraries call, on the connection's thread; their user data is a shared_ptr of its own until gone().
struct CrtExchange::Callbacks {
  static CrtExchange& self(void* user_data) { return **static_cast<Self*>(user_data); }

  static int headers(aws_http_stream* /*stream*/, aws_http_header_block block, const aws_http_header* headers,
                     std::size_t count, void* user_data) {
    if (block != AWS_HTTP_HEADER_BLOCK_MAIN) return AWS_OP_SUCCESS;
    CrtExchange& exchange = self(user_data);
    const std::lock_guard lock{exchange.mutex_};
    for (const aws_http_header& header : std::span{headers, count}) {
      const std::string_view value = view_of(header.value);
      if (is_header(header, "content-length")) exchange.content_length_ = number_in<std::size_t>(value);
      if (is_header(header, "transfer-encoding")) exchange.is_chunked_ = true;
      if (is_header(header, "x-amzn-requestid")) exchange.reply_.request_id = value;
      if (is_header(header, "x-amz-crc32")) exchange.reply_.crc32 = number_in<std::uint32_t>(value);
      if (is_header(header, "date")) exchange.reply_.date = time_in(header.value);
      if (is_header(header, "x-amz-retry-after")) {
        const auto milliseconds = number_in<std::uint32_t>(value);
        if (milliseconds) exchange.reply_.retry_after = std::chrono::milliseconds{*milliseconds};
      }
      // We ask for none.
      if (is_header(header, "content-encoding") && value != "identity")
        return aws_raise_error(AWS_ERROR_HTTP_PROTOCOL_ERROR);
    }
    return AWS_OP_SUCCESS;
  }

  static int body(aws_http_stream* /*stream*/, const aws_byte_cursor* data, void* user_data) {
    CrtExchange& exchange = self(user_data);
    const std::lock_guard lock{exchange.mutex_};
    if (exchange.reply_.body.size() + data->len > answer_bytes_max)
      return aws_raise_error(AWS_ERROR_HTTP_PROTOCOL_ERROR);
    exchange.reply_.body.append(view_of(*data));
    return AWS_OP_SUCCESS;
  }

  static void complete(aws_http_stream* stream, int error, void* user_data) {
    const Self exchange = *static_cast<Self*>(user_data);  // gone() may come from within
    if (error == 0) {
      const std::lock_guard lock{exchange->mutex_};
      aws_http_stream_get_incoming_response_status(stream, &exchange->reply_.status);
    }
    exchange->answered(error);
  }

  static void gone(void* user_data) { const std::unique_ptr<Self> dropped{static_cast<Self*>(user_data)}; }
};

void CrtExchange::start(std::function<void()> done) {
  bool has_ended = false;
  {
    const std::lock_guard lock{mutex_};
    has_ended = phase_ == Phase::done;
    if (!has_ended) done_.swap(done);
  }
  // Its deadline may pass, and its transport go, before it starts.
  if (has_ended) return done();
  context_->credentials->get(
      [self = shared_from_this()](const CredentialsAnswer& answer) { self->signed_with(answer); });
}

void CrtExchange::signed_with(const CredentialsAnswer& answer) {
  if (!answer) {
    fail({.kind = TransportFailure::Kind::no_credentials, .message = answer.error()});
    return;
  }
  {
    const std::lock_guard lock{mutex_};
    if (phase_ != Phase::credentials) return;
    phase_ = Phase::connection;
    credentials_ = *answer;
  }
  context_->pool->acquire(shared_from_this());
}

void CrtExchange::connected(std::expected<aws_http_connection*, TransportFailure> connection) {
  if (!connection) {
    fail(std::move(connection.error()));
    return;
  }
  int error = 0;
  bool wanted = false;
  {
    const std::lock_guard lock{mutex_};
    wanted = phase_ == Phase::connection;
    if (wanted) {
      phase_ = Phase::answer;
      error = send(*connection);
    }
  }
  if (wanted && error == 0) return;
  context_->pool->release(*connection);
  if (error != 0) fail(failure_of(error, context_->endpoint));
}

int CrtExchange::send(aws_http_connection* connection) {
  reply_.signed_at = context_->clock->now();
  const Message message = signed_request(context_->endpoint, target_, body_, *credentials_, reply_.signed_at);
  if (!message) return AWS_ERROR_HTTP_INVALID_HEADER_VALUE;
  auto self = std::make_unique<Self>(shared_from_this());
  aws_http_make_request_options options{};
  options.self_size = sizeof(options);
  options.request = message.get();  // the stream holds it, and with it the view of body_
  options.user_data = self.get();
  options.on_response_headers = &Callbacks::headers;
  options.on_response_body = &Callbacks::body;
  options.on_complete = &Callbacks::complete;
  options.on_destroy = &Callbacks::gone;
  aws_http_stream* const stream = aws_http_connection_make_request(connection, &options);
  if (stream == nullptr) return aws_last_error();
  static_cast<void>(self.release());  // NOLINT(bugprone-unused-return-value): Callbacks::gone owns it now
  if (aws_http_stream_activate(stream) != AWS_OP_SUCCESS) {
    const int error = aws_last_error();
    aws_http_stream_release(stream);
    return error;
  }
  connection_ = connection;
  stream_ = stream;
  return 0;
}

// The answer is complete, or there will be none; the connection is free either way.
void CrtExchange::answered(int error) {
  aws_http_connection* connection = nullptr;
  aws_http_stream* stream = nullptr;
  Result result;
  {
    const std::lock_guard lock{mutex_};
    connection = std::exchange(connection_, nullptr);
    stream = std::exchange(stream_, nullptr);
    const bool is_whole = is_chunked_ || content_length_ == reply_.body.size();
    if (error != 0) {
      result = std::unexpected(failure_of(error, context_->endpoint));
    } else if (!is_whole) {
      result = std::unexpected(
          TransportFailure{.message = fmt::format("{} cut its answer short.", url_of(context_->endpoint))});
    } else {
      result = std::move(reply_);
    }
  }
  aws_http_stream_release(stream);
  context_->pool->release(connection);
  finish(std::move(result));
}

void CrtExchange::fail(TransportFailure failure) {
  finish(std::unexpected(std::move(failure)));
}

void CrtExchange::time_out(std::chrono::milliseconds deadline) {
  Phase phase = Phase::done;
  {
    const std::lock_guard lock{mutex_};
    phase = phase_;
  }
  const std::string_view waited_for = phase == Phase::credentials  ? "for credentials"
                                      : phase == Phase::connection ? "for a connection"
                                                                   : "for the answer";
  fail({.kind = TransportFailure::Kind::timed_out,
        .message = fmt::format("No answer from {} within {} ms; the time went into waiting {}.",
                               url_of(context_->endpoint), deadline.count(), waited_for)});
}

void CrtExchange::finish(Result result) {
  std::function<void()> done;
  aws_http_stream* stream = nullptr;
  bool is_waiting = false;
  {
    const std::lock_guard lock{mutex_};
    const Phase was = std::exchange(phase_, Phase::done);
    if (was == Phase::done) return;
    is_waiting = was == Phase::connection;
    // Cancelled outside the lock, so held until then; answered() gives its connection back.
    if (stream_ != nullptr) stream = aws_http_stream_acquire(stream_);
    result_ = std::move(result);
    done = std::exchange(done_, nullptr);
  }
  if (is_waiting) context_->pool->abandon(*this);
  if (stream != nullptr) {
    aws_http_stream_cancel(stream, AWS_ERROR_HTTP_STREAM_CANCELLED);
    aws_http_stream_release(stream);
  }
  if (done) done();  // else it did not start yet
}

}  // namespace aws
