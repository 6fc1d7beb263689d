/* Colours of pictures.
 *
 * How: seven light hues for marks, so that the letter of a layer stands on each in dark ink; a darker tone of the same hue for ties and
 * frames; a wash for boxes. Steps for numbers fall evenly in lightness, so they keep their order in grey.
 * Why at most seven: more cannot be told apart, in colour or by name.
 *
 * Sources: [1] P. Tol, Colour Schemes, SRON/EPS/TN/09-002, 2021 ("light" scheme, whose hues these are). */
#include "show/palette.h"

static const struct palette_colour colours[PALETTE_COLOURS + 1] = {
    {"#77aadd", "#2f6aa8", "#f0f5fb"}, {"#ee8866", "#b5502f", "#fdf3ef"}, {"#44bb99", "#1f7f63", "#edf8f5"},
    {"#eedd88", "#94790f", "#fdfaee"}, {"#ffaabb", "#b4506b", "#fff4f6"}, {"#bbcc33", "#6f7c0c", "#f8faeb"},
    {"#99ddff", "#2b89b5", "#f2fafe"}, {"#dddddd", "#777777", "#f7f7f7"},
};
static const struct palette_colour plain = {"#fbfbfb", "#777777", "#ffffff"};
static const struct palette_colour steps[PALETTE_STEPS] = {
    {"#eef4fa", "#777777", "#ffffff"}, {"#bcd4e8", "#777777", "#ffffff"}, {"#7fb0d6", "#555555", "#ffffff"},
    {"#3f7fb5", "#333333", "#ffffff"}, {"#174a7c", "#222222", "#ffffff"},
};

const struct palette_colour *palette_colour(size_t i) {
  return &colours[i < PALETTE_COLOURS ? i : PALETTE_COLOURS];
}

const struct palette_colour *palette_plain(void) {
  return &plain;
}

const struct palette_colour *palette_step(size_t i) {
  return &steps[i < PALETTE_STEPS ? i : PALETTE_STEPS - 1];
}

const char *palette_ink_on_step(size_t i) {
  return i >= 3 ? "#ffffff" : PALETTE_INK;
}
