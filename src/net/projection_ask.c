/* What a projection is asked for: KIND[/THROUGH/...][:weighting]. */
#include "base/buffer.h"
#include "base/memory.h"
#include "base/name.h"
#include "net/projection.h"

#include <string.h>

static const char *const weighting_name[] = {"count", "newman", "jaccard", "overlap", "resource-allocation", "hyperbolic"};
#define WEIGHTINGS (sizeof weighting_name / sizeof *weighting_name)

static nonet_code find_named(uint32_t *out, const nonet *n, const char *name, size_t length, nonet_err *err) {
  struct buffer text = {0};
  buffer_add(&text, name, length);
  nonet_code code = text.failed ? error_memory(err) : nonet_find_kind(out, n, buffer_string(&text), err);
  buffer_free(&text);
  return code;
}

static bool read_weighting(enum weighting *out, const char *text) {
  for (unsigned i = 0; i < WEIGHTINGS; i++)
    if (strcmp(text, weighting_name[i]) == 0) {
      *out = (enum weighting)i;
      return true;
    }
  return false;
}

static nonet_code unknown_weighting(const char *text, nonet_err *err) {
  struct name_nearest near;
  struct buffer hint = {0};
  bool searched = name_nearest_start(&near, text);
  for (unsigned i = 0; i < WEIGHTINGS && searched; i++)
    name_nearest_offer(&near, weighting_name[i]);
  name_nearest_say(&near, &hint);
  nonet_code code = error_set(err, NONET_EUSAGE, "'%s' is none of count, newman, jaccard, overlap, resource-allocation, hyperbolic%s", text,
                              buffer_string(&hint));
  name_nearest_free(&near);
  buffer_free(&hint);
  return code;
}

/* The longest beginning of text, up to a slash or its end, that is a kind; its length in *used. */
static nonet_code read_kind(uint32_t *out, size_t *used, const nonet *n, const char *text, size_t length, nonet_err *err) {
  for (size_t end = length; end > 0; end--) {
    if (end < length && text[end] != '/') continue;
    nonet_code code = find_named(out, n, text, end, NULL);
    if (code == NONET_EUSAGE) continue;
    *used = end;
    return code ? error_memory(err) : NONET_OK;
  }
  const char *slash = memchr(text, '/', length);
  return find_named(out, n, text, slash ? (size_t)(slash - text) : length, err);
}

static nonet_code read_path(struct projection *p, const char *text, size_t length, nonet_err *err) {
  size_t used = 0;
  p->steps = 0;
  nonet_code code = read_kind(&p->kind, &used, p->n, text, length, err);
  for (size_t at = used; !code && (at < length || p->steps == 0); at += used) {
    if (!memory_grow(&p->path, &p->path_room, p->steps + 1, sizeof *p->path)) return error_memory(err);
    p->path[p->steps] = NONET_NONE;
    used = 0;
    if (at < length) code = read_kind(&p->path[p->steps], &used, p->n, text + at + 1, length - at - 1, err);
    used += at < length;
    p->steps++;
  }
  return code;
}

nonet_code projection_read(struct projection *p, nonet_err *err) {
  const char *text = p->ask->argument, *colon = strrchr(text, ':');
  p->weighting = WEIGHT_COUNT;
  nonet_code code = read_path(p, text, strlen(text), err);
  if (code != NONET_EUSAGE || !colon) return code;
  if (!read_weighting(&p->weighting, colon + 1)) return unknown_weighting(colon + 1, err);
  return read_path(p, text, (size_t)(colon - text), err);
}
