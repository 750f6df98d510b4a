# Everything here is a Debian 12 package that `./pw install` installs. Nothing is downloaded at configure time.
find_package(Threads REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(CLI11 REQUIRED)
find_package(GTest REQUIRED)
find_package(benchmark REQUIRED)
find_package(RocksDB REQUIRED)
find_package(date REQUIRED)
find_package(OpenSSL REQUIRED COMPONENTS Crypto)
find_package(ZLIB REQUIRED)

# Asio, headers only. Every user of Asio links this one: files that were compiled with and without the definition do not fit together.
add_library(asio_headers INTERFACE)
target_compile_definitions(asio_headers INTERFACE BOOST_ASIO_NO_DEPRECATED)
target_link_libraries(asio_headers INTERFACE Boost::boost Threads::Threads)

add_library(rocksdb INTERFACE)
target_link_libraries(rocksdb INTERFACE RocksDB::rocksdb-shared)

add_library(rapidjson INTERFACE)

add_library(date_tz INTERFACE)
target_link_libraries(date_tz INTERFACE date::date date::date-tz)

add_library(rapidcheck INTERFACE)
target_link_libraries(rapidcheck INTERFACE -lrapidcheck)
