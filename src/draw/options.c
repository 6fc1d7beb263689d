/* SPDX-License-Identifier: MIT
 * Reads the command line. --as may be repeated; it takes one format, or several with a comma before each. A comma ends
 * a path only where a format follows it, so "svg=a,b.svg" is one picture in the file "a,b.svg". */
#include "draw/options.h"
#include "draw/layout.h"
#include "draw/say.h"
#include <math.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

const char options_help[] = "usage: nonet-draw [--layout ENGINE] [--as FORMAT[=PATH][,...]] [FILE]\n"
                            "Lays out a graph in the DOT language and writes where things are, or draws it.\n"
                            "\n"
                            "  --layout ENGINE    dot neato fdp sfdp circo twopi osage, or nop2 for given positions\n"
                            "  --as json          with a layout: positions; without one: the structure of the file\n"
                            "  --as FORMAT=PATH   svg png pdf dot xdot json, all from one layout; without =PATH to\n"
                            "                     standard output (one of them only)\n"
                            "  --id-prefix P      the ids in an SVG begin with P\n"
                            "  --inline           SVG without XML declaration, to stand inside HTML\n"
                            "  --keep-links       keep URL, target and tooltip (http, https, mailto and # only)\n"
                            "  --dpi N            resolution of a PNG (96)\n"
                            "  --max-memory SIZE  bytes, or with K, M, G (2G; 0 for no limit)\n"
                            "  --timeout S        seconds (60; 0 for no limit)\n"
                            "  --help, --version\n"
                            "\n"
                            "FILE is standard input where it is missing or '-'. Exit codes: 0 done, 2 usage,\n"
                            "3 bad input, 4 cannot read or write, 5 out of memory or time, 70 internal error.\n";

static const char *const formats[] = {
    [DRAW_JSON] = "json", [DRAW_SVG] = "svg", [DRAW_PNG] = "png", [DRAW_PDF] = "pdf", [DRAW_DOT] = "dot", [DRAW_XDOT] = "xdot"};

static int refuse(const char *what, const char *value) {
  say_error("%s '%s' (see --help)", what, value);
  return DRAW_USAGE;
}

/* The format that `text` begins with, followed by = , or the end; DRAW_FORMATS for none. */
static enum draw_format format_at(const char *text) {
  size_t length = strcspn(text, "=,");
  for (int f = 0; f < DRAW_FORMATS; f++)
    if (strlen(formats[f]) == length && memcmp(formats[f], text, length) == 0) return (enum draw_format)f;
  return DRAW_FORMATS;
}

/* The comma that ends this path, or NULL. */
static char *path_end(char *path) {
  for (char *comma = strchr(path, ','); comma != NULL; comma = strchr(comma + 1, ','))
    if (format_at(comma + 1) != DRAW_FORMATS) return comma;
  return NULL;
}

/* Cuts the argument up in place. */
static int read_targets(char *at, struct draw_options *out) {
  while (at != NULL) {
    enum draw_format format = format_at(at);
    if (format == DRAW_FORMATS) return refuse("unknown format", at);
    if (out->count == DRAW_MAX_TARGETS) return refuse("too many pictures at", at);
    char *path = at + strlen(formats[format]);
    char *next = *path == '=' ? path_end(path + 1) : *path == ',' ? path : NULL;
    if (next != NULL) *next++ = '\0';
    if (*path == '=' && path[1] == '\0') return refuse("no path behind", at);
    out->targets[out->count++] = (struct draw_target){format, *path == '=' ? path + 1 : NULL};
    at = next;
  }
  return DRAW_OK;
}

static bool read_number(const char *text, double most, double *out) {
  char *end;
  *out = strtod(text, &end);
  return end != text && *end == '\0' && *out >= 0 && *out <= most && text[strspn(text, "0123456789.e+")] == '\0';
}

