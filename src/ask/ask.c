/* A question in words: read it, then hand it to the call behind its form. */
#include "ask/forms.h"
#include "ask/question.h"

#include "base/memory.h"
#include "net/net.h"

#include <stdlib.h>
#include <string.h>

/* The names of a reading, owned: each place's names stand together, NULL behind them. */
struct names {
  char *text[READING_ARGUMENTS];
  const char *at[READING_ARGUMENTS + SLOTS];
  size_t count;
};

static void names_free(struct names *n) {
  for (size_t i = 0; i < n->count; i++)
    free(n->text[i]);
  free(n);
}

static nonet_code gather(struct names *names, struct asking *asking, const struct reading *r, const struct question *q, nonet_err *err) {
  size_t at = 0;
  for (int slot = 0; slot < SLOTS; slot++) {
    size_t first = at;
    for (size_t i = 0; i < r->count; i++) {
      struct buffer name = {0};
      if (r->argument[i].slot != (enum slot)slot) continue;
      question_name(&name, q, r->argument[i].first, r->argument[i].stop);
      char *text = name.failed ? NULL : memory_text(buffer_string(&name));
      buffer_free(&name);
      if (!text) return error_memory(err);
      names->text[names->count++] = text;
      names->at[at++] = text;
    }
    if (at == first) continue;
    asking->name[slot] = names->at[first];
    asking->list[slot] = &names->at[first];
    at++;
  }
  return NONET_OK;
}

/* Of a snapshot that was opened to be asked only connections look at parts alone; all other forms need it as a whole. */
static nonet_code look_first(const struct asking *asking, enum form form, nonet_err *err) {
  bool connection = form == FORM_CONNECTS || form == FORM_HOW || form == FORM_WHETHER;
  return connection ? NONET_OK : nonet_check(asking->net, asking->run, err);
}

nonet_code nonet_ask(nonet_answer **out, const nonet *n, const char *question, const nonet_ask_options *options, const nonet_run *run,
                     nonet_err *err) {
  static const nonet_ask_options zero;
  struct asking asking = {.net = n, .options = options ? options : &zero, .run = run};
  struct question q;
  *out = NULL;
  nonet_code code = question_start(&q, question, err);
  if (code) return code;
  struct reading *r = memory_zeroed(1, sizeof *r);
  struct names *names = memory_zeroed(1, sizeof *names);
  code = r && names ? question_read(r, &q, n, err) : error_memory(err);
  if (!code) code = gather(names, &asking, r, &q, err);
  if (!code) code = look_first(&asking, r->form->form, err);
  if (!code) code = form_row_of(r->form->form)->answer(out, &asking, err);
  nonet_code damaged = net_trusted(n, err); /* whatever was found, it was not looked for in all that should be there */
  if (damaged) {
    nonet_answer_free(*out);
    *out = NULL;
    code = damaged;
  }
  if (names) names_free(names);
  free(r);
  question_free(&q);
  return code;
}
