/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * What every command shares: limits, warnings, and the progress line. That line stands on standard error, only where it is a terminal,
 * only after a second, and is gone before anything else is written. */
#include "cli/job.h"

#include "cli/say.h"
#include "cli/signals.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

static const double first_line_after = 1.0, lines_apart = 0.1; /* seconds */

static double clock_now(void) {
  struct timespec t;
  clock_gettime(CLOCK_MONOTONIC, &t);
  return (double)t.tv_sec + 1e-9 * (double)t.tv_nsec;
}

double job_seconds(const struct job *job) {
  return clock_now() - job->started;
}

void job_clear_line(struct job *job) {
  static const char clear[] = "\r\x1b[K";
  if (job->line_drawn > 0) say_raw(clear, sizeof clear - 1);
  job->line_drawn = 0;
  signals_line(false);
}

/* How long the rest takes if it goes on as it did; empty while that cannot be told. */
static void left_words(char *room, size_t size, const struct job *job, double now, double share) {
  double done = share - job->under_way_at, took = now - job->under_way;
  char time[32];
  room[0] = '\0';
  if (done < .01 || took < 1) return;
  job_time_words(time, sizeof time, took / done * (1 - share));
  snprintf(room, size, ", about %s left", time);
}

static void progress(void *user, const char *what, double share) {
  struct job *job = user;
  double now = clock_now();
  if (share < job->under_way_at || job->under_way <= 0) {
    job->under_way = now;
    job->under_way_at = share;
  }
  if (now - job->started < first_line_after || now - job->line_drawn < lines_apart) return;
  char clean[64], left[64], line[160];
  say_clean(clean, sizeof clean, what);
  left_words(left, sizeof left, job, now, share);
  int size = share >= 0 ? snprintf(line, sizeof line, "\r\x1b[K%s %d %%%s", clean, (int)(100 * share), left)
                        : snprintf(line, sizeof line, "\r\x1b[K%s ...", clean);
  if (size > 0) say_raw(line, (size_t)size);
  job->line_drawn = now;
  signals_line(true);
}

static void warn(void *user, const char *text) {
  job_warn(user, NULL, text);
}

static bool stop(void *user) {
  (void)user;
  return signals_ending();
}

/* Three quarters of the machine's memory, so that a network beyond it ends with a sentence and not with the machine. */
static uint64_t memory_by_default(void) {
  long pages = sysconf(_SC_PHYS_PAGES), size = sysconf(_SC_PAGESIZE);
  return pages > 0 && size > 0 ? (uint64_t)pages / 4 * 3 * (uint64_t)size : 0;
}

void job_time_words(char *room, size_t size, double seconds) {
  double part = seconds < 100 ? 1 : seconds < 6000 ? 60 : 3600;
  snprintf(room, size, seconds < 1 ? "%.2f s" : "%.0f %s", seconds / part, part == 1 ? "s" : part == 60 ? "min" : "h");
}

void job_time_out_words(char *room, size_t size, const struct job *job) {
  snprintf(room, size, "time-out after %.40s s", option_text(&job->options, OPTION_TIMEOUT));
}

void job_start(struct job *job) {
  const struct options *o = &job->options;
  job->started = clock_now();
  uint64_t threads = option_whole(o, OPTION_THREADS, 0);
  job->run = (nonet_run){.threads = threads > 4096 ? 4096 : (unsigned)threads,
                         .seed = option_whole(o, OPTION_SEED, 0),
                         .max_nodes = option_whole(o, OPTION_MAX_NODES, 0),
                         .max_ties = option_whole(o, OPTION_MAX_TIES, 0),
                         .max_memory = option_size(o, OPTION_MAX_MEMORY, memory_by_default()),
                         .warn = warn,
                         .stop = stop,
                         .user = job};
  if (isatty(STDERR_FILENO) && !option_given(o, OPTION_QUIET)) job->run.progress = progress;
  double seconds = option_seconds(o, OPTION_TIMEOUT);
  if (seconds <= 0) return;
  char words[64];
  job_time_out_words(words, sizeof words, job);
  signals_time_out(seconds, words);
}

/* How long "PATH:LINE" or "PATH" in front of ": " is; 0 where the text does not start so. */
static size_t place_length(const char *text, const char *path) {
  size_t length = path ? strlen(path) : 0;
  if (length == 0 || strncmp(text, path, length) != 0 || text[length] != ':') return 0;
  size_t digits = strspn(text + length + 1, "0123456789");
  if (digits > 0) length += 1 + digits;
  return strncmp(text + length, ": ", 2) == 0 ? length : 0;
}

void job_warn(struct job *job, const char *path, const char *text) {
  if (job->warnings++ == 0) say_clean(job->first_warning, sizeof job->first_warning, text);
  if (option_given(&job->options, OPTION_QUIET) || option_given(&job->options, OPTION_STRICT)) return;
  if (job->command->says_warnings && isatty(STDOUT_FILENO) && isatty(STDERR_FILENO)) return;
  job_clear_line(job);
  size_t place = place_length(text, path);
  if (place > 0)
    say("%.*s: warning: %s", (int)place, text, text + place + 2);
  else
    say("warning: %s", text);
}

void job_note(struct job *job, const char *text) {
  if (option_given(&job->options, OPTION_QUIET)) return;
  job_clear_line(job);
  say("%s", text);
}

nonet_code job_strict(const struct job *job, nonet_err *err) {
  if (!option_given(&job->options, OPTION_STRICT) || job->warnings == 0) return NONET_OK;
  if (job->warnings == 1) return fail(err, NONET_EINPUT, "%s", job->first_warning);
  return fail(err, NONET_EINPUT, "%.900s (and %llu more warnings)", job->first_warning, (unsigned long long)(job->warnings - 1));
}
