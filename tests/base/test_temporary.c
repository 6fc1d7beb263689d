/* base/temporary.c: the file is the old one or the new one, and no third. */
#include "test.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/run.h"
#include "base/temporary.h"

/* The calls that can fail stand here in front of the C library's: the fault_left-th call of one kind fails with fault_number. */
enum { NO_FAULT, OF_OPENAT, OF_FSYNC, OF_RENAMEAT, OF_GETRANDOM, OF_FCHMOD, OF_CLOSE };
static int fault, fault_left, fault_number;

static bool fails(int kind) {
  if (fault != kind || fault_left-- != 1) return false;
  errno = fault_number;
  return true;
}

int openat(int at, const char *path, int flags, ...) {
  va_list arguments;
  va_start(arguments, flags);
  mode_t mode = va_arg(arguments, mode_t);
  va_end(arguments);
  return fails(OF_OPENAT) ? -1 : (int)syscall(SYS_openat, at, path, flags, mode);
}

int fsync(int file) {
  return fails(OF_FSYNC) ? -1 : (int)syscall(SYS_fsync, file);
}

int renameat(int from, const char *old, int to, const char *new) {
  return fails(OF_RENAMEAT) ? -1 : (int)syscall(SYS_renameat2, from, old, to, new, 0);
}

ssize_t getrandom(void *bytes, size_t size, unsigned flags) {
  return fails(OF_GETRANDOM) ? -1 : syscall(SYS_getrandom, bytes, size, flags);
}

int fchmod(int file, mode_t mode) {
  return fails(OF_FCHMOD) ? -1 : (int)syscall(SYS_fchmod, file, mode);
}

int close(int file) {
  bool wrong = fails(OF_CLOSE);
  int result = (int)syscall(SYS_close, file);
  if (wrong) errno = fault_number;
  return wrong ? -1 : result;
}

static char folder[] = "/tmp/nonet-temporary-XXXXXX";

static int in_folder(void **state) {
  (void)state;
  strcpy(folder + sizeof folder - 7, "XXXXXX");
  return mkdtemp(folder) && !chdir(folder) ? 0 : -1;
}

/* Remove what is left; returns how many files there were. */
static unsigned empty_folder(void) {
  unsigned count = 0;
  DIR *d = opendir(folder);
  for (struct dirent *e; d && (e = readdir(d));)
    if (strcmp(e->d_name, ".") && strcmp(e->d_name, "..")) {
      unlinkat(dirfd(d), e->d_name, 0);
      count++;
    }
  if (d) closedir(d);
  return count;
}

static int out_of_folder(void **state) {
  (void)state;
  empty_folder();
  return chdir("/") || rmdir(folder);
}

static struct temporary *open_here(const char *name) {
  struct temporary *t;
  int number = temporary_open(&t, open(folder, O_RDONLY | O_DIRECTORY), name);
  if (number) fail_msg("%s: %s", name, strerror(number));
  return t;
}

static void put(struct temporary *t, const char *text) {
  assert_int_equal(write(temporary_descriptor(t), text, strlen(text)), strlen(text));
}

static void make_file(const char *name, const char *text, mode_t mode) {
  FILE *f = fopen(name, "w");
  assert_non_null(f);
  fputs(text, f);
  fclose(f);
  assert_int_equal(chmod(name, mode), 0);
}

static void assert_file(const char *name, const char *want) {
  char got[256] = "";
  FILE *f = fopen(name, "r");
  if (!f) fail_msg("%s is not there", name);
  got[fread(got, 1, sizeof got - 1, f)] = '\0';
  fclose(f);
  assert_string_equal(got, want);
}

static unsigned mode_of(const char *name) {
  struct stat s;
  assert_int_equal(stat(name, &s), 0);
  return s.st_mode & 07777;
}

static void a_file_appears_only_when_it_is_committed(void **state) {
  (void)state;
  struct temporary *t = open_here("a.csv");
  put(t, "new");
  assert_int_equal(access("a.csv", F_OK), -1);
  assert_int_equal(temporary_commit(t), 0);
  temporary_free(t);
  assert_file("a.csv", "new");
  assert_int_equal(empty_folder(), 1);
}

static void a_file_that_is_not_committed_leaves_the_old_one_and_no_trace(void **state) {
  (void)state;
  make_file("a.csv", "old", 0644);
  struct temporary *t = open_here("a.csv");
  put(t, "new");
  temporary_free(t);
  assert_file("a.csv", "old");
  assert_int_equal(empty_folder(), 1);
  temporary_free(NULL);
}

