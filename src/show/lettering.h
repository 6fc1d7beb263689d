/* Lettering: how wide a text will be in a picture, and how it is broken into lines. */
#ifndef NONET_SHOW_LETTERING_H
#define NONET_SHOW_LETTERING_H

#include "base/buffer.h"

/* The fonts asked for, first choice first; they must also be what the widths below are true for, or narrower. */
#define LETTERING_FONTS "DejaVu Sans,Helvetica,Arial,sans-serif"
#define LETTERING_LEADING 1.2 /* height of a line in font sizes */

/* Width in points of the longest line of a text in this font size. */
double lettering_width(const char *text, double size);

/* Lines of a text ("" has none). */
unsigned lettering_lines(const char *text);

/* Append text in at most `most` lines of about `columns` characters, broken at spaces, the last ending in "…" where it was cut. Control
 * characters and line ends become spaces, direction marks are left out. */
void lettering_wrap(struct buffer *out, const char *text, size_t columns, unsigned most);

#endif
