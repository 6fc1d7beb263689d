/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * Line editing by libedit (BSD licence), through its own interface. What was asked is remembered from session to session where a history
 * is given (history.h); else as long as the session. Tab: one way to go on is typed, several are shown.
 *
 * Sources: (1) editline(3), NetBSD. */
#include "cli/prompt.h"

#include "cli/say.h"

#include <histedit.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { REMEMBERED = 1000, OFFERED = 60 };

struct prompt {
  EditLine *edit;
  History *history;
  const nonet *net;
  struct history_file *kept; /* borrowed; NULL: none */
};

/* What was offered to go on with: as far as all offers agree, and the offers themselves. */
struct offers {
  char *text[OFFERED];
  size_t count;
  bool more;
};

static char *prompt_text(EditLine *edit) {
  static char text[] = "nonet> ";
  (void)edit;
  return text;
}

static bool take(void *user, const char *text) {
  struct offers *o = user;
  if (o->count == OFFERED) {
    o->more = true;
    return false;
  }
  o->text[o->count] = strdup(text);
  if (!o->text[o->count]) return false;
  o->count++;
  return true;
}

/* How many bytes all offers begin with alike, ending at a whole character. */
static size_t alike(const struct offers *o) {
  size_t length = o->count > 0 ? strlen(o->text[0]) : 0;
  for (size_t i = 1; i < o->count; i++)
    for (size_t k = 0; k < length; k++)
      if (o->text[i][k] != o->text[0][k]) length = k;
  while (length > 0 && (o->text[0][length] & 0xc0) == 0x80)
    length--;
  return length;
}

static void show(const struct offers *o) {
  putchar('\n');
  for (size_t i = 0; i < o->count; i++) {
    char clean[256];
    say_clean(clean, sizeof clean, o->text[i]);
    printf("%s%s", clean, i + 1 < o->count ? "   " : "");
  }
  printf("%s\n", o->more ? "   ..." : "");
  fflush(stdout);
}

static unsigned char complete(EditLine *edit, wint_t key) {
  struct prompt *p = NULL;
  struct offers offers = {0};
  const LineInfo *line = el_line(edit);
  unsigned char done = CC_ERROR;
  (void)key;
  el_get(edit, EL_CLIENTDATA, &p);
  char *typed = strndup(line->buffer, (size_t)(line->cursor - line->buffer));
  if (typed && nonet_ask_complete(p->net, typed, take, &offers, NULL) == NONET_OK && offers.count > 0) {
    const char *last = typed + strlen(typed);
    while (last > typed && last[-1] != ' ' && last[-1] != '"')
      last--;
    size_t length = alike(&offers), begun = strlen(last);
    if (length > 0 && (length > begun || offers.count == 1)) {
      char *text = strndup(offers.text[0], length);
      if (begun > 0) el_deletestr(edit, (int)begun);
      if (text) el_insertstr(edit, text);
      if (text && offers.count == 1) el_insertstr(edit, " ");
      free(text);
      done = CC_REFRESH;
    } else {
      show(&offers);
      done = CC_REDISPLAY;
    }
  }
  for (size_t i = 0; i < offers.count; i++)
    free(offers.text[i]);
  free(typed);
  return done;
}

struct prompt *prompt_start(const nonet *n, struct history_file *kept) {
  struct prompt *p = calloc(1, sizeof *p);
  HistEvent event;
  if (!p) return NULL;
  p->net = n;
  p->kept = kept;
  p->edit = el_init("nonet", stdin, stdout, stderr);
  p->history = history_init();
  if (!p->edit || !p->history) {
    prompt_end(p);
    return NULL;
  }
  history(p->history, &event, H_SETSIZE, REMEMBERED);
  history(p->history, &event, H_SETUNIQUE, 1);
  for (size_t i = 0; kept && history_at(kept, i); i++)
    history(p->history, &event, H_ENTER, history_at(kept, i));
  el_set(p->edit, EL_CLIENTDATA, p);
  el_set(p->edit, EL_PROMPT, prompt_text);
  el_set(p->edit, EL_EDITOR, "emacs");
  el_set(p->edit, EL_SIGNAL, 1);
  el_set(p->edit, EL_HIST, history, p->history);
  el_wset(p->edit, EL_ADDFN, L"nonet-complete", L"complete words and names", complete); /* el_set would keep copies and never free them */
  el_set(p->edit, EL_BIND, "^I", "nonet-complete", NULL);
  el_set(p->edit, EL_BIND, "^R", "em-inc-search-prev", NULL);
  return p;
}

char *prompt_line(struct prompt *p) {
  int count = 0;
  HistEvent event;
  const char *line = el_gets(p->edit, &count);
  if (!line || count <= 0) return NULL;
  if (!line[strspn(line, " \t\r\n")]) return strdup(line);
  history(p->history, &event, H_ENTER, line);
  if (p->kept && !history_add(p->kept, line)) say("what is asked from here on is not kept in the history: it cannot be written");
  return strdup(line);
}

void prompt_end(struct prompt *p) {
  if (!p) return;
  if (p->history) history_end(p->history);
  if (p->edit) el_end(p->edit);
  free(p);
}
