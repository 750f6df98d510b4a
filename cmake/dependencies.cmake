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
find_package(OpenSSL REQUIRED COMPONENTS Crypto SSL)
find_package(ZLIB REQUIRED)
find_package(EXPAT REQUIRED)
find_package(Python3 REQUIRED COMPONENTS Interpreter)  # scripts of the build, and tests

# Asio, headers only. Every user of Asio links this one: files that were compiled with and without the definition do not fit together.
add_library(asio_headers INTERFACE)
target_compile_definitions(asio_headers INTERFACE BOOST_ASIO_NO_DEPRECATED)
target_link_libraries(asio_headers INTERFACE Boost::boost Threads::Threads)

# What users run has RocksDB inside: half of a start was spent on linking it, and each call went through a table (GetItem 6 %).
option(TT_STATIC_ROCKSDB "link RocksDB statically" OFF)
add_library(rocksdb INTERFACE)
target_link_libraries(rocksdb INTERFACE $<IF:$<BOOL:${TT_STATIC_ROCKSDB}>,RocksDB::rocksdb,RocksDB::rocksdb-shared>)

add_library(rapidjson INTERFACE)

add_library(date_tz INTERFACE)
target_link_libraries(date_tz INTERFACE date::date date::date-tz)

add_library(rapidcheck INTERFACE)
target_link_libraries(rapidcheck INTERFACE -lrapidcheck)

# AWS's C libraries, built by ./pw install (scripts/pw/aws-crt.sh). Static, on the same libcrypto as the rest; later ones use none of the earlier.
set(aws_crt_dir "${CMAKE_SOURCE_DIR}/third_party/aws-crt")
if(NOT EXISTS "${aws_crt_dir}/.built")
  message(FATAL_ERROR "${aws_crt_dir} is missing; ./pw install builds it.")
endif()
add_library(aws_crt INTERFACE)
target_include_directories(aws_crt SYSTEM INTERFACE "${aws_crt_dir}/include")
foreach(name aws-c-auth aws-c-sdkutils aws-c-http aws-c-compression aws-c-io aws-c-cal s2n aws-c-common)
  target_link_libraries(aws_crt INTERFACE "${aws_crt_dir}/lib/lib${name}.a")
endforeach()
target_link_libraries(aws_crt INTERFACE OpenSSL::Crypto Threads::Threads ${CMAKE_DL_LIBS} m rt)
