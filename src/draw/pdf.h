/* SPDX-License-Identifier: MIT
 * Gives a PDF a date that does not tell when it was made. */
#ifndef DRAW_PDF_H
#define DRAW_PDF_H
#include <stddef.h>

/* In place and of the same length, so that the file's table of offsets stays true. */
void pdf_set_date(char *data, size_t length);
#endif
