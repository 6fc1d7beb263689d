/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What a measure says against a network names the measure ("...; 'closeness' needs lengths above 0"): without its name the reasons of
 * several can be one. Where memory ends, a reason is lost rather than the numbers. */
#include "cli/left_out.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A reason without "'NAME' " in it; owned by the caller; NULL: no memory. */
static char *without_name(const char *name, const char *why) {
  char quoted[128];
  int length = snprintf(quoted, sizeof quoted, "'%.100s' needs ", name);
  const char *at = strstr(why, quoted);
  char *text = NULL;
  if (!at) return strdup(why);
  if (asprintf(&text, "%.*sneeded: %s", (int)(at - why), why, at + length) < 0) return NULL;
  return text;
}

/* The reason with this text, made if it is new (`why` is then its own, else it is freed). */
static struct left_out_reason *reason_of(struct left_out *l, char *why) {
  for (size_t i = 0; i < l->reasons; i++)
    if (strcmp(l->at[i].why, why) == 0) {
      free(why);
      return &l->at[i];
    }
  struct left_out_reason *grown = realloc(l->at, (l->reasons + 1) * sizeof *grown);
  if (!grown) {
    free(why);
    return NULL;
  }
  l->at = grown;
  l->at[l->reasons] = (struct left_out_reason){.why = why};
  return &l->at[l->reasons++];
}

void left_out_add(void *of, const char *name, const char *why) {
  struct left_out *l = of;
  char *text = without_name(name, why), *names = NULL;
  struct left_out_reason *reason = text ? reason_of(l, text) : NULL;
  l->count++;
  if (!reason || asprintf(&names, "%s%s%s", reason->names ? reason->names : "", reason->names ? ", " : "", name) < 0) return;
  free(reason->names);
  reason->names = names;
}

void left_out_tell(const struct left_out *l, struct job *job) {
  for (size_t i = 0; i < l->reasons; i++) {
    char *text = NULL;
    if (!l->at[i].names || asprintf(&text, "left out: %s: %s", l->at[i].names, l->at[i].why) < 0) continue;
    job_note(job, text);
    free(text);
  }
}

void left_out_free(struct left_out *l) {
  for (size_t i = 0; i < l->reasons; i++) {
    free(l->at[i].why);
    free(l->at[i].names);
  }
  free(l->at);
  *l = (struct left_out){0};
}
