#pragma once

// One name for the test framework: Catch2 3 where it is installed, else 2 (Debian 12).
#ifdef NEWS_CATCH2_V3
#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>
#include <catch2/matchers/catch_matchers_string.hpp>
using Catch::Approx;
namespace Catch {
inline auto Contains(const std::string& part) { return Matchers::ContainsSubstring(part); }
}  // namespace Catch
#else
#include <catch2/catch.hpp>
using Catch::Detail::Approx;
#endif
