/* A report's facts over a small network, without writing any file. */
#ifndef NONET_TESTS_REPORT_FIXTURE_H
#define NONET_TESTS_REPORT_FIXTURE_H

#include "base/memory.h"
#include "fixture/net_of.h"
#include "report/report.h"
#include "test.h"

static const nonet_report_options no_options = {0};

static inline void facts_of(struct report *r, nonet *n) {
  nonet_err err = {0};
  *r = (struct report){.net = n, .options = &no_options};
  run_start(&r->run, NULL);
  assert_ok(nonet_measure(&r->nodes, n, "neighbours,betweenness,cut-node", NULL, NULL, &err), err);
  assert_ok(nonet_measure(&r->whole, n, "nodes,ties,components,giant,diameter,mean-distance", NULL, NULL, &err), err);
  assert_ok(facts_gather(r, &err), err);
}

/* What a chapter says of the network; owned by the caller. */
static inline char *chapter_of(struct report *r, report_chapter *chapter) {
  nonet_err err = {0};
  buffer_clear(&r->page);
  assert_ok(chapter(r, &err), err);
  assert_false(r->page.failed);
  char *text = memory_text(buffer_string(&r->page));
  buffer_free(&r->page);
  assert_non_null(text);
  return text;
}

static inline void facts_done(struct report *r, nonet *n) {
  facts_free(&r->facts);
  nonet_sheet_free(r->nodes);
  nonet_sheet_free(r->whole);
  nonet_free(n);
}

#endif
