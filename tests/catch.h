#pragma once

// One name for the test framework: Catch2 3 where it is installed, else 2 (Debian 12).
#ifdef NEWS_CATCH2_V3
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
using Catch::Approx;
#else
#include <catch2/catch.hpp>
using Catch::Detail::Approx;
#endif
