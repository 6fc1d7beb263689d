/* The corpus of malformed files beside the checkout (or where NONET_SHARED says), where it is: every csv-* and json-* file gets the answer
 * that its manifest asks for. Where it is not, this skips; the same cases stand as texts in the other tests. */
#include "read/reading.h"

/* What the manifest says of a file: refused in a line, or read with a size (-1: any). */
static void check(const char *folder, const char *name, const char *answer) {
  struct reading_case c;
  char *path = NULL;
  unsigned line = 0, nodes = 0, ties = 0;
  assert_true(asprintf(&path, "%s/%s", folder, name) > 0);
  memset(&c, 0, sizeof c);
  c.inputs[c.count++] = (nonet_input){.path = path};
  reading_run(&c);
  if (sscanf(answer, "E line %u", &line) == 1) {
    if (c.code != NONET_EINPUT || c.err.line != line) fail_msg("%s: %d \"%s\", not %s", name, (int)c.code, c.err.text, answer);
  } else {
    if (c.code) fail_msg("%s: %s", name, c.err.text);
    if (sscanf(answer, "A n=%u m=%u", &nodes, &ties) == 2) assert_size(&c, nodes, ties);
  }
  nonet_free(c.net);
  nonet_draft_free(c.draft);
  free(path);
}

static void every_file_of_the_corpus_gets_its_answer(void **state) {
  const char *shared = getenv("NONET_SHARED");
  char folder[512], manifest[600], row[1024];
  size_t checked = 0;
  (void)state;
  snprintf(folder, sizeof folder, "%s/data/malformed", shared ? shared : NONET_SOURCE_DIR "/../shared");
  snprintf(manifest, sizeof manifest, "%s/MANIFEST.md", folder);
  FILE *file = fopen(manifest, "r");
  if (!file) {
    print_message("skipped: the corpus of malformed files is not here\n");
    skip();
  }
  while (fgets(row, sizeof row, file)) {
    char name[128], answer[256];
    if (sscanf(row, "| %127[^ ] | %*u | %255[^|]|", name, answer) != 2) continue;
    if (strncmp(name, "csv-", 4) != 0 && strncmp(name, "json-", 5) != 0) continue;
    check(folder, name, answer);
    checked++;
  }
  fclose(file);
  assert_true(checked >= 30);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(every_file_of_the_corpus_gets_its_answer)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
