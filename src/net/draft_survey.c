/* What a draft keeps of surveys: who was asked about whom, and which questions were left open.
 *
 * Why only the open ones: what was answered stands in the ties, or is a "no"; a grid says no far more often than it is silent. */
#include "base/memory.h"
#include "base/utf8.h"
#include "net/draft_rows.h"

#include <stdlib.h>
#include <string.h>

nonet_code draft_add_survey(uint32_t *out, nonet_draft *d, const struct draft_asking *asking, nonet_err *err) {
  *out = NONET_NONE;
  if (!memory_grow(&d->survey, &d->survey_room, d->surveys + 1, sizeof *d->survey)) return error_memory(err);
  d->survey[d->surveys] = (struct draft_survey){.of = *asking};
  *out = (uint32_t)d->surveys++;
  return NONET_OK;
}

static nonet_code add_key(struct draft_keys *keys, uint32_t key, nonet_err *err) {
  if (!memory_grow(&keys->at, &keys->room, keys->count + 1, sizeof *keys->at)) return error_memory(err);
  keys->at[keys->count++] = key;
  return NONET_OK;
}

nonet_code draft_add_respondent(nonet_draft *d, uint32_t survey, uint32_t key, nonet_err *err) {
  return add_key(&d->survey[survey].respondents, key, err);
}

nonet_code draft_add_alter(nonet_draft *d, uint32_t survey, uint32_t key, nonet_err *err) {
  return add_key(&d->survey[survey].alters, key, err);
}

nonet_code draft_add_open(nonet_draft *d, uint32_t survey, uint32_t respondent, uint32_t alter, nonet_err *err) {
  struct draft_survey *s = &d->survey[survey];
  if (!memory_grow(&s->open, &s->open_room, s->opens + 1, sizeof *s->open)) return error_memory(err);
  s->open[s->opens++] = (struct draft_open){respondent, alter};
  return NONET_OK;
}

void draft_drop_surveys(nonet_draft *d, size_t from) {
  while (d->surveys > from) {
    struct draft_survey *s = &d->survey[--d->surveys];
    free(s->respondents.at);
    free(s->alters.at);
    free(s->open);
  }
}

size_t draft_survey_bytes(const nonet_draft *d) {
  size_t bytes = d->surveys * sizeof *d->survey;
  for (size_t i = 0; i < d->surveys; i++) {
    const struct draft_survey *s = &d->survey[i];
    bytes += (s->respondents.count + s->alters.count) * sizeof *s->alters.at + s->opens * sizeof *s->open;
  }
  return bytes;
}

/* ---- the public way in ---- */

static nonet_code text_word(uint32_t *out, nonet_draft *d, const char *text, nonet_err *err) {
  size_t length = text ? strlen(text) : 0;
  *out = 0;
  if (utf8_valid(text ? text : "", length) != length) return error_set(err, NONET_EINPUT, "text that is not UTF-8");
  if (length) *out = draft_word(d, text, length);
  return *out == WORDS_NONE ? error_memory(err) : NONET_OK;
}

/* A key of a survey that must be there. */
static nonet_code key_word(uint32_t *out, nonet_draft *d, uint32_t survey, const char *key, nonet_err *err) {
  if (survey >= d->surveys) return error_set(err, NONET_EUSAGE, "the draft has no survey %u", survey);
  nonet_code code = text_word(out, d, key, err);
  if (!code && !*out) code = error_set(err, NONET_EINPUT, "a name of a survey is empty");
  return code;
}

nonet_code nonet_draft_survey(uint32_t *out, nonet_draft *d, const nonet_survey_row *row, nonet_err *err) {
  struct draft_asking asking = {.file = row->origin.file, .line = row->origin.line};
  *out = NONET_NONE;
  bool nowhere = row->origin.file == NONET_NONE || (row->origin.file == 0 && row->origin.line == 0);
  if (!nowhere && row->origin.file >= d->files) return error_set(err, NONET_EUSAGE, "the draft has no file %u", row->origin.file);
  nonet_code code = text_word(&asking.layer, d, row->layer, err);
  if (!code) code = text_word(&asking.scope, d, row->scope, err);
  return code ? code : draft_add_survey(out, d, &asking, err);
}

nonet_code nonet_draft_respondent(nonet_draft *d, uint32_t survey, const char *key, nonet_err *err) {
  uint32_t word;
  nonet_code code = key_word(&word, d, survey, key, err);
  return code ? code : draft_add_respondent(d, survey, word, err);
}

nonet_code nonet_draft_alter(nonet_draft *d, uint32_t survey, const char *key, nonet_err *err) {
  uint32_t word;
  nonet_code code = key_word(&word, d, survey, key, err);
  return code ? code : draft_add_alter(d, survey, word, err);
}

nonet_code nonet_draft_unanswered(nonet_draft *d, uint32_t survey, const char *respondent, const char *alter, nonet_err *err) {
  uint32_t from, to;
  nonet_code code = key_word(&from, d, survey, respondent, err);
  if (!code) code = key_word(&to, d, survey, alter, err);
  return code ? code : draft_add_open(d, survey, from, to, err);
}
