/* --columns "[FILE:]role=HEADER|#N,...": parsed once for a call of nonet_read, looked up in every table that it is said of.
 *
 * How: pieces are cut at commas outside quotes; a role is known by its name or a plain synonym. A role may come again; the first of its
 * headings that a table has counts, so one option serves files that name the same thing differently. */
#include "read/columns.h"

#include "base/memory.h"
#include "base/number.h"

#include <stdlib.h>
#include <string.h>

static const struct {
  const char *name;
  enum role role;
} role_names[] = {{"id", ROLE_ID},
                  {"label", ROLE_LABEL},
                  {"short", ROLE_SHORT},
                  {"kind", ROLE_KIND},
                  {"layer", ROLE_LAYER},
                  {"aliases", ROLE_ALIASES},
                  {"from", ROLE_FROM},
                  {"to", ROLE_TO},
                  {"weight", ROLE_WEIGHT},
                  {"length", ROLE_LENGTH},
                  {"since", ROLE_SINCE},
                  {"until", ROLE_UNTIL},
                  {"evidence", ROLE_EVIDENCE},
                  {"direction", ROLE_DIRECTION},
                  {"attendees", ROLE_ATTENDEES},
                  {"ignore", ROLE_IGNORE},
                  {"key", ROLE_ID},
                  {"name", ROLE_LABEL},
                  {"short name", ROLE_SHORT},
                  {"type", ROLE_KIND},
                  {"network", ROLE_LAYER},
                  {"alias", ROLE_ALIASES},
                  {"source", ROLE_EVIDENCE},
                  {"distance", ROLE_LENGTH}};
#define ROLE_NAMES (sizeof role_names / sizeof *role_names)

const char *role_name(enum role role) {
  for (size_t i = 0; i < ROLE_NAMES; i++)
    if (role_names[i].role == role) return role_names[i].name;
  return "further";
}

char *heading_fold(const char *name) {
  char *spaced = memory_text(name);
  if (!spaced) return NULL;
  for (char *c = spaced; *c; c++)
    if (*c == '_' || *c == '.' || *c == '-') *c = ' ';
  struct buffer folded = {0};
  bool done = name_fold(&folded, spaced);
  free(spaced);
  char *text = done && !folded.failed ? memory_text(buffer_string(&folded)) : NULL;
  buffer_free(&folded);
  return text;
}

/* Cut the piece that begins at *at: returns it trimmed and owned (NULL: out of memory), without its quotes; *at moves behind its comma. */
static char *cut_piece(const char **at, char stop, bool *quoted) {
  const char *start = *at + strspn(*at, " \t\n\r"), *end;
  *quoted = *start == '"' || *start == '\'';
  if (*quoted) {
    const char *close = strchr(start + 1, *start);
    end = close ? close : start + strlen(start);
    start++;
    *at = close ? close + 1 + strspn(close + 1, " \t\n\r") : end;
  } else {
    end = start;
    while (*end && *end != stop && !(stop == ',' && *end == '\n'))
      end++;
    *at = end;
    while (end > start && strchr(" \t\n\r", end[-1]))
      end--;
  }
  if (**at == stop || **at == '\n') ++*at;
  char *piece = memory_copy(start, (size_t)(end - start) + 1, 1);
  if (piece) piece[end - start] = '\0';
  return piece;
}

static nonet_code parse_role(enum role *out, const char *name, nonet_err *err) {
  struct name_nearest near = {0};
  if (!name_nearest_start(&near, name)) return error_memory(err);
  for (size_t i = 0; i < ROLE_NAMES; i++) {
    *out = role_names[i].role;
    if (strcmp(name, role_names[i].name) == 0) {
      name_nearest_free(&near);
      return NONET_OK;
    }
    name_nearest_offer(&near, role_names[i].name);
  }
  struct buffer words = {0};
  name_nearest_say(&near, &words);
  nonet_code code = error_set(err, NONET_EUSAGE,
                              "--columns: a column cannot be '%s'%s; it is one of id, label, short, kind, layer, aliases, "
                              "from, to, weight, length, since, until, evidence, direction, attendees, ignore",
                              name, buffer_string(&words));
  buffer_free(&words);
  name_nearest_free(&near);
  return code;
}

