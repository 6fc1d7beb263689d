/* Looking measures up by name. A name is what stands before the colon; what stands behind it is a parameter. */
#include "base/name.h"
#include "measure/measure.h"

#include <string.h>

const struct measure_row *measure_row_find(const char *name, size_t length) {
  const struct measure_row *row;
  for (size_t i = 0; (row = measure_row_at(i)); i++)
    if (strlen(row->info.name) == length && !memcmp(row->info.name, name, length)) return row;
  return NULL;
}

const nonet_measure_info *nonet_measure_at(size_t i) {
  const struct measure_row *row = measure_row_at(i);
  return row ? &row->info : NULL;
}

const nonet_measure_info *nonet_measure_find(const char *name) {
  const struct measure_row *row = name ? measure_row_find(name, strcspn(name, ":")) : NULL;
  return row ? &row->info : NULL;
}

const char *nonet_measure_example(const nonet_measure_info *m) {
  const struct measure_row *row = m ? measure_row_find(m->name, strlen(m->name)) : NULL;
  if (!row || !m->parameter) return NULL;
  if (row->example) return row->example;
  return m->parameter[0] == 'A' && m->parameter[1] == ';' ? "NAME;NAME" : NULL;
}

nonet_code nonet_measure_unknown(const char *name, nonet_err *err) {
  struct name_nearest near;
  struct buffer said = {0};
  const struct measure_row *row;
  bool ready = name_nearest_start(&near, name);
  for (size_t i = 0; ready && (row = measure_row_at(i)); i++)
    name_nearest_offer(&near, row->info.name);
  if (ready) name_nearest_say(&near, &said);
  error_set(err, NONET_EUSAGE, "no measure is called '%s'%s", name, buffer_string(&said));
  name_nearest_free(&near);
  buffer_free(&said);
  return NONET_EUSAGE;
}

size_t measure_values(const nonet *n, nonet_scope scope) {
  switch (scope) {
  case NONET_OF_NODES:
    return n->nodes;
  case NONET_OF_TIES:
    return n->ties;
  case NONET_OF_LAYERS:
    return n->layers;
  default:
    return 1;
  }
}
