/* A table that cannot be told: the error that helps, with a --columns line to paste, made from the headings that are there.
 *
 * How: a mapping that this table does not have is the likeliest cause and is named first, with the nearest heading. Else one line for each
 * thing it can be, with its first columns; a heading that a shell or the option itself would read otherwise is given by its number. */
#include "base/date.h"
#include "read/plan.h"

#include <string.h>

/* Headings that are numbers or dates: the first row is likely to be data. */
static bool data_like(const struct plan *p) {
  struct date_period period;
  for (size_t i = 0; i < p->h.count; i++) {
    struct cell c = {p->h.at[i].name, strlen(p->h.at[i].name)};
    if (cell_is_number(c, '.') || date_parse(&period, c.at, c.length)) return true;
  }
  return false;
}

static void put_heading(struct buffer *b, const struct plan *p, size_t column) {
  const char *name = p->h.at[column].name;
  if (data_like(p) || p->h.at[column].unnamed || strpbrk(name, ",\"'#=|") || strlen(name) > 60)
    buffer_print(b, "#%zu", column + 1);
  else
    buffer_text(b, name);
}

static void say_line(struct buffer *b, const struct plan *p, const char *when, const char *first, const char *second) {
  buffer_text(b, when);
  buffer_text(b, first);
  put_heading(b, p, 0);
  if (second) {
    buffer_text(b, second);
    put_heading(b, p, 1);
  }
  buffer_char(b, '\'');
}

/* A heading of --columns that this table has not. */
static bool say_missing(struct buffer *b, const struct plan *p, const struct asked_columns *asked) {
  for (size_t i = 0; i < asked->count; i++) {
    const struct asked_column *a = &asked->at[i];
    if (a->found || a->off) continue;
    if (!a->heading) {
      buffer_print(b, "--columns asks for column #%zu, and there are %zu", a->number + 1, p->h.count);
      return true;
    }
    struct name_nearest near = {0};
    if (!name_nearest_start(&near, a->heading)) return false;
    for (size_t c = 0; c < p->h.count; c++)
      if (!p->h.at[c].unnamed) name_nearest_offer(&near, p->h.at[c].name);
    buffer_print(b, "it has no heading '%s' that --columns names", a->heading);
    name_nearest_say(&near, b);
    name_nearest_free(&near);
    return true;
  }
  return false;
}

nonet_code plan_cannot_tell(const struct plan *p, const struct rows *rows, const struct plan_ask *ask, uint64_t line, nonet_err *err) {
  struct buffer b = {0};
  if (!say_missing(&b, p, ask->asked)) {
    buffer_text(&b, "cannot tell what the columns are (");
    for (size_t i = 0; i < p->h.count && i < 6; i++)
      buffer_print(&b, "%s'%.40s'", i ? ", " : "", p->h.at[i].unnamed ? "" : p->h.at[i].name);
    buffer_text(&b, p->h.count > 6 ? ", ...)" : ")");
    if (p->h.count > 1) say_line(&b, p, "; if each row is a tie, say --columns '", "from=", ",to=");
    say_line(&b, p, "; if each row is a node, --columns '", "id=", NULL);
    if (p->h.count > 2) say_line(&b, p, "; if it is a matrix, --columns '", "from=", NULL);
  }
  nonet_code code = b.failed ? error_memory(err) : error_at(err, NONET_EINPUT, rows->name, line, "%s", buffer_string(&b));
  buffer_free(&b);
  return code;
}
