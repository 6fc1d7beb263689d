/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * The registries (measures, formats, views ...) as tables. Sheets are for results about a network; these rows are about nonet itself, all
 * text, so the four forms are short here. */
#include "cli/catalogue.h"

#include "cli/prose.h"

#include <stdlib.h>
#include <string.h>

void catalogue_row(struct catalogue *g, const char *const *cells) {
  if (g->rows == g->room) {
    size_t room = g->room ? g->room * 2 : 32;
    const char **grown = g->columns < SIZE_MAX / sizeof *grown / room ? realloc(g->cells, room * g->columns * sizeof *grown) : NULL;
    if (!grown) {
      g->failed = true;
      return;
    }
    g->cells = grown;
    g->room = room;
  }
  for (size_t c = 0; c < g->columns; c++)
    g->cells[g->rows * g->columns + c] = cells[c] ? cells[c] : "";
  g->rows++;
}

void catalogue_free(struct catalogue *g) {
  free(g->cells);
  *g = (struct catalogue){.columns = g->columns};
}

static const char *cell(const struct catalogue *g, size_t row, size_t column) {
  return g->cells[row * g->columns + column];
}

/* How wide all columns but the last are, each with its gap; of two columns, the first gives way to the second. */
static size_t measure_columns(size_t *widths, const struct catalogue *g, unsigned width) {
  size_t indent = 0;
  for (size_t i = 0; i + 1 < g->columns; i++) {
    for (size_t r = 0; r < g->rows; r++)
      if (prose_width(cell(g, r, i)) > widths[i]) widths[i] = prose_width(cell(g, r, i));
    if (g->columns == 2 && widths[i] + 2 > width * 2 / 5) widths[i] = width * 2 / 5 - 2;
    indent += widths[i] + 2;
  }
  return indent;
}

/* All columns but the last stand at their width; the last wraps in what is left, on the next line where a cell sticks out. */
static void write_table(nonet_out *o, const struct catalogue *g, unsigned width) {
  size_t widths[CATALOGUE_COLUMNS] = {0};
  size_t indent = measure_columns(widths, g, width);
  for (size_t r = 0; r < g->rows; r++) {
    size_t at = 0;
    for (size_t i = 0; i + 1 < g->columns; i++) {
      size_t size = prose_width(cell(g, r, i)), gap = size <= widths[i] ? widths[i] - size + 2 : 0;
      if (size > widths[i])
        prose_head(o, cell(g, r, i), width);
      else
        nonet_out_text(o, cell(g, r, i));
      prose_blank(o, gap);
      at += size + gap;
    }
    if (at > indent) nonet_out_text(o, "\n");
    prose_go_on(o, at > indent ? 0 : at, indent, cell(g, r, g->columns - 1), width);
  }
}

static void write_csv(nonet_out *o, const struct catalogue *g) {
  for (size_t r = 0; r < g->rows; r++) {
    for (size_t c = 0; c < g->columns; c++) {
      const char *text = cell(g, r, c);
      if (c > 0) nonet_out_text(o, ",");
      if (!strpbrk(text, ",\"\r\n")) {
        nonet_out_text(o, text);
        continue;
      }
      nonet_out_text(o, "\"");
      for (size_t size; *text; text += size) {
        size = strcspn(text, "\"");
        nonet_out_write(o, text, size);
        if (text[size]) nonet_out_text(o, "\"\"");
        size += text[size] != 0;
      }
      nonet_out_text(o, "\"");
    }
    nonet_out_text(o, "\n");
  }
}

/* The texts of the registries hold no control bytes; quotes and backslashes are all there is to escape. */
static void json_text(nonet_out *o, const char *text) {
  nonet_out_text(o, "\"");
  for (size_t size; *text; text += size) {
    size = strcspn(text, "\"\\");
    nonet_out_write(o, text, size);
    if (!text[size]) break;
    nonet_out_text(o, "\\");
    nonet_out_write(o, text + size, 1);
    size++;
  }
  nonet_out_text(o, "\"");
}

static void json_headings(nonet_out *o, const struct catalogue *g, size_t count) {
  nonet_out_text(o, "[");
  for (size_t c = 0; c < count; c++) {
    if (c > 0) nonet_out_text(o, ",");
    json_text(o, cell(g, 0, c));
  }
  nonet_out_text(o, "]");
}

/* The shape of a sheet in JSON, with the first column as its key. */
static void write_json(nonet_out *o, const struct catalogue *g, const char *name, const char *title) {
  nonet_out_text(o, "{\"schema\":1,\"nonet\":\"" NONET_VERSION "\",\"sheets\":[{\"name\":");
  json_text(o, name);
  nonet_out_text(o, ",\"title\":");
  json_text(o, title);
  nonet_out_text(o, ",\"keys\":");
  json_headings(o, g, 1);
  nonet_out_text(o, ",\"columns\":");
  json_headings(o, g, g->columns);
  nonet_out_text(o, ",\"notes\":[],\"rows\":[");
  for (size_t r = 1; r < g->rows; r++) {
    nonet_out_text(o, r > 1 ? ",\n{" : "\n{");
    for (size_t c = 0; c < g->columns; c++) {
      if (c > 0) nonet_out_text(o, ",");
      json_text(o, cell(g, 0, c));
      nonet_out_text(o, ":");
      json_text(o, cell(g, r, c));
    }
    nonet_out_text(o, "}");
  }
  nonet_out_text(o, "]}]}\n");
}

static void write_markdown(nonet_out *o, const struct catalogue *g) {
  for (size_t r = 0; r < g->rows; r++) {
    nonet_out_text(o, "|");
    for (size_t c = 0; c < g->columns; c++) {
      nonet_out_text(o, " ");
      for (const char *text = cell(g, r, c), *stop; *text; text = stop) {
        stop = text + strcspn(text, "|*_<");
        nonet_out_write(o, text, (size_t)(stop - text));
        if (!*stop) continue;
        nonet_out_text(o, "\\");
        nonet_out_write(o, stop++, 1);
      }
      nonet_out_text(o, " |");
    }
    nonet_out_text(o, "\n");
    if (r > 0) continue;
    nonet_out_text(o, "|");
    for (size_t c = 0; c < g->columns; c++)
      nonet_out_text(o, "---|");
    nonet_out_text(o, "\n");
  }
}

void catalogue_write(nonet_out *o, const struct catalogue *g, const char *name, const char *title, const char *as, unsigned width) {
  if (as && strcmp(as, "csv") == 0)
    write_csv(o, g);
  else if (as && strcmp(as, "json") == 0)
    write_json(o, g, name, title);
  else if (as && strcmp(as, "markdown") == 0)
    write_markdown(o, g);
  else
    write_table(o, g, width);
}
