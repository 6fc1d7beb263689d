/* From bytes to text: strict UTF-8, or what --encoding names, through the C library's iconv.
 *
 * How: a UTF-8 text is looked at twice at the speed of memory, once for NUL and once for its sequences; nothing is copied. UTF-16 and
 * UTF-32 are known by their mark or by NULs at every second or fourth byte, and never guessed silently: the error names the encoding to ask
 * for. Why strict: a wrong guess turns names into other names, and two files that spell one partner differently are two partners. */
#include "base/utf8.h"
#include "read/source.h"

#include <errno.h>
#include <iconv.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

static bool begins(const struct source *s, const char *mark, size_t length) {
  return s->size >= length && memcmp(s->bytes, mark, length) == 0;
}

static uint64_t line_of(const struct source *s, size_t at) {
  uint64_t line = 1;
  for (size_t i = 0; i < at; i++) {
    char c = s->bytes[i];
    line += c == '\n' || (c == '\r' && s->bytes[i + 1] != '\n');
  }
  return line;
}

/* "utf-16" or "utf-32" where the bytes look like one, else NULL: a mark, or NULs that stand at one place of each unit only. */
static const char *wide_encoding(const struct source *s) {
  if (begins(s, "\xff\xfe\0\0", 4) || begins(s, "\0\0\xfe\xff", 4)) return "utf-32";
  if (begins(s, "\xff\xfe", 2) || begins(s, "\xfe\xff", 2)) return "utf-16";
  size_t look = s->size < 512 ? s->size : 512, zeros[2] = {0, 0};
  for (size_t i = 0; i < look; i++)
    zeros[i & 1] += s->bytes[i] == '\0';
  size_t half = look / 2;
  if (half < 2) return NULL;
  if (zeros[1] * 10 >= half * 6 && zeros[0] * 10 < half) return "utf-16le";
  if (zeros[0] * 10 >= half * 6 && zeros[1] * 10 < half) return "utf-16be";
  return NULL;
}

/* Bytes that no text has: control characters other than white space and escape, near the start. */
static bool looks_binary(const struct source *s) {
  size_t look = s->size < 1024 ? s->size : 1024, odd = 0;
  for (size_t i = 0; i < look; i++) {
    unsigned char c = (unsigned char)s->bytes[i];
    odd += (c < 0x20 && !(c >= '\t' && c <= '\r') && c != 0x1b) || c == 0x7f;
  }
  return odd * 20 > look;
}

static nonet_code check_text(struct source *s, nonet_err *err) {
  const char *wide = wide_encoding(s);
  if (wide) return error_at(err, NONET_EINPUT, s->name, 1, "the text is %.6s, not UTF-8 (say --encoding %s)", wide, wide);
  const char *nul = s->size ? memchr(s->bytes, '\0', s->size) : NULL;
  if (nul) {
    if (looks_binary(s)) return error_at(err, NONET_EINPUT, s->name, 1, "this is a binary file, not text");
    return error_at(err, NONET_EINPUT, s->name, line_of(s, (size_t)(nul - s->bytes)), "a NUL byte in the text");
  }
  size_t valid = utf8_valid(s->bytes, s->size);
  if (valid == s->size) return NONET_OK;
  if (looks_binary(s)) return error_at(err, NONET_EINPUT, s->name, 1, "this is a binary file, not text");
  return error_at(err, NONET_EINPUT, s->name, line_of(s, valid), "byte 0x%02X is not UTF-8 (say --encoding windows-1252 if it is)",
                  (unsigned)(unsigned char)s->bytes[valid]);
}

/* Convert all bytes; a sequence that the encoding does not know is an error with its line (counted in what was converted so far). */
static nonet_code convert(struct source *s, iconv_t how, const char *encoding, uint64_t most, nonet_err *err) {
  struct buffer text = {0};
  char *in = s->bytes;
  size_t left = s->size;
  nonet_code code = NONET_OK;
  for (bool done = false; !code && !done;) {
    bool flush = left == 0;
    char piece[16384], *out = piece;
    size_t room = sizeof piece;
    size_t got = iconv(how, flush ? NULL : &in, flush ? NULL : &left, &out, &room);
    int why = got == (size_t)-1 ? errno : 0;
    done = flush && !why;
    buffer_add(&text, piece, sizeof piece - room);
    if (text.failed) {
      code = error_memory(err);
    } else if (most && text.size > most) {
      code = error_at(err, NONET_ELIMIT, s->name, 0, "the text is larger than the memory limit of %llu bytes", (unsigned long long)most);
    } else if (why && why != E2BIG) {
      struct source so_far = {.bytes = text.bytes, .size = text.size};
      code = error_at(err, NONET_EINPUT, s->name, line_of(&so_far, text.size), "the text is not %s", encoding);
    }
  }
  if (code) {
    buffer_free(&text);
    return code;
  }
  buffer_add(&text, "", 1);
  if (text.failed) {
    buffer_free(&text);
    return error_memory(err);
  }
  free(s->bytes);
  s->bytes = text.bytes;
  s->size = text.size - 1;
  return NONET_OK;
}

nonet_code source_to_text(struct source *s, const char *encoding, uint64_t most, nonet_err *err) {
  nonet_code code = NONET_OK;
  if (encoding && *encoding && strcasecmp(encoding, "utf-8") != 0 && strcasecmp(encoding, "utf8") != 0) {
    iconv_t how = iconv_open("UTF-8", encoding);
    if (how == (iconv_t)-1) {
      if (errno == ENOMEM) return error_memory(err);
      return error_set(err, NONET_EUSAGE, "there is no encoding '%s' (utf-8, utf-16, windows-1252, iso-8859-1 ...)", encoding);
    }
    code = convert(s, how, encoding, most, err);
    iconv_close(how);
    if (code) return code;
  }
  s->start = begins(s, "\xef\xbb\xbf", 3) ? 3 : 0;
  return check_text(s, err);
}
