/* Dates: ISO 8601 days, possibly partial; a partial one means the whole period. Days count from 1970-01-01. */
#ifndef NONET_BASE_DATE_H
#define NONET_BASE_DATE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define DATE_NONE INT32_MIN

struct date_period {
  int32_t first, last; /* days, both included */
};

/* "2000", "2000-Q3", "2000-08", "2000-08-03", and a time behind a day ("2000-08-03T10:00:00Z", which is left out of account). */
bool date_parse(struct date_period *out, const char *text, size_t length);

#define DATE_ROOM 16
size_t date_print(char out[DATE_ROOM], int32_t day); /* "2000-08-03" */

#endif
