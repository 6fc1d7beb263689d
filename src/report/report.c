/* The report: measures first, then facts, then chapters in order; each file is whole or absent and index.html comes last, so a folder with
 * an index holds everything that the index speaks of. */
#include "report/report.h"

#include "base/digest.h"
#include "base/out.h"

#include <stdio.h>
#include <string.h>

static report_chapter *const chapters[] = {chapter_opening, chapter_pictures, chapter_members,    chapter_connectors,
                                           chapter_added,   chapter_joint,    chapter_strategies, chapter_systems,
                                           chapter_fragile, chapter_limits,   chapter_appendix};

const char *report_file(const struct report *r, size_t i) {
  const char *path = nonet_source_path(r->net, i);
  size_t length = path ? strlen(path) : 0;
  return length > 0 && path[length - 1] == ']' ? "" : path;
}

void report_digest(char out[65], const struct report *r, size_t i) {
  const char *path = nonet_source_path(r->net, i);
  if (!path || strcmp(path, "-") == 0 || digest_file(out, path, NULL) != NONET_OK) snprintf(out, 65, "-");
}

static nonet_code write_page(struct report *r, nonet_err *err) {
  nonet_out *out = NULL;
  nonet_code code = out_in_folder(&out, r->folder, "index.html", err);
  if (!code) code = out_buffer(out, &r->page);
  if (!code) code = nonet_out_commit(out, err);
  nonet_out_free(out);
  return code;
}

nonet_code nonet_report(const char *folder, const nonet *n, const nonet_report_options *options, const nonet_run *run, nonet_err *err) {
  static const nonet_report_options plain = {0};
  struct report r = {.net = n, .options = options ? options : &plain, .folder = folder};
  run_start(&r.run, run);
  nonet_code code = out_make_folder(folder, err);
  if (!code) code = report_measure(&r, err);
  if (!code) code = facts_gather(&r, err);
  for (size_t i = 0; !code && i < sizeof chapters / sizeof *chapters; i++) {
    run_progress(&r.run, "writing the report", (double)i / (sizeof chapters / sizeof *chapters));
    code = run_check(&r.run, err);
    if (!code) code = chapters[i](&r, err);
  }
  if (!code && r.page.failed) code = error_memory(err);
  if (!code) code = report_summary(&r, err);
  if (!code) code = write_page(&r, err);
  facts_free(&r.facts);
  nonet_sheet_free(r.nodes);
  nonet_sheet_free(r.ties);
  nonet_sheet_free(r.layers);
  nonet_sheet_free(r.whole);
  buffer_free(&r.page);
  return code;
}