static void an_old_file_keeps_its_mode_and_a_new_one_follows_the_umask(void **state) {
  (void)state;
  mode_t before = umask(027);
  const unsigned modes[] = {0600, 0644, 0666, 0640, 0755};
  for (size_t i = 0; i < 5; i++) {
    make_file("a.csv", "old", modes[i]);
    struct temporary *t = open_here("a.csv");
    assert_int_equal(temporary_commit(t), 0);
    temporary_free(t);
    assert_int_equal(mode_of("a.csv"), modes[i]);
  }
  struct temporary *t = open_here("fresh.csv");
  assert_int_equal(temporary_commit(t), 0);
  temporary_free(t);
  assert_int_equal(mode_of("fresh.csv"), 0640);
  umask(before);
}

static void a_link_of_the_name_is_replaced_and_not_followed(void **state) {
  (void)state;
  make_file("victim", "kept", 0644);
  assert_int_equal(symlink("victim", "a.csv"), 0);
  struct temporary *t = open_here("a.csv");
  put(t, "new");
  assert_int_equal(temporary_commit(t), 0);
  temporary_free(t);
  struct stat s;
  assert_int_equal(lstat("a.csv", &s), 0);
  assert_true(S_ISREG(s.st_mode));
  assert_file("victim", "kept");
}

static void a_name_as_long_as_names_can_be_is_written_and_a_longer_one_refused(void **state) {
  (void)state;
  char name[301];
  struct temporary *t = NULL;
  memset(name, 'n', sizeof name);
  name[255] = '\0';
  t = open_here(name);
  assert_int_equal(temporary_commit(t), 0);
  temporary_free(t);
  assert_int_equal(access(name, F_OK), 0);
  name[255] = 'n';
  name[256] = '\0';
  assert_int_equal(temporary_open(&t, open(folder, O_RDONLY | O_DIRECTORY), name), ENAMETOOLONG);
  assert_null(t);
  for (size_t i = 0; i + 3 <= 255; i += 3)
    memcpy(name + i, "\xe2\x82\xac", 3);
  name[255] = '\0';
  t = open_here(name);
  assert_int_equal(temporary_commit(t), 0);
  temporary_free(t);
}

static void a_folder_of_that_name_is_an_error_and_stays(void **state) {
  (void)state;
  assert_int_equal(mkdir("sub", 0700), 0);
  struct temporary *t = open_here("sub");
  assert_int_not_equal(temporary_commit(t), 0);
  temporary_free(t);
  assert_int_equal(rmdir("sub"), 0);
  assert_int_equal(empty_folder(), 0);
}

static void the_folder_is_kept_in_sight_when_it_is_moved(void **state) {
  (void)state;
  assert_int_equal(mkdir("one", 0700), 0);
  struct temporary *t;
  assert_int_equal(temporary_open(&t, open("one", O_RDONLY | O_DIRECTORY), "a"), 0);
  assert_int_equal(rename("one", "two"), 0);
  assert_int_equal(temporary_commit(t), 0);
  temporary_free(t);
  assert_int_equal(unlink("two/a"), 0);
  assert_int_equal(rmdir("two"), 0);
}

static void abandoning_removes_all_and_later_calls_do_no_harm(void **state) {
  (void)state;
  struct temporary *many[100];
  char name[16];
  make_file("f0", "old", 0644);
  for (int i = 0; i < 100; i++) {
    snprintf(name, sizeof name, "f%d", i);
    many[i] = open_here(name);
  }
  errno = 5;
  temporary_abandon_all();
  assert_int_equal(errno, 5);
  assert_file("f0", "old");
  assert_int_equal(empty_folder(), 1);
  for (int i = 0; i < 100; i++) {
    if (i % 2) assert_int_equal(temporary_commit(many[i]), ENOENT);
    temporary_free(many[i]);
  }
  assert_int_equal(empty_folder(), 0);
}

/* Write a.csv over an old one with one call failing; returns what was told. */
static int write_with_fault(int kind, int at, int number) {
  struct temporary *t;
  make_file("a.csv", "old", 0644);
  int place = open(folder, O_RDONLY | O_DIRECTORY);
  fault = kind;
  fault_left = at;
  fault_number = number;
  int told = temporary_open(&t, place, "a.csv");
  if (!told) {
    put(t, "new");
    told = temporary_commit(t);
    temporary_free(t);
  }
  fault = NO_FAULT;
  return told;
}

