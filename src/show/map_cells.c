/* The cells of a map: how large each mark is, and how its name is broken into lines beside it.
 *
 * How: areas of marks follow the size measure, from a mark that just holds its layer's letter. A long label gives way to the short name.
 * The letters of a node's further layers stand in a line of their own under the name. */
#include "base/memory.h"
#include "show/fate.h"
#include "show/lettering.h"
#include "show/map.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

enum { LONG_LABEL = 26, LINE_COLUMNS = 18, NARROW_COLUMNS = 15, COLUMN_COLUMNS = 30, LINES = 3 };

/* Least and greatest size of a mark, by how much room there is. */
static void mark_range(const struct map *m, double *least, double *greatest) {
  size_t n = m->net->nodes * m->across * m->down;
  *least = n <= 60 ? m->font + 4 : n <= 150 ? 9 : n <= 1000 ? 4 : 2.5;
  *greatest = n <= 40 ? 36 : n <= 60 ? 32 : n <= 150 ? 22 : n <= 1000 ? 22 : 16;
  if (strcmp(m->layout, "columns") == 0) *greatest = 24;
}

static void write_name(struct map *m, uint32_t v, struct buffer *name) {
  nonet_node node;
  bool columns = strcmp(m->layout, "columns") == 0;
  nonet_node_get(&node, m->net, v);
  size_t width = columns ? COLUMN_COLUMNS : m->font < 9 ? NARROW_COLUMNS : LINE_COLUMNS;
  const char *text = *node.short_name && (m->net->nodes > 30 || strlen(node.label) > LONG_LABEL) ? node.short_name : node.label;
  buffer_clear(name);
  lettering_wrap(name, text, width, columns || m->net->nodes > 150 ? 2 : LINES);
  size_t before = name->size;
  if (before) buffer_char(name, columns ? ' ' : '\n');
  size_t mark = name->size;
  if (!m->style->parts) style_further_letters(m->style, v, name);
  if (name->size == mark && name->bytes) {
    name->size = before;
    name->bytes[before] = '\0';
  }
  const char *role = m->style->node_role ? m->style->node_role[v] : NULL;
  if (m->style->fates && role) role = fate_look(role)->told;
  if (role) {
    if (name->size) buffer_char(name, '\n');
    buffer_char(name, '(');
    lettering_wrap(name, role, width, 1);
    buffer_char(name, ')');
  }
}

/* Who came and who went take the same room, so that a picture of change stands the same whichever state comes first; so do short words of
 * other answers ("holds", "fails", "failed"), whose pictures may be frames of one film. */
static double least_width(const struct map *m, uint32_t v, double font) {
  const double short_word = 3.6;
  const struct fate_look *look;
  double width = 0;
  if (!m->style->fates) return m->style->node_role && m->style->node_role[v] ? font * short_word : 0;
  if (!m->style->node_role[v] || !fate_look(m->style->node_role[v])->told) return 0;
  for (size_t i = 0; (look = fate_look_at(i)); i++)
    if (look->told) width = fmax(width, lettering_width(look->told, font) + lettering_width("()", font));
  return width;
}

static void fill_cell(struct map_node *at, bool columns) {
  const double air = 2;
  if (!at->name) {
    at->name_w = at->name_h = 0;
    at->cell.w = at->cell.h = at->size + 0.5;
  } else if (columns) {
    at->cell.w = at->size + air * 2 + at->name_w;
    at->cell.h = fmax(at->size, at->name_h);
  } else {
    at->cell.w = fmax(at->size, at->name_w);
    at->cell.h = at->size + at->name_h;
  }
}

nonet_code map_cells(struct map *m, double font, size_t named, nonet_err *err) {
  struct buffer name = {0};
  double least, greatest;
  bool columns = strcmp(m->layout, "columns") == 0;
  m->font = font;
  m->named = named;
  buffer_clear(&m->texts);
  buffer_char(&m->texts, '\0');
  mark_range(m, &least, &greatest);
  for (uint32_t i = 0; i < m->net->nodes; i++) {
    uint32_t v = m->by_size[i];
    struct map_node *at = &m->nodes[v];
    double share = style_size_share(m->style, m->style->size[v]);
    at->size = sqrt(least * least + (greatest * greatest - least * least) * share);
    at->name = 0;
    if (i < named) {
      write_name(m, v, &name);
      if (name.size) at->name = m->texts.size;
      if (name.size) buffer_add(&m->texts, buffer_string(&name), name.size + 1);
      at->name_w = fmax(lettering_width(buffer_string(&name), font), least_width(m, v, font)) + font * 0.4;
      at->name_h = lettering_lines(buffer_string(&name)) * font * LETTERING_LEADING;
    }
    fill_cell(at, columns);
  }
  bool failed = name.failed || m->texts.failed;
  buffer_free(&name);
  return failed ? error_memory(err) : NONET_OK;
}
