/* Colours: seven that people with any colour vision tell apart, each in three tones. */
#ifndef NONET_SHOW_PALETTE_H
#define NONET_SHOW_PALETTE_H

#include <stddef.h>

enum { PALETTE_COLOURS = 7, PALETTE_STEPS = 5 };

struct palette_colour {
  const char *fill; /* of marks: light enough for a dark letter */
  const char *line; /* of ties and frames: dark enough on white */
  const char *wash; /* of boxes: hardly there */
};

/* The i-th colour; the grey of "other" from PALETTE_COLOURS on. */
const struct palette_colour *palette_colour(size_t i);
/* For what has no colour: near white. */
const struct palette_colour *palette_plain(void);
/* Step i of PALETTE_STEPS from light to dark, for numbers; and what is written upon it. */
const struct palette_colour *palette_step(size_t i);
const char *palette_ink_on_step(size_t i);

#define PALETTE_INK "#222222"
#define PALETTE_SOFT "#5c5c5c"
#define PALETTE_RULE "#d4d4d4"
#define PALETTE_FADED "#d9d9d9"
#define PALETTE_MARKED "#b3001b"

#endif
