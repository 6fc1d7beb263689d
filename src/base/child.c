/* A child program: posix_spawn by absolute path, three pipes, one poll loop.
 *
 * The loop feeds and reads at the same time, so that neither side waits for the other; every 50 ms at the latest it asks whether to stop.
 * Writing to a child that has ended raises SIGPIPE in the writing thread: it is blocked there for the time and a pending one is taken
 * away, so that the host's handling of signals stays as it was. The child starts with no signal blocked or ignored, no other
 * descriptor, and an empty environment; SOURCE_DATE_EPOCH is handed on because dates in its output should follow it [1]: the one
 * variable of the environment that the library looks at. A child is listed while it runs, so that a handler can end it.
 *
 * [1] https://reproducible-builds.org/specs/source-date-epoch/ */
#include "base/child.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#include "base/ending.h"
#include "base/memory.h"
#include "base/run.h"

#define PIECE ((size_t)1 << 16)
#define WORDS_MOST ((size_t)1 << 16)
#define TICK_MS 50

static struct ending_list running;

/* A child in progress. near: our ends of the pipes, far: its ends; -1 closed. Order: stdin, stdout, stderr. */
struct child {
  const struct child_job *job;
  struct child_result *result;
  struct run run;
  pid_t pid;
  ending_place *place;
  int near[3], far[3];
  size_t fed;
  char *piece; /* what is read goes through it */
};

static void close_one(int *file) {
  if (*file >= 0) close(*file);
  *file = -1;
}

/* A pipe whose ends are above the three standard ones, so that putting them in place overwrites none. */
static bool open_pipe(int *to_read, int *to_write) {
  int ends[2];
  if (pipe2(ends, O_CLOEXEC)) return false;
  for (int i = 0; i < 2; i++) {
    if (ends[i] > 2) continue;
    int higher = fcntl(ends[i], F_DUPFD_CLOEXEC, 3), number = errno;
    close(ends[i]);
    ends[i] = higher;
    if (higher < 0) {
      close(ends[1 - i]);
      errno = number;
      return false;
    }
  }
  *to_read = ends[0];
  *to_write = ends[1];
  return true;
}

static bool open_pipes(struct child *c) {
  if (!open_pipe(&c->far[0], &c->near[0]) || !open_pipe(&c->near[1], &c->far[1]) || !open_pipe(&c->near[2], &c->far[2])) return false;
  for (int i = 0; i < 3; i++)
    if (fcntl(c->near[i], F_SETFL, O_NONBLOCK)) return false;
  return true;
}

