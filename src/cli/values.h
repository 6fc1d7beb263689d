/* Values of options: what a text stands for, and whether it stands for anything. */
#ifndef NONET_CLI_VALUES_H
#define NONET_CLI_VALUES_H

#include "cli/options.h"

bool value_whole(uint64_t *out, const char *text);
bool value_size(uint64_t *out, const char *text);        /* "512", "64K", "1.5G", "2GiB": K is 1024 */
bool value_seconds(double *out, const char *text);       /* above 0, finite */
int value_choice(const char *choices, const char *text); /* which of "a|b|c"; -1: none */

/* NONET_EUSAGE where a value is not of its option's kind. */
nonet_code value_check(const struct option_row *row, const char *value, nonet_err *err);

#endif
