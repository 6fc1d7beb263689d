/* The appendix: what each measure means and where it comes from, how the numbers were made, and from which files. */
#include "report/report.h"

#include <inttypes.h>
#include <string.h>

static void measure(struct report *r, const char *name) {
  const nonet_measure_info *info = nonet_measure_find(name);
  if (!info) return;
  buffer_text(&r->page, "<dt>");
  html_text(&r->page, info->title);
  buffer_text(&r->page, " (<code>");
  html_text(&r->page, info->name);
  buffer_text(&r->page, "</code>)</dt>\n");
  const char *const parts[][2] = {{"", info->summary},
                                  {"Formula: ", info->formula},
                                  {"Convention: ", info->convention},
                                  {"Undefined: ", info->undefined},
                                  {"Source: ", info->source}};
  for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
    if (!parts[i][1] || !parts[i][1][0]) continue;
    buffer_print(&r->page, "<dd>%s", parts[i][0]);
    html_text(&r->page, parts[i][1]);
    buffer_text(&r->page, "</dd>\n");
  }
}

static void measures(struct report *r) {
  html_element(&r->page, "h3", "What each measure means");
  buffer_text(&r->page, "<dl>\n");
  const nonet_sheet *const sheets[] = {r->nodes, r->ties};
  for (size_t s = 0; s < sizeof sheets / sizeof *sheets; s++)
    for (size_t c = nonet_sheet_key_columns(sheets[s]); c < nonet_sheet_columns(sheets[s]); c++)
      measure(r, nonet_sheet_column(sheets[s], c, NULL));
  for (size_t row = 0; row < nonet_sheet_rows(r->whole); row++)
    measure(r, nonet_sheet_text(r->whole, row, 0));
  buffer_text(&r->page, "</dl>\n");
}

static void methods(struct report *r) {
  html_element(&r->page, "h3", "Methods");
  buffer_text(&r->page, "<p>The network was read");
  if (r->options->command) {
    buffer_text(&r->page, " and measured by <code>");
    html_text(&r->page, r->options->command);
    buffer_text(&r->page, "</code>");
  }
  buffer_print(&r->page,
               " with nonet %s. It is %s. Measures are raw values of the simple network (parallel ties merged, loops left out) unless the "
               "measure says otherwise, and %s. Undefined values stay empty. The seed of everything drawn by chance was %" PRIu64 ".</p>\n",
               NONET_VERSION, nonet_is_directed(r->net) ? "directed" : "undirected",
               r->options->weighted ? "weights are used" : "weights are not used", r->run.asked->seed);
}

static void files(struct report *r) {
  html_element(&r->page, "h3", "Input files");
  buffer_text(&r->page, "<table>\n<thead><tr><th>file</th><th>SHA-256</th></tr></thead>\n<tbody>\n");
  for (size_t i = 0; report_file(r, i); i++) {
    char digest[65];
    if (!*report_file(r, i)) continue;
    report_digest(digest, r, i);
    buffer_text(&r->page, "<tr><td>");
    html_text(&r->page, report_file(r, i));
    buffer_print(&r->page, "</td><td><code>%s</code></td></tr>\n", digest);
  }
  buffer_text(&r->page, "</tbody>\n</table>\n");
}

nonet_code chapter_appendix(struct report *r, nonet_err *err) {
  (void)err;
  html_chapter(&r->page, "appendix", "Appendix");
  measures(r);
  methods(r);
  files(r);
  html_close_chapter(&r->page);
  html_end(&r->page);
  return NONET_OK;
}
