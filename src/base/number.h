/* Numbers as text, whatever the locale. */
#ifndef NONET_BASE_NUMBER_H
#define NONET_BASE_NUMBER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum number_fault { NUMBER_OK = 0, NUMBER_NOT_ONE, NUMBER_NAN, NUMBER_INFINITE, NUMBER_OVERFLOWS };

/* A whole text as a decimal number ([+-]digits[.digits][e[+-]digits], also ".5" and "5."; no hexadecimal; spaces around are not allowed).
 * NaN and inf words and values beyond the range are told apart. Correctly rounded. `decimal` is '.' or ','. */
enum number_fault number_parse(double *out, const char *text, size_t length, char decimal);

/* A whole text as a decimal whole number without sign; false if it is none or overflows. */
bool number_parse_whole(uint64_t *out, const char *text, size_t length);

#define NUMBER_ROOM 32
/* The shortest text that reads back equal ("0.1", "1e+300", "42"); "nan", "inf", "-inf"; -0 is "0". Returns its length. */
size_t number_print(char out[NUMBER_ROOM], double x);

/* At most `digits` significant digits, for people: "0.4376", "231.1". Whole numbers below 1e15 come in full ("12345"), and of a larger
 * fraction the whole part is never rounded away ("12346", not "1.235e+04"); "1,234" is not done. */
size_t number_print_short(char out[NUMBER_ROOM], double x, int digits);

#endif