static nonet_code parse_heading(struct asked_column *c, char *heading, bool quoted, nonet_err *err) {
  if (heading[0] == '#' && !quoted) {
    uint64_t number;
    if (!number_parse_whole(&number, heading + 1, strlen(heading + 1)) || number == 0 || number > 1000000)
      return error_set(err, NONET_EUSAGE, "--columns: '%s' is no column number (#1 is the first)", heading);
    c->number = (size_t)number - 1;
    return NONET_OK;
  }
  if (!*heading) return error_set(err, NONET_EUSAGE, "--columns: %s= names no heading", role_name(c->role));
  c->heading = memory_text(heading);
  c->folded = heading_fold(heading);
  bool started = name_nearest_start(&c->near, heading);
  return started && c->heading && c->folded ? NONET_OK : error_memory(err);
}

/* The FILE: before a role, owned and trimmed, NULL in *file where there is none; false: out of memory. */
static bool cut_file(char **file, const char **at) {
  const char *colon = NULL;
  bool quoted = **at == '"' || **at == '\'';
  *file = NULL;
  for (const char *c = *at; !quoted && *c && !strchr("=,\n", *c); c++)
    if (*c == ':') colon = c;
  if (!quoted && !colon) return true;
  if (quoted)
    *file = cut_piece(at, ':', &quoted);
  else if ((*file = memory_copy(*at, (size_t)(colon - *at) + 1, 1)) != NULL) {
    (*file)[colon - *at] = '\0';
    *at = colon + 1;
  }
  return *file != NULL;
}

static nonet_code parse_one(struct asked_columns *out, size_t *room, const char **at, nonet_err *err) {
  if (!memory_grow(&out->at, room, out->count + 1, sizeof *out->at)) return error_memory(err);
  char *file;
  if (!cut_file(&file, at)) return error_memory(err);
  const char *before = out->count ? out->at[out->count - 1].file : NULL;
  if (!file && before && !(file = memory_text(before))) return error_memory(err);
  *at += strspn(*at, " \t");
  size_t length = strcspn(*at, "=,\n");
  bool quoted, has_heading = (*at)[length] == '=';
  char *role = cut_piece(at, '=', &quoted), *heading = NULL;
  nonet_code code = role ? NONET_OK : error_memory(err);
  if (!code && !has_heading) code = error_set(err, NONET_EUSAGE, "--columns: '%s' is not ROLE=HEADING", role);
  struct asked_column *c = &out->at[out->count];
  *c = (struct asked_column){0};
  if (!code) code = parse_role(&c->role, role, err);
  if (!code) {
    heading = cut_piece(at, ',', &quoted);
    code = heading ? NONET_OK : error_memory(err);
  }
  if (!code) {
    c->file = file;
    file = NULL;
    out->count++; /* freed with the others from here on */
    code = parse_heading(c, heading, quoted, err);
  }
  free(file);
  free(role);
  free(heading);
  return code;
}

nonet_code columns_parse(struct asked_columns *out, const char *text, nonet_err *err) {
  *out = (struct asked_columns){0};
  size_t room = 0;
  nonet_code code = NONET_OK;
  for (const char *at = text ? text : ""; !code;) {
    at += strspn(at, " \t\n\r,");
    if (!*at) break;
    code = parse_one(out, &room, &at, err);
  }
  if (code) columns_free(out);
  return code;
}

void columns_free(struct asked_columns *c) {
  for (size_t i = 0; i < c->count; i++) {
    free(c->at[i].file);
    free(c->at[i].heading);
    free(c->at[i].folded);
    name_nearest_free(&c->at[i].near);
  }
  free(c->at);
  *c = (struct asked_columns){0};
}

/* Is `name` the path itself, or the end of it from a '/' on? `path` counts up to its first `length` bytes. */
static bool names_path(const char *name, const char *path, size_t length) {
  size_t size = strlen(name);
  if (size == 0 || size > length || memcmp(path + length - size, name, size) != 0) return false;
  return size == length || path[length - size - 1] == '/';
}

void columns_for(struct asked_columns *c, const char *path) {
  const char *sheet = strchr(path, '[');
  size_t length = strlen(path), book = sheet && length && path[length - 1] == ']' ? (size_t)(sheet - path) : length;
  for (size_t i = 0; i < c->count; i++) {
    const char *file = c->at[i].file;
    c->at[i].off = file && !names_path(file, path, length) && !names_path(file, path, book);
  }
}

bool columns_by_number(const struct asked_columns *c) {
  size_t here = 0;
  for (size_t i = 0; i < c->count; i++) {
    if (!c->at[i].off && c->at[i].heading) return false;
    here += !c->at[i].off;
  }
  return here > 0;
}
