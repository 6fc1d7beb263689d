/* Text for people that fits a width: paragraphs that wrap. */
#ifndef NONET_CLI_PROSE_H
#define NONET_CLI_PROSE_H

#include <nonet.h>

/* Columns that a text takes (characters; the texts of this program hold no wide ones). */
size_t prose_width(const char *text);

/* A name at the beginning of a line, broken behind a '|' where it is wider than `width`; gives the columns of its last line. */
size_t prose_head(nonet_out *o, const char *text, unsigned width);

/* Write a paragraph behind `head` (NULL: nothing; on a line of its own if it reaches beyond `indent`): every line from column `indent`
 * on, at most `width` wide. */
void prose_paragraph(nonet_out *o, const char *head, size_t indent, const char *text, unsigned width);

/* The same where `at` columns of the first line are written already. */
void prose_go_on(nonet_out *o, size_t at, size_t indent, const char *text, unsigned width);

void prose_blank(nonet_out *o, size_t columns);

#endif
