/* The report from inside: what the chapters share.
 *
 *   facts  what is true of the network, computed once; every number in a sentence is one of them, and all stand in summary.json
 *   page   the HTML that grows chapter by chapter
 *   chapters  functions of one shape, listed in report.c
 */
#ifndef NONET_REPORT_REPORT_H
#define NONET_REPORT_REPORT_H

#include "base/run.h"
#include "report/facts.h"
#include "report/html.h"

struct report {
  const nonet *net;
  const nonet_report_options *options; /* never NULL */
  const char *folder;
  struct run run;
  struct facts facts;
  nonet_sheet *nodes, *ties, *layers, *whole; /* layers: NULL where there are none */
  struct buffer page;
};

/* A chapter adds its part to the page. */
typedef nonet_code report_chapter(struct report *r, nonet_err *err);

report_chapter chapter_opening, chapter_pictures, chapter_members, chapter_connectors, chapter_added, chapter_joint, chapter_strategies,
    chapter_systems, chapter_fragile, chapter_limits, chapter_appendix;

/* A picture for the page. */
struct figure {
  const char *name, *caption; /* name: of its files */
  nonet_picture *picture;     /* given away */
  nonet_code drawn;           /* how drawing it ended, and why */
  nonet_err why;
};
nonet_draw_options figure_drawing(const struct report *r, const char *name);
/* Onto the page and into files; a picture that could not be drawn is said, and is no error of the report. */
nonet_code figure_add(struct report *r, struct figure *f, nonet_err *err);

/* A sheet as CSV in the folder. */
nonet_code report_csv(struct report *r, const char *name, const nonet_sheet *sheet, nonet_err *err);
/* A measure of the whole network; NaN where it is not for this one. It becomes a fact under its name. */
nonet_code report_value(double *out, struct report *r, const char *name, nonet_err *err);
/* A measure as a sheet of its own; NULL where it is not for this network. Yours to free. */
nonet_code report_table(nonet_sheet **out, struct report *r, const char *name, nonet_err *err);
/* The node of a key, which a sheet gives. */
uint32_t report_node(const struct report *r, const char *key);

/* summary.json: facts, sentences, files, as one object with a schema version. */
nonet_code report_summary(struct report *r, nonet_err *err);

/* The sheets that chapters and CSV files show; fills r->nodes ... r->whole. */
nonet_code report_measure(struct report *r, nonet_err *err);

/* The path of the i-th input file; "" for a sheet of a workbook ("FILE.xlsx[Sheet]"), whose file comes by itself; NULL beyond the last. */
const char *report_file(const struct report *r, size_t i);

/* The SHA-256 of the i-th input file, or "-" where it cannot be read again (standard input). */
void report_digest(char out[65], const struct report *r, size_t i);

#endif
