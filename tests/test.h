/* What every test includes: cmocka, nonet, and comparisons that cmocka 1.1.5 lacks. */
#ifndef NONET_TESTS_TEST_H
#define NONET_TESTS_TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <math.h>
#include <nonet.h>
#include <string.h>

/* Equal within a relative (and, near zero, absolute) tolerance; NaN equals NaN only. cmocka's own comparison is of floats. */
#define assert_near(got, want, tolerance)                                                                                                  \
  do {                                                                                                                                     \
    double got_ = (got), want_ = (want), scale_ = fmax(1.0, fabs(want_));                                                                  \
    if (isnan(want_) ? !isnan(got_) : !(fabs(got_ - want_) <= (tolerance)*scale_)) fail_msg("%s is %.17g, not %.17g", #got, got_, want_);  \
  } while (0)

/* A call that must succeed; shows its error text when it does not. */
#define assert_ok(call, err)                                                                                                               \
  do {                                                                                                                                     \
    nonet_code code_ = (call);                                                                                                             \
    if (code_ != NONET_OK) fail_msg("%s gave %d: %s", #call, (int)code_, (err).text);                                                      \
  } while (0)

#define assert_contains(text, part)                                                                                                        \
  do {                                                                                                                                     \
    const char *text_ = (text), *part_ = (part);                                                                                           \
    if (!strstr(text_, part_)) fail_msg("\"%s\" does not contain \"%s\"", text_, part_);                                                   \
  } while (0)

#endif
