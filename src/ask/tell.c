/* See tell.h. Names come from data: they are shown as they are, and made safe where they are written. */
#include "ask/tell.h"

#include "ask/language.h"
#include "base/number.h"

#include <inttypes.h>
#include <string.h>

void tell_node(struct buffer *out, const nonet *n, uint32_t node) {
  nonet_node at;
  uint32_t found;
  nonet_node_get(&at, n, node);
  buffer_text(out, at.label);
  nonet_code code = nonet_find_node(&found, n, at.label, NULL);
  out->failed = out->failed || code == NONET_ELIMIT; /* for want of memory no name would be told apart */
  if (code == NONET_OK && found == node) return;
  buffer_print(out, " (%s)", at.layer_count == 1 ? nonet_layer_name(n, at.layers[0]) : at.key);
}

void tell_nodes_of(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, uint64_t all, size_t most) {
  size_t shown = most == 0 || (count <= most + 1 && count == all) ? count : count < most ? count : most;
  for (size_t i = 0; i < shown; i++) {
    if (i > 0) buffer_text(out, i + 1 == all ? " and " : ", ");
    tell_node(out, n, node[i]);
  }
  if (shown < all) buffer_print(out, " and %" PRIu64 " more", all - shown);
}

void tell_nodes(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, size_t most) {
  tell_nodes_of(out, n, node, count, count, most);
}

const char *tell_many(uint64_t count, const char *one, const char *several) {
  return count == 1 ? one : several;
}

void tell_count(struct buffer *out, uint64_t count, const char *one, const char *several) {
  buffer_print(out, "%" PRIu64 " %s", count, tell_many(count, one, several));
}

void tell_kind(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, const char *one, const char *several) {
  uint32_t kind = count > 0 ? net_node_kind(n, node[0]) : NONET_NONE;
  for (size_t i = 1; i < count; i++)
    if (net_node_kind(n, node[i]) != kind) kind = NONET_NONE;
  if (kind == NONET_NONE)
    buffer_text(out, tell_many(count, one, several));
  else if (count == 1)
    buffer_text(out, nonet_kind_name(n, kind));
  else
    language_english.plural(out, nonet_kind_name(n, kind));
}

void tell_kinds(struct buffer *out, const nonet *n, const uint32_t *node, size_t count, const char *one, const char *several) {
  buffer_print(out, "%zu ", count);
  tell_kind(out, n, node, count, one, several);
}

/* A date as given, else nothing. */
static void tell_dates(struct buffer *out, const nonet_tie *tie) {
  if (*tie->since) buffer_print(out, ", since %s", tie->since);
  if (*tie->until) buffer_print(out, ", until %s", tie->until);
}

void tell_tie(struct buffer *out, const nonet *n, uint32_t tie) {
  nonet_tie t;
  nonet_tie_get(&t, n, tie);
  buffer_text(out, *t.kind ? t.kind : "tied");
  if (t.layer != NONET_NONE) buffer_print(out, ", in %s", nonet_layer_name(n, t.layer));
  if (t.has_weight) {
    char number[NUMBER_ROOM];
    number_print_short(number, t.weight, 6);
    buffer_print(out, ", weight %s", number);
  }
  tell_dates(out, &t);
  if (*t.source) buffer_print(out, "; %s", t.source);
  if (*t.file && t.line > 0) buffer_print(out, " (%s:%" PRIu64 ")", t.file, t.line);
}

nonet_code tell(nonet_answer *a, struct buffer *sentence, nonet_err *err) {
  static const char *const small[] = {"the ", "yes: ", "nothing "};
  for (size_t i = 0; sentence->size && i < sizeof small / sizeof *small; i++) /* words of ours begin a sentence; a name stays as it is */
    if (strncmp(sentence->bytes, small[i], strlen(small[i])) == 0) sentence->bytes[0] = (char)(sentence->bytes[0] - ('a' - 'A'));
  nonet_code code = sentence->failed ? error_memory(err) : answer_say(a, err, "%s.", buffer_string(sentence));
  buffer_clear(sentence);
  return code;
}
