/* Node-link JSON: {"directed": false, "nodes": [{"id": ...}], "links" or "edges": [{"source": ..., "target": ...}]}.
 *
 * How: the outer object is walked once to find the arrays, whatever their order; then nodes are read, then links, one element at a time.
 * Ids are strict: an id twice is an error.
 *
 * [1] NetworkX, node_link_data; d3-force; graphology (key, attributes, options.type) */
#include "read/json_rows.h"
#include "read/registry.h"

#include <stdlib.h>

/* ---- the outer object ---- */

static nonet_code take_list(struct json_span *out, const struct json_span *key, const struct json_span *value, const char *file,
                            nonet_err *err) {
  if (out->at) return error_at(err, NONET_EINPUT, file, key->line, "%.*s comes a second time", (int)key->length, key->at);
  if (*value->at != '[') return error_at(err, NONET_EINPUT, file, key->line, "%.*s is no array", (int)key->length, key->at);
  *out = *value;
  return NONET_OK;
}

/* What graphology says of the direction: {"type": "directed", ...}. */
static nonet_code take_options(struct json_network *n, const struct json_span *options, nonet_err *err) {
  struct json_walk walk = json_inside(options, n->place->path);
  bool more = true, first = true;
  if (*options->at != '{') return NONET_OK;
  nonet_code code = json_enter(&walk, '{', err);
  while (!code) {
    struct json_span key, value;
    code = json_next_member(&key, &value, &more, &first, &walk, err);
    if (code || !more) break;
    if (!json_is(&key, "\"type\"")) continue;
    if (json_is(&value, "\"undirected\"")) n->direction = NONET_UNDIRECTED;
    if (json_is(&value, "\"directed\"")) n->direction = NONET_DIRECTED;
  }
  return code;
}

/* A member that is neither nodes nor links: it must be JSON, and may say the direction. */
static nonet_code take_other(struct json_network *n, const struct json_span *key, const struct json_span *value, nonet_err *err) {
  const char *file = n->place->path;
  nonet_code code = json_check(key, file, err);
  if (!code) code = json_check(value, file, err);
  if (!code && json_is(key, "\"options\"")) code = take_options(n, value, err);
  if (code || !json_is(key, "\"directed\"")) return code;
  if (!json_is(value, "true") && !json_is(value, "false"))
    return error_at(err, NONET_EINPUT, file, key->line, "\"directed\" is true or false");
  n->direction = json_is(value, "true") ? NONET_DIRECTED : NONET_UNDIRECTED;
  return NONET_OK;
}

static nonet_code find_lists(struct json_network *n, struct json_walk *walk, nonet_err *err) {
  const char *file = n->place->path;
  if (json_peek(walk) != '{') return error_at(err, NONET_EINPUT, file, walk->line, "this is not node-link JSON: an object { ... } is due");
  nonet_code code = json_enter(walk, '{', err);
  for (bool more = true, first = true; !code;) {
    struct json_span key, value;
    code = json_next_member(&key, &value, &more, &first, walk, err);
    if (code || !more) break;
    if (json_is(&key, "\"nodes\""))
      code = take_list(&n->nodes, &key, &value, file, err);
    else if (json_is(&key, "\"links\"") || json_is(&key, "\"edges\""))
      code = take_list(&n->links, &key, &value, file, err);
    else
      code = take_other(n, &key, &value, err);
  }
  if (!code) code = json_finish(walk, err);
  if (!code && !n->nodes.at && !n->links.at)
    code = error_at(err, NONET_EINPUT, file, 1, "this is not node-link JSON: it has neither \"nodes\" nor \"links\" or \"edges\"");
  return code;
}

static bool sniff(const char *bytes, size_t size) {
  struct json_walk walk = {bytes, bytes + size, 1, ""};
  char c = json_peek(&walk);
  return c == '{' || c == '[';
}

static nonet_code read(struct reading *r, struct source *taken, const struct place *place, nonet_err *err) {
  struct json_network n = {.r = r, .place = place};
  struct json_walk walk = {source_text(taken), source_text(taken) + source_length(taken), 1, place->path};
  nonet_code code = find_lists(&n, &walk, err);
  if (!code && n.nodes.at) {
    r->node_table = true;
    draft_has_node_table(r->draft);
    draft_strict_ids(r->draft, place->file);
    code = json_read_list(&n, &n.nodes, false, err);
  }
  if (!code && n.links.at) code = json_read_list(&n, &n.links, true, err);
  if (!code) code = reading_check(r, err);
  if (!code)
    code = draft_assume(r->draft, err, "%s: node-link JSON%s", place->path,
                        n.by_place ? "; whole numbers at the ends of links count nodes from 0" : "");
  free(n.key);
  return code;
}

const struct reader json_reader = {.info = {.name = "json",
                                            .title = "Node-link JSON",
                                            .suffixes = ".json",
                                            .reads = true,
                                            .writes = true,
                                            .note = "nodes and links or edges, as NetworkX and d3 write them"},
                                   .sniff = sniff,
                                   .read = read};
