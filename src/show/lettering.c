/* Lettering: widths and line breaks of texts in a picture.
 *
 * How: the advance widths of DejaVu Sans for ASCII, in thousandths of the font size; a guess on the wide side for all other characters
 * (wide ones one em and a quarter, combining marks nothing). Lines are broken greedily at spaces, or after a hyphen or slash, or after a
 * dot or underscore that stands for a space ("Red.Cross"); a word longer than a line is broken where the line ends.
 * Why not ask the renderer: boxes, legend and matrix are placed before anything is rendered, the same way on each machine. DejaVu Sans is
 * among the widest fonts, so another one leaves air instead of running over. */
#include "show/lettering.h"

#include "base/utf8.h"

#include <ctype.h>
#include <string.h>

static const uint16_t ascii_width[95] = {318, 401, 460, 838, 636, 950, 780, 275, 390, 390, 500, 838, 318, 361,  318, 337, 636, 636, 636,
                                         636, 636, 636, 636, 636, 636, 636, 337, 337, 838, 838, 838, 531, 1000, 684, 686, 698, 770, 632,
                                         575, 775, 752, 295, 295, 656, 557, 863, 748, 787, 603, 787, 695, 635,  611, 732, 684, 989, 685,
                                         611, 685, 390, 337, 390, 838, 500, 500, 613, 635, 550, 635, 615, 352,  635, 634, 278, 278, 579,
                                         278, 974, 634, 612, 635, 635, 411, 521, 392, 634, 592, 818, 592, 592,  525, 636, 337, 636, 838};
enum { LATIN = 680, WIDE = 1250, OTHER = 760, SPLIT_FROM = 4 };

static unsigned character_width(uint32_t c, const char *bytes, size_t length) {
  char text[8] = {0};
  if (c < 0x20 || c == 0x7f) return 0;
  if (c < 0x7f) return ascii_width[c - 0x20];
  memcpy(text, bytes, length < sizeof text ? length : sizeof text - 1);
  size_t columns = utf8_width(text);
  if (columns == 0) return 0;
  if (columns >= 2) return WIDE;
  return c < 0x250 ? LATIN : c == 0x2026 ? 1000 : OTHER;
}

double lettering_width(const char *text, double size) {
  size_t left = strlen(text);
  double widest = 0, line = 0;
  for (uint32_t c; left;) {
    size_t length = utf8_next(&c, text, left);
    if (!length) break;
    line = c == '\n' ? 0 : line + character_width(c, text, length);
    if (line > widest) widest = line;
    text += length;
    left -= length;
  }
  return widest * size / 1000;
}

unsigned lettering_lines(const char *text) {
  unsigned lines = *text ? 1 : 0;
  for (; *text; text++)
    lines += *text == '\n';
  return lines;
}

/* Marks that turn or join the direction of text, and line separators: nothing in a picture may depend on them. */
static bool is_left_out(uint32_t c) {
  return (c >= 0x200b && c <= 0x200f && c != 0x200d) || (c >= 0x2028 && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0xfeff;
}

/* Append text with each run of spaces and control characters as one space, none at the ends. */
static void clean(struct buffer *out, const char *text) {
  size_t left = strlen(text);
  bool space = false, begun = false;
  for (uint32_t c; left;) {
    size_t length = utf8_next(&c, text, left);
    if (!length) break;
    if (c <= 0x20 || c == 0x7f || (c >= 0x80 && c <= 0xa0)) {
      space = begun;
    } else if (!is_left_out(c)) {
      if (space) buffer_char(out, ' ');
      buffer_add(out, text, length);
      space = false;
      begun = true;
    }
    text += length;
    left -= length;
  }
}

/* Bytes of the next line of `text`: up to the last break within `columns`, or as many characters as fit. */
static size_t line_length(const char *text, size_t columns) {
  size_t at = 0, count = 0, broken = 0, left = strlen(text), held = 0;
  for (uint32_t c; at < left;) {
    size_t length = utf8_next(&c, text + at, left - at);
    char one[8] = {0};
    if (!length) break;
    memcpy(one, text + at, length < sizeof one ? length : sizeof one - 1);
    count += utf8_width(one);
    if (c == ' ') broken = at;
    if (count > columns) return broken ? broken : held ? held : length;
    at += length;
    held = at;
    bool joins = (c == '.' || c == '_') && isalpha((unsigned char)text[at]);
    if ((c == '-' || c == '/' || joins) && count >= SPLIT_FROM) broken = at;
  }
  return at;
}

void lettering_wrap(struct buffer *out, const char *text, size_t columns, unsigned most) {
  struct buffer all = {0};
  clean(&all, text);
  const char *at = buffer_string(&all);
  for (unsigned line = 1; *at; line++) {
    size_t length = line_length(at, columns);
    bool cut = line == most && at[length];
    if (line > 1) buffer_char(out, '\n');
    if (cut) length = line_length(at, columns > 1 ? columns - 1 : 1);
    while (cut && length && at[length - 1] == ' ')
      length--;
    buffer_add(out, at, length);
    if (cut) buffer_text(out, "…");
    if (line == most) break;
    at += length;
    at += *at == ' ';
  }
  out->failed |= all.failed;
  buffer_free(&all);
}