static int read_memory(const char *text, size_t *out) {
  char *end;
  double size = strtod(text, &end);
  double unit = *end == 'K' ? 0x1p10 : *end == 'M' ? 0x1p20 : *end == 'G' ? 0x1p30 : 1;
  bool whole = *end == '\0' || (unit > 1 && end[1] == '\0');
  if (end == text || !whole || !(size >= 0) || size * unit > 0x1p60 || text[strspn(text, "0123456789.KMG")] != '\0')
    return refuse("--max-memory takes a size, not", text);
  *out = (size_t)(size * unit);
  return DRAW_OK;
}

static int read_prefix(const char *text, struct draw_options *out) {
  static const char good[] = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_-";
  if (*text == '\0' || strchr("0123456789-", *text) != NULL || text[strspn(text, good)] != '\0' || strlen(text) > 100)
    return refuse("--id-prefix takes a letter, then letters, digits, _ and -, not", text);
  out->id_prefix = text;
  return DRAW_OK;
}

static int read_value(const char *name, char *value, struct draw_options *out) {
  if (strcmp(name, "--as") == 0) return read_targets(value, out);
  if (strcmp(name, "--id-prefix") == 0) return read_prefix(value, out);
  if (strcmp(name, "--max-memory") == 0) return read_memory(value, &out->max_memory);
  if (strcmp(name, "--layout") == 0) {
    out->layout = value;
    return layout_known(value) ? DRAW_OK : refuse("unknown layout", value);
  }
  if (strcmp(name, "--timeout") == 0)
    return read_number(value, 1e6, &out->timeout) ? DRAW_OK : refuse("--timeout takes seconds, not", value);
  bool good = read_number(value, 2400, &out->dpi) && out->dpi >= 1;
  return good ? DRAW_OK : refuse("--dpi takes a number from 1 to 2400, not", value);
}

static bool *flag_of(const char *name, struct draw_options *out) {
  if (strcmp(name, "--help") == 0) return &out->help;
  if (strcmp(name, "--version") == 0) return &out->version;
  if (strcmp(name, "--keep-links") == 0) return &out->keep_links;
  return strcmp(name, "--inline") == 0 ? &out->inline_svg : NULL;
}

static bool takes_value(const char *name) {
  static const char *const all[] = {"--as", "--id-prefix", "--max-memory", "--layout", "--timeout", "--dpi"};
  for (size_t i = 0; i < sizeof all / sizeof *all; i++)
    if (strcmp(name, all[i]) == 0) return true;
  return false;
}

static int check_whole(const struct draw_options *out) {
  size_t to_stdout = 0;
  for (size_t i = 0; i < out->count; i++) {
    to_stdout += out->targets[i].path == NULL;
    if (out->layout == NULL && out->targets[i].format != DRAW_JSON)
      return refuse("--layout is needed for", formats[out->targets[i].format]);
  }
  if (out->count == 0) return refuse("missing option", "--as");
  return to_stdout > 1 ? refuse("standard output takes only one picture, not also", formats[out->targets[out->count - 1].format]) : DRAW_OK;
}

static int read_file(char *value, struct draw_options *out, bool *seen) {
  if (*seen) return refuse("more than one file:", value);
  *seen = true;
  out->file = strcmp(value, "-") == 0 ? NULL : value;
  return DRAW_OK;
}

int options_read(int argc, char **argv, struct draw_options *out) {
  *out = (struct draw_options){.max_memory = (size_t)2 << 30, .timeout = 60, .dpi = 96};
  bool files_only = false, seen = false;
  int status = DRAW_OK;
  for (int i = 1; status == DRAW_OK && i < argc; i++) {
    bool *flag = flag_of(argv[i], out);
    if (files_only || argv[i][0] != '-' || argv[i][1] == '\0')
      status = read_file(argv[i], out, &seen);
    else if (strcmp(argv[i], "--") == 0)
      files_only = true;
    else if (flag != NULL)
      *flag = true;
    else if (!takes_value(argv[i]))
      status = refuse("unknown option", argv[i]);
    else if (i + 1 == argc)
      status = refuse("no value for", argv[i]);
    else {
      status = read_value(argv[i], argv[i + 1], out);
      i++;
    }
  }
  return status != DRAW_OK || out->help || out->version ? status : check_whole(out);
}
