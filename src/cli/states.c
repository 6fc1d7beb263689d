/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * States of a network: room for them, and FILEs that are one each. What the files have in common of their paths is left out of the names.
 */
#include "cli/states.h"

#include "cli/input.h"
#include "cli/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void states_free(struct states *s) {
  for (size_t i = 0; i < s->count; i++) {
    nonet_free((nonet *)(uintptr_t)s->at[i].net);
    free(s->name[i]);
  }
  free(s->at);
  free(s->name);
  nonet_free(s->whole);
}

nonet_code states_room(struct states *s, size_t count, nonet_err *err) {
  s->at = calloc(count, sizeof *s->at);
  s->name = calloc(count, sizeof *s->name);
  return s->at && s->name ? NONET_OK : fail_memory(err);
}

/* How many bytes of the folder that all words stand in can be left out of their names. */
static size_t shared_folder(const char *const *words, size_t count) {
  const char *slash = strrchr(words[0], '/');
  size_t length = slash && slash[1] ? (size_t)(slash - words[0]) + 1 : 0;
  for (size_t i = 1; i < count; i++)
    while (length > 0 && (strncmp(words[i], words[0], length) != 0 || !words[i][length]))
      for (length--; length > 0 && words[0][length - 1] != '/';)
        length--;
  return length;
}

nonet_code states_open_each(struct states *s, struct job *job, const char *otherwise, nonet_err *err) {
  const char **words = job->options.words;
  size_t count = job->options.word_count, standard = 0, folder;
  if (count < 2) return fail(err, NONET_EUSAGE, "two states are needed: %s", otherwise);
  for (size_t i = 0; i < count; i++)
    standard += strcmp(words[i], "-") == 0;
  if (standard > 1) return fail(err, NONET_EUSAGE, "standard input ('-') can be read only once");
  bool hidden = option_given(&job->options, OPTION_ANONYMISE); /* names of files say what they are about */
  nonet_code code = states_room(s, count, err);
  folder = shared_folder(words, count);
  for (size_t i = 0; i < count && code == NONET_OK; i++) {
    nonet *n = NULL;
    job->options.words = &words[i];
    job->options.word_count = 1;
    code = input_open(&n, job, err);
    if (code == NONET_OK && hidden && asprintf(&s->name[i], "state %zu", i + 1) < 0) {
      s->name[i] = NULL;
      nonet_free(n);
      code = fail_memory(err);
    }
    if (code == NONET_OK) s->at[s->count++] = (nonet_snapshot){hidden ? s->name[i] : words[i] + folder, n};
  }
  job->options.words = words;
  job->options.word_count = count;
  return code;
}
