/* SPDX-License-Identifier: MIT
 * Reads DOT by agread, with two disciplines of our own: the words come from tokens.c, and when the parser makes a
 * node, an edge or a subgraph, the line where it stands is kept beside the object. The callbacks are put in place when
 * the id discipline is opened, the first moment at which the new graph exists.
 *
 * A node is made when the word after its name is seen, an edge when its statement ends; so the line of the word
 * before the look-ahead is theirs. agread may return a graph and report an error all the same: its answer counts only
 * when nothing was reported, and when a second call finds no more. */
#include "draw/parse.h"
#include "draw/draw.h"
#include "draw/errors.h"
#include "draw/say.h"
#include "draw/tokens.h"
#include <stdio.h>
#include <string.h>

#define RECORD "nonet_line"

struct line_record {
  Agrec_t header;
  size_t line;
  char *name; /* only one that begins with %: agread forgets these when it ends */
};

struct reader {
  Agdisc_t disc; /* first, so that a pointer to it is one to the reader */
  Agiddisc_t id;
  Agiodisc_t io;
  Agcbdisc_t callbacks;
  struct tokens tokens;
};

static int on_read(void *channel, char *to, int room) {
  return (int)tokens_next(&((struct reader *)channel)->tokens, to, (size_t)room);
}

/* cgraph gives an anonymous object the name % and its id, in a buffer of its own. */
static bool is_anonymous(void *object, const char *name) {
  char anonymous[32];
  snprintf(anonymous, sizeof anonymous, "%%%ld", (long)AGID(object));
  return AGTYPE(object) != AGNODE && strcmp(name, anonymous) == 0;
}

/* A subgraph without a name is made when its bracket is the look-ahead. */
static void on_object(Agraph_t *graph, Agobj_t *object, void *state) {
  const struct tokens *tokens = &((struct reader *)state)->tokens;
  struct line_record *record = agbindrec(object, RECORD, sizeof *record, FALSE);
  if (record == NULL || record->line > 0) return;
  char *name = agnameof(object);
  bool anonymous = name != NULL && is_anonymous(object, name);
  record->line = anonymous ? tokens->current : tokens->before;
  if (name != NULL && name[0] == '%' && !anonymous) record->name = agstrdup(graph, name);
}

static void *on_open(Agraph_t *graph, Agdisc_t *disc) {
  struct reader *reader = (struct reader *)disc;
  agpushdisc(graph, &reader->callbacks, reader);
  return AgIdDisc.open(graph, disc);
}

size_t parse_line(void *object) {
  const struct line_record *record = (const struct line_record *)aggetrec(object, RECORD, FALSE);
  return record == NULL ? 0 : record->line;
}

const char *parse_name(void *object) {
  const struct line_record *record = (const struct line_record *)aggetrec(object, RECORD, FALSE);
  const char *name = agnameof(object);
  if (record != NULL && record->name != NULL) return record->name;
  return name == NULL || is_anonymous(object, name) ? NULL : name;
}

/* "syntax error in line 3 near 'x'" -> "syntax error near 'x'" with the line that tokens.c knows. */
static void say_parse_error(const char *name, size_t line) {
  const char *text = errors_first();
  const char *mark = strstr(text, " in line ");
  if (mark == NULL) {
    say_error("%s:%zu: %s", name, line, text);
    return;
  }
  const char *rest = mark + strlen(" in line ");
  rest += strspn(rest, "0123456789");
  say_error("%s:%zu: %.*s%s", name, line, (int)(mark - text), text, rest);
}

int parse_graph(const char *name, struct bytes *text, Agraph_t **out) {
  static struct reader reader; /* the graph keeps pointing to it */
  *out = NULL;
  int status = text->length > 0 ? tokens_prepare(name, text) : DRAW_OK;
  if (status != DRAW_OK) return status;
  tokens_begin(&reader.tokens, text);
  reader.id = AgIdDisc;
  reader.id.open = on_open;
  reader.io = AgIoDisc;
  reader.io.afread = on_read;
  reader.disc = (Agdisc_t){.mem = &AgMemDisc, .id = &reader.id, .io = &reader.io};
  reader.callbacks.graph.ins = reader.callbacks.node.ins = reader.callbacks.edge.ins = on_object;
  agattr(NULL, AGNODE, "label", "\\N"); /* what a node shows when nothing is said; gvContext sets the same */
  Agraph_t *graph = agread(&reader, &reader.disc);
  if (graph != NULL) agpopdisc(graph, &reader.callbacks);
  size_t line = reader.tokens.current;
  if (errors_count() == 0 && graph == NULL) {
    say_error("%s:%zu: no graph", name, line);
    return DRAW_INPUT;
  }
  bool more = errors_count() == 0 && agread(&reader, &reader.disc) != NULL;
  if (errors_count() > 0) {
    say_parse_error(name, reader.tokens.current);
    return DRAW_INPUT;
  }
  if (more) {
    say_error("%s:%zu: more than one graph", name, line);
    return DRAW_INPUT;
  }
  *out = graph;
  return DRAW_OK;
}
