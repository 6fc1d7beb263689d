/* Tests of base/out.c, each in an empty folder of its own that is left as it was found. */
#ifndef NONET_TESTS_BASE_OUT_FOLDER_H
#define NONET_TESTS_BASE_OUT_FOLDER_H

#include "test.h"

#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/out.h"

static char folder[] = "/tmp/nonet-out-XXXXXX";

static inline int in_folder(void **state) {
  (void)state;
  strcpy(folder + sizeof folder - 7, "XXXXXX");
  return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

static unsigned files_seen;

static inline int remove_one(const char *path, const struct stat *s, int kind, struct FTW *where) {
  (void)s;
  if (kind != FTW_DP) files_seen++;
  return where->level ? remove(path) : 0;
}

/* Remove all that is in the folder; returns how many files there were. */
static inline unsigned empty_folder(void) {
  files_seen = 0;
  nftw(folder, remove_one, 8, FTW_DEPTH | FTW_PHYS);
  return files_seen;
}

static inline int out_of_folder(void **state) {
  (void)state;
  empty_folder();
  return chdir("/") || rmdir(folder);
}

static inline void make_file(const char *name, const char *text) {
  FILE *f = fopen(name, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
}

static inline void assert_file(const char *name, const char *want) {
  char got[256] = "";
  FILE *f = fopen(name, "r");
  if (!f) fail_msg("%s is not there", name);
  got[fread(got, 1, sizeof got - 1, f)] = '\0';
  fclose(f);
  assert_string_equal(got, want);
}

static inline void write_text(const char *path, const char *text) {
  nonet_out *o;
  nonet_err err;
  assert_ok(nonet_out_file(&o, path, &err), err);
  assert_int_equal(nonet_out_text(o, text), NONET_OK);
  assert_ok(nonet_out_commit(o, &err), err);
  nonet_out_free(o);
}

#define HERE(test) cmocka_unit_test_setup_teardown(test, in_folder, out_of_folder)

#endif
