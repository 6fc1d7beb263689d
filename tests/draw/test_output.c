/* A picture is written whole or not at all. */
#include "draw/drawing.h"
#include <dirent.h>

static size_t files_in(const char *folder) {
  size_t n = 0;
  DIR *open = opendir(folder);
  assert_non_null(open);
  for (struct dirent *entry = readdir(open); entry != NULL; entry = readdir(open))
    n += entry->d_name[0] != '.';
  closedir(open);
  return n;
}

static char *content(const char *path, size_t *length) {
  FILE *file = fopen(path, "r");
  if (file == NULL) fail_msg("no %s", path);
  return drawing_take(file, length);
}

static void a_full_disk_is_status_4(void **state) {
  (void)state;
  static const char *const formats[] = {"svg", "png", "pdf", "dot", "json"};
  for (size_t i = 0; i < 5; i++) {
    char args[80];
    snprintf(args, sizeof args, "--layout dot --as %s", formats[i]);
    struct drawing made = drawing_run_to(args, "graph { a }", 11, "/dev/full");
    assert_int_equal(made.status, 4);
    assert_contains(made.err, "nonet-draw: standard output: cannot write: No space left");
    snprintf(args, sizeof args, "--layout dot --as %s=/dev/full", formats[i]);
    drawing_fails(4, args, "graph { a }");
  }
  struct stat device;
  assert_int_equal(stat("/dev/full", &device), 0);
  assert_true(S_ISCHR(device.st_mode));
}

static void several_pictures_come_from_one_layout(void **state) {
  (void)state;
  char folder[40], args[300], path[80];
  static const char *const formats[] = {"svg", "png", "pdf", "dot", "json"};
  static const char *const heads[] = {"<?xml", "\x89PNG", "%PDF", "graph", "{\"bb\""};
  drawing_folder(folder);
  snprintf(args, sizeof args, "--layout fdp --as svg=%s/a.svg,png=%s/a.png,pdf=%s/a,b.pdf --as dot=%s/a.dot,json=%s/a.json", folder, folder,
           folder, folder, folder);
  drawing_of(args, "graph { a -- b }");
  assert_int_equal(files_in(folder), 5);
  for (size_t i = 0; i < 5; i++) {
    snprintf(path, sizeof path, "%s/%s.%s", folder, i == 2 ? "a,b" : "a", formats[i]);
    char *data = content(path, NULL);
    assert_int_equal(strncmp(data, heads[i], strlen(heads[i])), 0);
    free(data);
    remove(path);
  }
  rmdir(folder);
}

static void an_old_file_stays_when_the_drawing_fails(void **state) {
  (void)state;
  char folder[40], path[80], args[200];
  drawing_folder(folder);
  snprintf(path, sizeof path, "%s/old.svg", folder);
  FILE *file = fopen(path, "w");
  assert_non_null(file);
  fputs("old", file);
  fclose(file);
  assert_int_equal(chmod(path, 0640), 0);
  snprintf(args, sizeof args, "--layout dot --as svg=%s", path);
  drawing_fails(3, args, "graph { a -> b }");
  snprintf(args, sizeof args, "--layout dot --as svg=%s,png=%s/none/x.png", path, folder);
  drawing_fails(4, args, "graph { a }");
  snprintf(args, sizeof args, "--layout dot --as svg=%s", path);
  drawing_of(args, "graph { a }");
  struct stat now;
  assert_int_equal(stat(path, &now), 0);
  assert_int_equal(now.st_mode & 0777, 0640);
  assert_int_equal(files_in(folder), 1);
  remove(path);
  rmdir(folder);
}

/* The last cannot be written, for its folder is missing or its device is full. */
static void several_files_are_all_there_or_none_is(void **state) {
  (void)state;
  char folder[40], old[80], blocked[80], args[300];
  drawing_folder(folder);
  snprintf(old, sizeof old, "%s/old.svg", folder);
  snprintf(blocked, sizeof blocked, "%s/missing", folder);
  FILE *file = fopen(old, "w");
  assert_non_null(file);
  fputs("old", file);
  fclose(file);
  snprintf(args, sizeof args, "--layout dot --as svg=%s,png=%s/new.png,pdf=%s/new.pdf", old, folder, blocked);
  drawing_fails(4, args, "graph { a }");
  char *data = content(old, NULL);
  assert_string_equal(data, "old");
  free(data);
  assert_int_equal(files_in(folder), 1); /* neither new.png nor a temporary */
  snprintf(args, sizeof args, "--layout dot --as svg=%s,png=%s/new.png,pdf=/dev/full", old, folder);
  drawing_fails(4, args, "graph { a }");
  data = content(old, NULL);
  assert_string_equal(data, "old");
  free(data);
  assert_int_equal(files_in(folder), 1);
  remove(old);
  rmdir(folder);
}

static void a_link_is_replaced_and_not_followed(void **state) {
  (void)state;
  char folder[40], link[80], target[80], args[200];
  struct stat now;
  drawing_folder(folder);
  snprintf(link, sizeof link, "%s/link.svg", folder);
  snprintf(target, sizeof target, "%s/target", folder);
  FILE *file = fopen(target, "w");
  assert_non_null(file);
  fputs("precious", file);
  fclose(file);
  assert_int_equal(symlink(target, link), 0);
  snprintf(args, sizeof args, "--layout dot --as svg=%s", link);
  drawing_of(args, "graph { a }");
  char *data = content(target, NULL);
  assert_string_equal(data, "precious");
  free(data);
  assert_int_equal(lstat(link, &now), 0);
  assert_true(S_ISREG(now.st_mode));
  remove(link);
  remove(target);
  rmdir(folder);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_full_disk_is_status_4),
      cmocka_unit_test(several_pictures_come_from_one_layout),
      cmocka_unit_test(an_old_file_stays_when_the_drawing_fails),
      cmocka_unit_test(several_files_are_all_there_or_none_is),
      cmocka_unit_test(a_link_is_replaced_and_not_followed),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