static int prepare(posix_spawn_file_actions_t *files, posix_spawnattr_t *how, const struct child *c) {
  sigset_t none, all;
  sigemptyset(&none);
  sigfillset(&all);
  int number = posix_spawnattr_setsigmask(how, &none);
  if (!number) number = posix_spawnattr_setsigdefault(how, &all);
  if (!number) number = posix_spawnattr_setflags(how, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
  for (int i = 0; i < 3 && !number; i++)
    number = posix_spawn_file_actions_adddup2(files, c->far[i], i);
#if defined(__GLIBC__) && (__GLIBC__ > 2 || __GLIBC_MINOR__ >= 34)
  if (!number) number = posix_spawn_file_actions_addclosefrom_np(files, 3);
#endif
  return number;
}

/* The child's whole environment, as one "NAME=value" or nothing. */
static bool environment_of(char *environment[2]) {
  const char *name = "SOURCE_DATE_EPOCH=", *value = getenv("SOURCE_DATE_EPOCH");
  environment[0] = environment[1] = NULL;
  if (!value) return true;
  size_t head = strlen(name), size = strlen(value) + 1;
  environment[0] = memory_array(head + size, 1);
  if (!environment[0]) return false;
  memcpy(environment[0], name, head);
  memcpy(environment[0] + head, value, size);
  return true;
}

/* Whether it can be started, as an errno value: a spawn by emulated vfork cannot tell, and gives a child that exits with 127. */
static int look_at(const char *program) {
  struct stat there;
  if (stat(program, &there)) return errno;
  if (!S_ISREG(there.st_mode)) return EACCES;
  return access(program, X_OK) ? errno : 0;
}

/* Start it and list it; signals wait meanwhile, so that no handler of this thread comes between. Returns an errno value. */
static int start(struct child *c) {
  posix_spawn_file_actions_t files;
  posix_spawnattr_t how;
  char *environment[2];
  sigset_t all, before;
  int number = posix_spawn_file_actions_init(&files);
  if (number) return number;
  number = posix_spawnattr_init(&how);
  if (number) goto no_attributes;
  if (!environment_of(environment)) {
    number = ENOMEM;
    goto no_environment;
  }
  number = prepare(&files, &how, c);
  if (number) goto done;
  sigfillset(&all);
  pthread_sigmask(SIG_SETMASK, &all, &before);
  number = posix_spawn(&c->pid, c->job->program, &files, &how, (char *const *)(uintptr_t)c->job->argv, environment);
  if (number)
    c->pid = -1;
  else
    c->place = ending_add(&running, (uintptr_t)c->pid); /* NULL, out of memory: ends by itself or by its time-out */
  pthread_sigmask(SIG_SETMASK, &before, NULL);
done:
  free(environment[0]);
no_environment:
  posix_spawnattr_destroy(&how);
no_attributes:
  posix_spawn_file_actions_destroy(&files);
  return number;
}

/* Give it what its pipe takes; closes the pipe at the end or when the child reads no more. */
static void feed(struct child *c) {
  const char *input = c->job->input;
  while (c->fed < c->job->input_size) {
    size_t left = c->job->input_size - c->fed;
    ssize_t written = write(c->near[0], input + c->fed, left < PIECE ? left : PIECE);
    if (written < 0 && errno == EINTR) continue;
    if (written < 0 && errno == EAGAIN) return;
    if (written < 0) break; /* EPIPE: it may have read enough */
    c->fed += (size_t)written;
  }
  close_one(&c->near[0]);
}

/* Read a piece from stdout (1) or stderr (2); no more at once, so that a child that never stops does not keep us from looking up. */
static nonet_code take(struct child *c, int which, nonet_err *err) {
  struct buffer *into = which == 1 ? &c->result->output : &c->result->words;
  ssize_t got = read(c->near[which], c->piece, PIECE);
  if (got < 0 && (errno == EINTR || errno == EAGAIN)) return NONET_OK;
  if (got <= 0) {
    close_one(&c->near[which]);
    return NONET_OK;
  }
  size_t size = (size_t)got;
  if (which == 2 && size > WORDS_MOST - into->size) size = WORDS_MOST - into->size;
  buffer_add(into, c->piece, size);
  if (into->failed) return error_memory(err);
  if (which == 1 && c->job->most && into->size > c->job->most)
    return error_set(err, NONET_ELIMIT, "%s gave more than %zu bytes", c->job->program, c->job->most);
  return NONET_OK;
}

/* Has it ended? It stays to be waited for, so that its number is no one else's. */
static bool has_ended(const struct child *c) {
  siginfo_t info = {0};
  if (waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOHANG | WNOWAIT)) return errno == ECHILD;
  return info.si_pid == c->pid;
}

/* One turn of the loop: wait for something to do, do it. *busy: there was something to read. */
static nonet_code turn(struct child *c, int wait_ms, bool *busy, nonet_err *err) {
  struct pollfd ends[3];
  nonet_code code = NONET_OK;
  *busy = false;
  for (int i = 0; i < 3; i++)
    ends[i] = (struct pollfd){.fd = c->near[i], .events = i ? POLLIN : POLLOUT};
  if (poll(ends, 3, wait_ms) < 0) return errno == EINTR ? NONET_OK : error_os(err, errno, c->job->program, "wait for");
  *busy = ends[1].revents || ends[2].revents;
  if (ends[0].revents) feed(c);
  if (ends[1].revents) code = take(c, 1, err);
  if (ends[2].revents && !code) code = take(c, 2, err);
  return code;
}

/* Feed and read until it has ended and its pipes are empty; a process that it left behind may hold them open for longer. */
static nonet_code talk(struct child *c, nonet_err *err) {
  nonet_code code;
  bool ended, busy;
  int silent_ms = 1; /* it closed its pipes, so it is about to end: look again soon */
  do {
    bool silent = c->near[1] < 0 && c->near[2] < 0;
    if (silent && silent_ms < TICK_MS) silent_ms *= 2;
    ended = has_ended(c);
    code = turn(c, ended ? 0 : silent ? silent_ms : TICK_MS, &busy, err);
    if (!code) code = run_check(&c->run, err);
  } while (!code && (!ended || busy));
  return code;
}

