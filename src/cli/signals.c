/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 *   INT, TERM, HUP --> number, timer 0.3 s --> the work sees signals_ending(), tidies, and main ends with 128 + number
 *                                         \--> or SIGALRM: temporaries are removed, _exit(128 + number)
 *   time-out       --> SIGALRM, timer 0.3 s --> the same with status 5 and its sentence
 *
 * The timer is for work inside other libraries that cannot be interrupted. A HUP that was ignored when the program began (nohup) stays
 * ignored. PIPE is caught, not ignored, so that a child still gets it as it should. */
#include "cli/signals.h"

#include "cli/say.h"

#include <signal.h>
#include <stdio.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

static volatile sig_atomic_t number, timed_out, last_call, line_there;

/* What the handler of a time-out says. Written before its timer runs. */
static char last_words[80];
static size_t last_size;

static void set_timer(double seconds) {
  long whole = (long)seconds;
  long micro = (long)((seconds - (double)whole) * 1e6);
  struct itimerval timer = {.it_value = {.tv_sec = whole, .tv_usec = micro > 0 || whole > 0 ? micro : 1}};
  setitimer(ITIMER_REAL, &timer, NULL);
}

static void end_now(int status) {
  static const char clear[] = "\r\x1b[K";
  nonet_out_abandon_all();
  if (line_there) say_raw(clear, sizeof clear - 1);
  if (number == 0) say_raw(last_words, last_size);
  _exit(status);
}

static void on_end(int signal) {
  if (number != 0) end_now(128 + number);
  number = signal;
  last_call = 1;
  set_timer(0.3);
}

static void on_alarm(int signal) {
  (void)signal;
  if (!last_call) {
    timed_out = last_call = 1;
    set_timer(0.3);
    return;
  }
  end_now(number != 0 ? 128 + number : 5);
}

static void on_pipe(int signal) {
  (void)signal; /* the write fails, and that says it */
}

/* A library that cannot go on aborts: what it cannot return is said in a line, and nothing half-written stays. */
static void on_abort(int signal) {
  static const char words[] = "nonet: internal error: a library ended the program\n";
  (void)signal;
  nonet_out_abandon_all();
  say_raw(words, sizeof words - 1);
  _exit(70);
}

static void handle(int signal, void (*function)(int)) {
  struct sigaction action = {.sa_handler = function, .sa_flags = SA_RESTART};
  sigemptyset(&action.sa_mask);
  sigaction(signal, &action, NULL);
}

void signals_start(void) {
  struct sigaction before;
  sigset_t ours;
  sigemptyset(&ours);
  sigaddset(&ours, SIGINT);
  sigaddset(&ours, SIGTERM);
  sigaddset(&ours, SIGHUP);
  sigaddset(&ours, SIGALRM);
  sigprocmask(SIG_UNBLOCK, &ours, NULL);
  handle(SIGINT, on_end);
  handle(SIGTERM, on_end);
  if (sigaction(SIGHUP, NULL, &before) != 0 || before.sa_handler != SIG_IGN) handle(SIGHUP, on_end);
  handle(SIGALRM, on_alarm);
  handle(SIGABRT, on_abort);
  handle(SIGPIPE, on_pipe);
}

void signals_time_out(double seconds, const char *words) {
  int size = snprintf(last_words, sizeof last_words, "nonet: %.60s\n", words);
  last_size = size > 0 ? (size_t)size : 0;
  set_timer(seconds);
}

void signals_rest(void) {
  static const struct itimerval never;
  setitimer(ITIMER_REAL, &never, NULL);
}

void signals_line(bool there) {
  line_there = there;
}

bool signals_ending(void) {
  return number != 0 || timed_out != 0;
}

int signals_number(void) {
  return (int)number;
}

bool signals_timed_out(void) {
  return timed_out != 0;
}
