/* Chapters that leave files: written into a folder that is emptied again. */
#ifndef NONET_TESTS_REPORT_CHAPTERS_H
#define NONET_TESTS_REPORT_CHAPTERS_H

#include "report/fixture_report.h"

#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

static const nonet_report_options draws = {.program = NONET_DRAW_PATH};

static inline double fact_of(const struct report *r, const char *name) {
  for (size_t i = 0; i < r->facts.count; i++)
    if (strcmp(r->facts.at[i].name, name) == 0) return r->facts.at[i].number;
  return NAN;
}

/* The page of a chapter; facts stay until facts_done(r, n). */
static inline char *chapter_with_files(struct report *r, nonet *n, report_chapter *chapter) {
  char folder[] = "/tmp/nonet-chapter-XXXXXX", command[64];
  assert_non_null(mkdtemp(folder));
  facts_of(r, n);
  r->folder = folder;
  r->options = &draws;
  char *page = chapter_of(r, chapter);
  snprintf(command, sizeof command, "rm -r '%s'", folder);
  assert_int_equal(system(command), 0);
  return page;
}

/* Every number in the paragraphs of a page is a fact, to the digits that are shown. What stands in quotes of a name is no number of ours:
 * names in these tests hold no digits. */
static inline void assert_numbers_are_facts(const struct report *r, const char *page) {
  size_t numbers = 0;
  for (const char *p = page; (p = strstr(p, "<p>")); p++) {
    const char *end = strstr(p, "</p>");
    for (const char *c = p + 3; c < end; c++) {
      char *rest;
      bool begins = *c >= '0' && *c <= '9' && !(c[-1] >= 'a' && c[-1] <= 'z');
      if (!begins) continue;
      double x = strtod(c, &rest);
      bool known = strncmp(c, "0 (all alike)", 13) == 0 || strncmp(c, "1 (all through one)", 19) == 0;
      for (size_t i = 0; i < r->facts.count && !known; i++) {
        double f = r->facts.at[i].number;
        known = f == x || fabs(f - x) <= 5e-3 * fabs(f);
      }
      if (!known) fail_msg("%g is no fact: %.*s", x, (int)(end - p), p);
      numbers++;
      c = rest;
    }
  }
  assert_true(numbers > 0);
}

#endif
