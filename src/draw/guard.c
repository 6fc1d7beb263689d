/* SPDX-License-Identifier: MIT
 * Limits and last words. Graphviz is known to crash, to hang, to abort when memory ends and to call exit(): each of
 * these ends here, in one line and a status that the caller understands. No core is dumped.
 *
 * A handler does only what is safe inside one: write, unlink, mmap, _exit. A crash right after a failed allocation
 * (errno still says so, or a small mapping is refused too) is a limit, not a fault: malloc's callers in Graphviz 2.42
 * do not all look at its answer. */
#include "draw/guard.h"
#include "draw/draw.h"
#include "draw/say.h"
#include <errno.h>
#include <fcntl.h>
#include <malloc.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/time.h>
#include <unistd.h>

#if defined(__SANITIZE_ADDRESS__)
#define UNDER_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define UNDER_SANITIZER 1
#endif
#endif
#ifndef UNDER_SANITIZER
#define UNDER_SANITIZER 0 /* a sanitizer reserves terabytes and wants crashes for itself */
#endif

enum { PROBE = 8 << 20, STACK = 64 << 10 };

static const char *volatile temporary[DRAW_MAX_TARGETS];

void guard_temporary(size_t i, const char *path) {
  temporary[i] = path;
}

static void remove_temporaries(void) {
  for (size_t i = 0; i < DRAW_MAX_TARGETS; i++)
    if (temporary[i] != NULL) unlink(temporary[i]);
}

void guard_leave(int status) {
  remove_temporaries();
  _exit(status);
}

static void take(int descriptor, int flags) {
  if (fcntl(descriptor, F_GETFD) >= 0) return;
  int null = open("/dev/null", flags);
  if (null >= 0 && null != descriptor) {
    dup2(null, descriptor);
    close(null);
  }
}

/* A closed standard output becomes one that cannot be written, so that a picture never lands in some other file. */
void guard_environment(void) {
  static char epoch[64];
  const char *given = getenv("SOURCE_DATE_EPOCH");
  bool keep = given != NULL && strlen(given) < sizeof epoch;
  if (keep) strcpy(epoch, given);
  clearenv();
  if (keep) setenv("SOURCE_DATE_EPOCH", epoch, 1);
  setenv("TZ", "UTC", 1);
  take(STDIN_FILENO, O_RDONLY);
  take(STDOUT_FILENO, O_RDONLY);
  take(STDERR_FILENO, O_WRONLY);
}

static void limit(__rlimit_resource_t what, rlim_t most) {
  struct rlimit now;
  if (getrlimit(what, &now) != 0) return;
  if (now.rlim_max != RLIM_INFINITY && most > now.rlim_max) most = now.rlim_max;
  now.rlim_cur = most;
  setrlimit(what, &now);
}

void guard_limits(size_t memory, double seconds) {
  limit(RLIMIT_CORE, 0);
  mallopt(M_ARENA_MAX, 1); /* each further arena takes 64 MB of addresses, and Pango's threads want some */
  if (memory > 0 && !UNDER_SANITIZER) limit(RLIMIT_AS, (rlim_t)memory);
  if (seconds > 0) {
    limit(RLIMIT_CPU, (rlim_t)seconds + 1);
    struct itimerval timer = {.it_value = {.tv_sec = (time_t)seconds, .tv_usec = (suseconds_t)((seconds - (double)(time_t)seconds) * 1e6)}};
    if (timer.it_value.tv_sec == 0 && timer.it_value.tv_usec == 0) timer.it_value.tv_usec = 1;
    setitimer(ITIMER_REAL, &timer, NULL);
  }
}

static void on_time(int signal_number) {
  (void)signal_number;
  say_signal("nonet-draw: the drawing took longer than --timeout allows\n");
  guard_leave(DRAW_LIMIT);
}

bool guard_memory_full(void) {
  void *probe = mmap(NULL, PROBE, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
  if (probe == MAP_FAILED) return true;
  munmap(probe, PROBE);
  return false;
}

static void on_crash(int signal_number) {
  (void)signal_number;
  bool full = errno == ENOMEM || guard_memory_full();
  say_signal(full ? "nonet-draw: out of memory (see --max-memory)\n" : "nonet-draw: the drawing library crashed on this graph\n");
  guard_leave(full ? DRAW_LIMIT : DRAW_FAULT);
}

static void on_stop(int signal_number) {
  remove_temporaries();
  raise(signal_number); /* the default action is back by SA_RESETHAND */
}

static void on_exit_of_others(void) {
  bool full = errno == ENOMEM || guard_memory_full();
  say_signal(full ? "nonet-draw: out of memory (see --max-memory)\n" : "nonet-draw: the drawing library gave up on this graph\n");
  guard_leave(full ? DRAW_LIMIT : DRAW_FAULT);
}

void guard_hold(bool hold) {
  static const int ends[] = {SIGINT, SIGTERM, SIGHUP, SIGALRM, SIGXCPU};
  sigset_t set;
  sigemptyset(&set);
  for (size_t i = 0; i < sizeof ends / sizeof *ends; i++)
    sigaddset(&set, ends[i]);
  sigprocmask(hold ? SIG_BLOCK : SIG_UNBLOCK, &set, NULL);
}

static void handle(int signal_number, void (*handler)(int), int flags) {
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = handler;
  action.sa_flags = flags;
  sigemptyset(&action.sa_mask);
  sigaction(signal_number, &action, NULL);
}

void guard_ends(void) {
  static char stack[STACK];
  static const int crashes[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP};
  static const int stops[] = {SIGINT, SIGTERM, SIGHUP};
  stack_t alternate = {.ss_sp = stack, .ss_size = sizeof stack};
  sigaltstack(&alternate, NULL);
  for (size_t i = 0; !UNDER_SANITIZER && i < sizeof crashes / sizeof *crashes; i++)
    handle(crashes[i], on_crash, (int)(SA_ONSTACK | SA_RESETHAND));
  for (size_t i = 0; i < sizeof stops / sizeof *stops; i++)
    handle(stops[i], on_stop, (int)(SA_ONSTACK | SA_RESETHAND | SA_NODEFER));
  handle(SIGALRM, on_time, SA_ONSTACK);
  handle(SIGXCPU, on_time, SA_ONSTACK);
  handle(SIGPIPE, SIG_DFL, 0);
  sigset_t none;
  sigemptyset(&none);
  sigprocmask(SIG_SETMASK, &none, NULL);
  atexit(on_exit_of_others);
}
