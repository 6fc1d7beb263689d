/* SPDX-License-Identifier: MIT
 * Takes agerr's messages. They come in pieces: the level as a word, ": ", then the text; a continuation (AGPREV) comes
 * as text alone. Warnings are left unsaid: they speak of Graphviz's own choices (a label that does not fit, an
 * engine that goes on). Errors are counted, because agread and gvLayout can report one and still return success. */
#include "draw/errors.h"
#include "draw/bytes.h"
#include "draw/draw.h"
#include "draw/guard.h"
#include "draw/say.h"
#include <graphviz/cgraph.h>
#include <string.h>

static size_t count;
static struct bytes first;
static enum { NOTHING, ERROR, WARNING } state;

static int take(char *piece) {
  if (strcmp(piece, "Error") == 0) {
    count++;
    state = ERROR;
  } else if (strcmp(piece, "Warning") == 0) {
    state = WARNING;
  } else if (state == ERROR && count == 1 && strcmp(piece, ": ") != 0) {
    bytes_text(&first, piece);
  }
  return 0;
}

void errors_begin(void) {
  agseterrf(take);
}

size_t errors_count(void) {
  return count;
}

const char *errors_first(void) {
  if (count == 0) return NULL;
  while (first.length > 0 && (unsigned char)first.data[first.length - 1] <= ' ')
    first.data[--first.length] = '\0';
  for (size_t i = 0; i < first.length; i++)
    if (first.data[i] == '\n') first.data[i] = ' ';
  return first.length > 0 ? first.data : "Graphviz reports an error without words";
}

int errors_say(const char *what, const char *otherwise, int status) {
  const char *why = errors_first();
  if (guard_memory_full()) {
    say_error("out of memory (see --max-memory)");
    return DRAW_LIMIT;
  }
  bool missing = why != NULL && strstr(why, "not recognized") != NULL; /* our names are good: its plugin is not there */
  say_error("%s: %s%s", what, missing ? "a plugin of Graphviz is missing: " : "", why != NULL ? why : otherwise);
  return missing ? DRAW_FAULT : status;
}
