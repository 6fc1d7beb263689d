/* The registry of forms: each file that answers questions has rows for the forms it answers at its foot; forms.c names the files. */
#ifndef NONET_ASK_FORMS_H
#define NONET_ASK_FORMS_H

#include "ask/language.h"
#include "net/answer.h"

/* A question that was read. Names are as typed; the call behind the form finds what they mean, by the rules that the reading went by. */
struct asking {
  const nonet *net;
  const nonet_ask_options *options; /* never NULL */
  const nonet_run *run;
  const char *name[SLOTS];        /* NULL: not said; the first of several */
  const char *const *list[SLOTS]; /* all of them, NULL-terminated; NULL: not said */
};

/* A whole number that was asked for; 0: not said. */
uint32_t asking_number(const struct asking *q, enum slot slot);

struct form_row {
  enum form form;
  const char *call; /* the public function */
  nonet_code (*answer)(nonet_answer **out, const struct asking *q, nonet_err *err);
};

struct form_rows {
  const struct form_row *at;
  size_t count;
};

extern const struct form_rows connection_forms, introduce_forms, work_forms, shared_forms, members_forms, bridging_forms, importance_forms,
    central_forms, key_player_forms, planning_forms, since_forms;

const struct form_row *form_row_of(enum form form);

#endif