/* Wait for its end, killed before if asked. Taken off the list first: its number is free for others once it was waited for. */
static nonet_code end(struct child *c, bool kill_it, nonet_err *err) {
  if (kill_it) kill(c->pid, SIGKILL);
  siginfo_t info;
  while (waitid(P_PID, (id_t)c->pid, &info, WEXITED | WNOWAIT) && errno == EINTR)
    continue;
  if (c->place) ending_take(c->place, (uintptr_t)c->pid);
  int status = 0;
  pid_t waited;
  do
    waited = waitpid(c->pid, &status, 0);
  while (waited < 0 && errno == EINTR);
  if (waited != c->pid) return error_os(err, errno, c->job->program, "wait for"); /* the host took it: its status is lost */
  c->result->status = WIFSIGNALED(status) ? 128 + WTERMSIG(status) : WEXITSTATUS(status);
  return NONET_OK;
}

/* Talk with SIGPIPE blocked in this thread; one that came meanwhile is taken away. */
static nonet_code talk_quietly(struct child *c, nonet_err *err) {
  sigset_t pipe_signal, before, pending;
  const struct timespec now = {0};
  sigemptyset(&pipe_signal);
  sigaddset(&pipe_signal, SIGPIPE);
  sigpending(&pending);
  bool was_pending = sigismember(&pending, SIGPIPE);
  pthread_sigmask(SIG_BLOCK, &pipe_signal, &before);
  nonet_code code = talk(c, err);
  if (!was_pending)
    while (sigtimedwait(&pipe_signal, NULL, &now) < 0 && errno == EINTR)
      continue;
  pthread_sigmask(SIG_SETMASK, &before, NULL);
  return code;
}

nonet_code child_run(struct child_result *out, const struct child_job *job, const nonet_run *run, nonet_err *err) {
  *out = (struct child_result){.status = -1};
  struct child c = {.job = job, .result = out, .pid = -1, .near = {-1, -1, -1}, .far = {-1, -1, -1}};
  nonet_run asked = run ? *run : (nonet_run){0};
  asked.timeout = job->timeout;
  run_start(&c.run, &asked);
  if (job->program[0] != '/') return error_set(err, NONET_EUSAGE, "%s: a program needs an absolute path", job->program);
  nonet_code code = NONET_OK;
  c.piece = memory_array(PIECE, 1);
  if (!c.piece) {
    code = error_memory(err);
    goto done;
  }
  int number = look_at(job->program);
  if (!number) number = open_pipes(&c) ? start(&c) : errno;
  for (int i = 0; i < 3; i++)
    close_one(&c.far[i]);
  if (number) {
    code = number == ENOMEM ? error_memory(err) : error_os(err, number, job->program, "start");
    goto done;
  }
  code = talk_quietly(&c, err);
  nonet_code at_end = end(&c, code != NONET_OK, code ? NULL : err);
  if (!code) code = at_end;
done:
  for (int i = 0; i < 3; i++) {
    close_one(&c.near[i]);
    close_one(&c.far[i]);
  }
  free(c.piece);
  if (code) child_result_free(out);
  return code;
}

void child_result_free(struct child_result *result) {
  buffer_free(&result->output);
  buffer_free(&result->words);
}

static void kill_one(uintptr_t value) {
  kill((pid_t)value, SIGKILL);
}

void child_end_all(void) {
  int kept = errno;
  ending_each(&running, kill_one);
  errno = kept;
}

/* FOLDER/NAME where it is a program; owned, absolute. */
static char *program_in(const char *folder, size_t length, const char *name) {
  size_t size = strlen(name) + 1;
  char *path = memory_array(length + 1 + size, 1), *real = NULL;
  if (!path) return NULL;
  memcpy(path, folder, length);
  path[length] = '/';
  memcpy(path + length + 1, name, size);
  struct stat there;
  if (!stat(path, &there) && S_ISREG(there.st_mode) && !access(path, X_OK)) real = realpath(path, NULL);
  free(path);
  return real;
}

char *child_find(const char *name, const char *installed) {
  char self[4096], *found = NULL;
  if (!*name || strchr(name, '/')) return NULL;
  ssize_t length = readlink("/proc/self/exe", self, sizeof self);
  while (length > 0 && self[length - 1] != '/')
    length--;
  if (length > 0) found = program_in(self, (size_t)length - 1, name);
  if (!found && installed) found = program_in(installed, strlen(installed), name);
  return found;
}
