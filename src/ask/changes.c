/* What changed from one network to another: matched, put together, counted and told.
 *
 * How: changes_match.c says what is the same; changes_unite.c makes one network of both for the picture; the other files each fill a part
 * of the answer. Nothing here looks at dates: a state at a date is a view of a network, and two views are compared as two files are. */
#include "ask/changes.h"

static nonet_code fill(nonet_answer *a, struct changes *c, nonet_err *err) {
  nonet_code code = changes_say(a, c, err);
  if (!code) code = changes_measures(a, c, err);
  if (!code) code = changes_nodes(a, c, err);
  if (!code) code = changes_ties(a, c, err);
  if (!code) code = changes_joint_working(a, c, err);
  return code ? code : changes_mark(a, c, err);
}

nonet_code nonet_changes(nonet_answer **out, const nonet *before, const nonet *after, const nonet_changes_options *options,
                         const nonet_run *run, nonet_err *err) {
  static const nonet_changes_options none = {0};
  struct run started;
  struct changes c = {.net = {before, after}, .options = options ? options : &none, .asked = run, .run = &started};
  nonet_answer *a = NULL;
  *out = NULL;
  run_start(&started, run);
  nonet_code code = changes_match(&c, err);
  if (!code) code = changes_unite(&c, err);
  if (!code) code = run_check(&started, err);
  if (!code) code = answer_new(&a, err);
  if (!code) code = fill(a, &c, err);
  changes_free(&c);
  if (code)
    nonet_answer_free(a);
  else
    *out = a;
  return code;
}
