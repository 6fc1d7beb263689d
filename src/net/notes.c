/* Notes: the sentences that a network says about itself, assumptions and warnings. */
#include "base/buffer.h"
#include "base/memory.h"
#include "net/build.h"

#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

/* Take a sentence from a buffer. */
static nonet_code notes_take(struct net_notes *notes, struct buffer *sentence, nonet_err *err) {
  nonet_code code = sentence->failed ? error_memory(err) : NONET_OK;
  for (size_t i = 0; !code && i < notes->count; i++)
    if (strcmp(notes->at[i], buffer_string(sentence)) == 0) goto done;
  char *copy = code ? NULL : memory_text(buffer_string(sentence));
  if (!code && (!copy || !memory_grow(&notes->at, &notes->room, notes->count + 1, sizeof *notes->at))) {
    free(copy);
    code = error_memory(err);
  }
  if (!code) notes->at[notes->count++] = copy;
done:
  buffer_free(sentence);
  return code;
}

nonet_code notes_add(struct net_notes *notes, nonet_err *err, const char *format, ...) {
  struct buffer sentence = {0};
  va_list list;
  va_start(list, format);
  buffer_print_list(&sentence, format, list);
  va_end(list);
  return notes_take(notes, &sentence, err);
}

nonet_code notes_add_counted(struct net_notes *notes, const char *file, uint64_t line, const char *kind, uint64_t count, nonet_err *err) {
  struct buffer sentence = {0};
  if (*file) buffer_text(&sentence, file);
  if (*file && line) buffer_print(&sentence, ":%" PRIu64, line);
  if (*file) buffer_text(&sentence, ": ");
  buffer_text(&sentence, kind);
  if (count > 1) buffer_print(&sentence, " (and %" PRIu64 " more)", count - 1);
  return notes_take(notes, &sentence, err);
}

nonet_code notes_copy(struct net_notes *notes, const struct net_notes *from, nonet_err *err) {
  nonet_code code = NONET_OK;
  for (size_t i = 0; i < from->count && !code; i++)
    code = notes_add(notes, err, "%s", from->at[i]);
  return code;
}

void notes_free(struct net_notes *notes) {
  for (size_t i = 0; i < notes->count; i++)
    free(notes->at[i]);
  free(notes->at);
  *notes = (struct net_notes){0};
}
