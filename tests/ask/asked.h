/* Questions put in one line, for tests of answers. */
#ifndef NONET_TESTS_ASK_ASKED_H
#define NONET_TESTS_ASK_ASKED_H

#include "fixture/net_of.h"
#include "tests/test.h"

#include <stdio.h>
#include <stdlib.h>

#define UNUSED __attribute__((__unused__))

/* The families of Florence by marriage (Padgett), one layer. */
static const char florence[] UNUSED =
    "Acciaiuoli-Medici Albizzi-Ginori Albizzi-Guadagni Albizzi-Medici Barbadori-Castellani Barbadori-Medici Bischeri-Guadagni "
    "Bischeri-Peruzzi Bischeri-Strozzi Castellani-Peruzzi Castellani-Strozzi Guadagni-Lamberteschi Guadagni-Tornabuoni Medici-Ridolfi "
    "Medici-Salviati Medici-Tornabuoni Pazzi-Salviati Peruzzi-Strozzi Ridolfi-Strozzi Ridolfi-Tornabuoni Pucci";

/* A network of graphs/. */
UNUSED static nonet *graph_named(const char *name) {
  char path[512];
  nonet_draft *d;
  nonet *n;
  nonet_err err;
  snprintf(path, sizeof path, "%s/graphs/%s", NONET_SOURCE_DIR, name);
  nonet_input input = {.path = path};
  assert_ok(nonet_draft_new(&d, &err), err);
  assert_ok(nonet_read(d, &input, 1, NULL, NULL, &err), err);
  assert_ok(nonet_seal(&n, d, NULL, NULL, &err), err);
  nonet_draft_free(d);
  return n;
}

UNUSED static nonet_answer *asked(const nonet *n, const char *question) {
  nonet_answer *a;
  nonet_err err = {0};
  nonet_code code = nonet_ask(&a, n, question, NULL, NULL, &err);
  if (code) fail_msg("\"%s\" gave %d: %s", question, (int)code, err.text);
  return a;
}

/* A question must fail so, with a text that contains a part. */
UNUSED static void refused(const nonet *n, const char *question, nonet_code want, const char *part) {
  nonet_answer *a = (nonet_answer *)(uintptr_t)1;
  nonet_err err = {0};
  nonet_code code = nonet_ask(&a, n, question, NULL, NULL, &err);
  if (code != want) fail_msg("\"%s\" gave %d, not %d: %s", question, (int)code, (int)want, err.text);
  assert_null(a);
  if (!strstr(err.text, part)) fail_msg("\"%s\": \"%s\" does not contain \"%s\"", question, err.text, part);
}

/* All sentences of an answer, a blank between them; good until the next call. */
UNUSED static const char *said(const nonet_answer *a) {
  static char text[8192];
  size_t size = 0;
  text[0] = 0;
  for (size_t i = 0; nonet_answer_sentence(a, i) && size < sizeof text; i++)
    size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", i > 0 ? " " : "", nonet_answer_sentence(a, i));
  return text;
}

/* A question whose answer must contain a sentence or part of one. */
#define assert_says(n, question, part)                                                                                                     \
  do {                                                                                                                                     \
    nonet_answer *a_ = asked(n, question);                                                                                                 \
    if (!strstr(said(a_), part)) fail_msg("\"%s\": \"%s\" does not contain \"%s\"", question, said(a_), part);                             \
    nonet_answer_free(a_);                                                                                                                 \
  } while (0)

UNUSED static const nonet_sheet *sheet_named(const nonet_answer *a, const char *name) {
  for (size_t i = 0; nonet_answer_sheet(a, i); i++)
    if (strcmp(nonet_sheet_name(nonet_answer_sheet(a, i)), name) == 0) return nonet_answer_sheet(a, i);
  fail_msg("no sheet %s", name);
  return NULL;
}

UNUSED static size_t column_named(const nonet_sheet *s, const char *name) {
  for (size_t c = 0; c < nonet_sheet_columns(s); c++)
    if (strcmp(nonet_sheet_column(s, c, NULL), name) == 0) return c;
  fail_msg("no column %s", name);
  return 0;
}

/* The first column of a sheet: "a b c"; good until the next call. */
UNUSED static const char *keys_of(const nonet_sheet *s) {
  static char text[4096];
  size_t size = 0;
  text[0] = 0;
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    size += (size_t)snprintf(text + size, sizeof text - size, "%s%s", i > 0 ? " " : "", nonet_sheet_text(s, i, 0));
  return text;
}

/* The greatest number of the first column: how many paths a sheet of paths holds. */
UNUSED static int paths_of(const nonet_sheet *s) {
  double most = 0;
  for (size_t i = 0; i < nonet_sheet_rows(s); i++)
    most = fmax(most, nonet_sheet_number(s, i, 0));
  return (int)most;
}

#endif
