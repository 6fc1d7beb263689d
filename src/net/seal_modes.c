/* The two kinds that split the network: as the caller names them, each tie checked; else told from the data. */
#include "base/buffer.h"
#include "net/seal.h"

#include <string.h>

static nonet_code find_mode(uint32_t *out, const nonet *n, const char *name, size_t length, nonet_err *err) {
  while (length && *name == ' ')
    name++, length--;
  while (length && name[length - 1] == ' ')
    length--;
  struct buffer text = {0};
  buffer_add(&text, name, length);
  nonet_code code = text.failed ? error_memory(err) : nonet_find_kind(out, n, buffer_string(&text), err);
  buffer_free(&text);
  return code;
}

static nonet_code check_tie(const nonet *n, uint32_t t, nonet_err *err) {
  uint32_t a = net_node_kind(n, n->tie_from[t]), b = net_node_kind(n, n->tie_to[t]);
  const uint32_t *mode = n->mode_kind;
  if ((a == mode[0] && b == mode[1]) || (a == mode[1] && b == mode[0])) return NONET_OK;
  return error_at(err, NONET_EINPUT, net_tie_file(n, t), net_tie_line(n, t), "tie '%s' - '%s' joins %s%s and %s%s, not '%s' and '%s'",
                  net_key(n, n->tie_from[t]), net_key(n, n->tie_to[t]), a == NONET_NONE ? "a node without kind" : "", nonet_kind_name(n, a),
                  b == NONET_NONE ? "a node without kind" : "", nonet_kind_name(n, b), nonet_kind_name(n, mode[0]),
                  nonet_kind_name(n, mode[1]));
}

nonet_code seal_modes(struct seal *s, nonet_err *err) {
  nonet *n = s->n;
  const char *modes = s->o.modes;
  if (!modes || !*modes) {
    net_tell_modes(n);
    return NONET_OK;
  }
  size_t comma = strcspn(modes, ",");
  if (!modes[comma] || strchr(modes + comma + 1, ',')) return error_set(err, NONET_EUSAGE, "modes '%s' are not two kinds 'A,B'", modes);
  nonet_code code = find_mode(&n->mode_kind[0], n, modes, comma, err);
  if (!code) code = find_mode(&n->mode_kind[1], n, modes + comma + 1, strlen(modes + comma + 1), err);
  if (!code && n->mode_kind[0] == n->mode_kind[1]) code = error_set(err, NONET_EUSAGE, "modes '%s' are one kind, not two", modes);
  for (uint32_t t = 0; t < n->ties && !code; t++)
    code = seal_reject(s, true, t, check_tie(n, t, err), err);
  n->two_modes = !code;
  return code;
}
