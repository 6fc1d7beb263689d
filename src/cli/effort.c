/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * How long measures take. The library times a small part of the work; what comes of it goes to standard error alone, so that results are
 * the same bytes each time. */
#include "cli/effort.h"

#include <stdio.h>

#define LONG 10 /* seconds that are worth a word */

static double exact_seconds(struct job *job, const nonet *n, const char *names, const nonet_measure_options *how) {
  nonet_err untold;
  double seconds = 0;
  if (nonet_measure_seconds(&seconds, n, names, how, &job->run, &untold) != NONET_OK) return -1; /* the run itself will say why */
  return seconds;
}

void effort_before(struct job *job, const nonet *n, const char *names, const nonet_measure_options *how) {
  char text[512], room[64];
  if (how->samples || option_given(&job->options, OPTION_QUIET)) return;
  double seconds = exact_seconds(job, n, names, how);
  if (seconds <= LONG) return;
  job_time_words(room, sizeof room, seconds);
  snprintf(text, sizeof text, "this takes about %s%s", room,
           how->weighted ? "" : " (--samples auto estimates betweenness, closeness and harmonic sooner)"); /* samples know steps alone */
  job_note(job, text);
}

void effort_after(struct job *job, const nonet *n, const char *names, const nonet_measure_options *how, double seconds) {
  char text[512], exact[64], samples[64];
  if (!how->samples || option_given(&job->options, OPTION_QUIET)) return;
  double least = exact_seconds(job, n, names, how);
  if (least < 0 || least >= seconds) return;
  job_time_words(exact, sizeof exact, least);
  job_time_words(samples, sizeof samples, seconds);
  if (least > 0)
    snprintf(text, sizeof text, "exact values come sooner here, in about %s (samples: %s): leave --samples out", exact, samples);
  else
    snprintf(text, sizeof text, "exact values come sooner in so small a network: leave --samples out");
  job_note(job, text);
}