static void a_fault_at_any_step_is_told_and_leaves_the_old_file(void **state) {
  (void)state;
  const int kinds[] = {OF_OPENAT, OF_FSYNC, OF_RENAMEAT, OF_FCHMOD, OF_CLOSE}, numbers[] = {ENOSPC, EIO, EDQUOT, EACCES};
  for (size_t i = 0; i < 5; i++)
    for (size_t k = 0; k < 4; k++) {
      assert_int_equal(write_with_fault(kinds[i], 1, numbers[k]), numbers[k]);
      assert_file("a.csv", "old");
      assert_int_equal(empty_folder(), 1);
    }
}

static void what_is_no_fault_is_gone_on_with(void **state) {
  (void)state;
  const int cases[][3] = {{OF_FSYNC, 1, EINTR}, {OF_FSYNC, 1, EINVAL},  {OF_FSYNC, 1, ENOTSUP},   {OF_CLOSE, 1, EINTR},
                          {OF_FSYNC, 2, EIO},   {OF_OPENAT, 1, EEXIST}, {OF_GETRANDOM, 1, ENOSYS}};
  for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
    assert_int_equal(write_with_fault(cases[i][0], cases[i][1], cases[i][2]), 0);
    assert_file("a.csv", "new");
    assert_int_equal(empty_folder(), 1);
  }
}

static void write_for_ever(void) {
  char text[4097];
  for (char c = 'a';; c = c == 'z' ? 'a' : (char)(c + 1)) {
    struct temporary *t;
    memset(text, c, sizeof text - 1);
    if (temporary_open(&t, open(folder, O_RDONLY | O_DIRECTORY), "a.csv")) _exit(1);
    for (int i = 0; i < 4; i++)
      if (write(temporary_descriptor(t), text, sizeof text - 1) < 0) _exit(1);
    if (temporary_commit(t)) _exit(1);
    temporary_free(t);
  }
}

static void assert_whole(void) {
  static char got[20000];
  FILE *f = fopen("a.csv", "r");
  assert_non_null(f);
  size_t size = fread(got, 1, sizeof got, f);
  fclose(f);
  if (size == 3 && !memcmp(got, "old", 3)) return;
  assert_int_equal(size, 4 * 4096);
  for (size_t i = 1; i < size; i++)
    assert_int_equal(got[i], got[0]);
}

static void tidy_and_end(int number) {
  temporary_abandon_all();
  _exit(128 + number);
}

/* End a writing child at random moments by a signal, again and again. */
static void end_writers(int with, int times) {
  struct chance c;
  chance_start(&c, 11, (uint64_t)with);
  make_file("a.csv", "old", 0644);
  for (int i = 0; i < times; i++) {
    pid_t pid = fork();
    assert_true(pid >= 0);
    if (!pid) {
      signal(SIGTERM, tidy_and_end);
      write_for_ever();
    }
    nanosleep(&(struct timespec){.tv_nsec = 1000000 + (long)chance_below(&c, 8000000)}, NULL);
    kill(pid, with);
    int status;
    assert_int_equal(waitpid(pid, &status, 0), pid);
    assert_false(WIFEXITED(status) && WEXITSTATUS(status) == 1);
    assert_whole();
  }
}

static void a_killed_writer_leaves_the_old_file_or_the_new_one(void **state) {
  (void)state;
  end_writers(SIGKILL, 100);
}

static void a_writer_ended_by_a_handled_signal_leaves_no_temporary(void **state) {
  (void)state;
  end_writers(SIGTERM, 100);
  assert_int_equal(empty_folder(), 1);
}

#define HERE(test) cmocka_unit_test_setup_teardown(test, in_folder, out_of_folder)

int main(void) {
  const struct CMUnitTest tests[] = {
      HERE(a_file_appears_only_when_it_is_committed),
      HERE(a_file_that_is_not_committed_leaves_the_old_one_and_no_trace),
      HERE(an_old_file_keeps_its_mode_and_a_new_one_follows_the_umask),
      HERE(a_link_of_the_name_is_replaced_and_not_followed),
      HERE(a_name_as_long_as_names_can_be_is_written_and_a_longer_one_refused),
      HERE(a_folder_of_that_name_is_an_error_and_stays),
      HERE(the_folder_is_kept_in_sight_when_it_is_moved),
      HERE(abandoning_removes_all_and_later_calls_do_no_harm),
      HERE(a_fault_at_any_step_is_told_and_leaves_the_old_file),
      HERE(what_is_no_fault_is_gone_on_with),
      HERE(a_killed_writer_leaves_the_old_file_or_the_new_one),
      HERE(a_writer_ended_by_a_handled_signal_leaves_no_temporary),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
