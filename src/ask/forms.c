/* The list of files that answer questions, and the registry that people see: forms in the order of the language's table, then conditions.
 */
#include "ask/forms.h"

#include "base/number.h"

#include <pthread.h>
#include <string.h>

static const struct form_rows *const files[] = {&connection_forms, &introduce_forms, &work_forms,       &shared_forms,
                                                &members_forms,    &bridging_forms,  &importance_forms, &central_forms,
                                                &key_player_forms, &planning_forms,  &since_forms};

const struct form_row *form_row_of(enum form form) {
  for (size_t i = 0; i < sizeof files / sizeof *files; i++)
    for (size_t k = 0; k < files[i]->count; k++)
      if (files[i]->at[k].form == form) return &files[i]->at[k];
  return NULL;
}

uint32_t asking_number(const struct asking *q, enum slot slot) {
  uint64_t number = 0;
  if (q->name[slot]) number_parse_whole(&number, q->name[slot], strlen(q->name[slot]));
  return number > UINT32_MAX ? UINT32_MAX : (uint32_t)number;
}

/* ---- for people ---- */

enum { CONDITIONS = 7 };

/* Which field of nonet_connection_options each condition of the language sets, in the order of its table. */
static const char *const fields[CONDITIONS] = {"avoid", "via", "within", "through", "since", "before", "tie_kind"};

static nonet_question told[FORMS + CONDITIONS];
static pthread_once_t told_once = PTHREAD_ONCE_INIT;

static void tell_questions(void) {
  const struct language *l = &language_english;
  for (size_t i = 0; i < l->forms; i++)
    told[i] = (nonet_question){l->form[i].shown, l->form[i].meaning, l->form[i].example, form_row_of(l->form[i].form)->call};
  for (size_t i = 0; i < l->clauses; i++)
    told[l->forms + i] = (nonet_question){l->clause[i].shown, l->clause[i].meaning, "", fields[i]};
}

const nonet_question *nonet_question_at(size_t i) {
  pthread_once(&told_once, tell_questions);
  return i < language_english.forms + language_english.clauses ? &told[i] : NULL;
}
