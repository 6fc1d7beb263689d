/* See miss.h. The conditions are taken away one after the other, the tightest first: the number of steps, then what is avoided and the
 * layer kept to, then the direction of ties. The first search that finds something tells what stood in the way. */
#include "ask/miss.h"

#include "ask/search.h"
#include "base/buffer.h"

#include <math.h>

/* Steps of the shortest path under some filters; INFINITY: none. */
static nonet_code steps(double *out, const struct miss_ask *ask, const struct ways_options *filters, nonet_err *err) {
  struct ways ways;
  struct web web = {0};
  *out = INFINITY;
  nonet_code code = ways_start(&ways, ask->net, filters, err);
  if (code) return code;
  code = web_start(&web, &ways, ask->from, ask->to, 0, ask->run, err);
  if (!code && web.found) *out = web.length;
  web_free(&web);
  ways_free(&ways);
  return code;
}

/* "no path from A to B avoiding X and Y, by ties of layer L". */
static void head(struct buffer *text, const struct miss_ask *ask) {
  const nonet_paths_options *o = ask->options;
  nonet_node from, to;
  nonet_node_get(&from, ask->net, ask->from);
  nonet_node_get(&to, ask->net, ask->to);
  buffer_print(text, "no path from %s to %s", from.label, to.label);
  for (size_t i = 0; o->avoid && o->avoid[i]; i++)
    buffer_print(text, "%s%s", i == 0 ? " that avoids " : o->avoid[i + 1] ? ", " : " and ", o->avoid[i]);
  if (o->via) buffer_print(text, " by ties of %s alone", o->via);
}

static void add_steps(struct buffer *text, const char *before, double count) {
  buffer_text(text, before);
  buffer_number(text, count);
  buffer_text(text, count == 1 ? " step" : " steps");
}

nonet_code miss_say(const struct miss_ask *ask, nonet_err *err) {
  const nonet_paths_options *o = ask->options;
  bool filtered = o->via || (o->avoid && o->avoid[0]);
  struct ways_options same = {.avoid = o->avoid, .via = o->via}, open = {0}, both = {.both_directions = true};
  double count = INFINITY;
  struct buffer text = {0};
  head(&text, ask);
  nonet_code code = o->within ? steps(&count, ask, &same, err) : NONET_OK;
  if (o->within) add_steps(&text, " within ", o->within);
  if (!code && isfinite(count)) {
    add_steps(&text, "; the shortest takes ", count);
    goto done;
  }
  if (!code && filtered) code = steps(&count, ask, &open, err);
  if (!code && isfinite(count)) {
    add_steps(&text, "; without that condition the shortest takes ", count);
    goto done;
  }
  if (!code && ask->net->directed) code = steps(&count, ask, &both, err);
  if (!code && isfinite(count))
    add_steps(&text, " in the direction of the ties; read both ways, the shortest takes ", count);
  else
    buffer_text(&text, ": they are in different components");
done:
  if (!code) code = text.failed ? error_memory(err) : error_set(err, NONET_ENOANSWER, "%s", buffer_string(&text));
  buffer_free(&text);
  return code;
}
