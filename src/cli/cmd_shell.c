/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet shell: questions at a prompt, about a network that stays loaded. At a terminal lines are edited, kept in a history and completed
 * (prompt.c); else questions are read line by line, each is echoed before its answer, and the status is that of the first that failed. */
#include "cli/asking.h"
#include "cli/commands.h"
#include "cli/input.h"
#include "cli/output.h"
#include "cli/prompt.h"
#include "cli/prose.h"
#include "cli/say.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

struct shell {
  struct job *job;
  nonet *net;
  nonet_answer *answer; /* the last one; NULL: none */
  bool terminal, over;
  size_t asked, failed;
  nonet_code first; /* failure */
};

/* What can be typed besides questions. */
struct word {
  const char *name, *help;
  nonet_code (*run)(struct shell *s, const char *rest, nonet_err *err);
};

/* ---- writing ---- */

static nonet_code write_texts(struct shell *s, const char *text, nonet_err *err) {
  nonet_out *out = NULL;
  nonet_code code = nonet_out_descriptor(&out, STDOUT_FILENO, "standard output", err);
  if (code != NONET_OK) return code;
  nonet_out_text(out, text);
  return output_close(out, s->job, NONET_OK, err);
}

/* Sentences alone unless a form was asked for with --as; the tables come when asked for. */
static nonet_code write_answer(struct shell *s, const nonet_answer *answer, bool tables, nonet_err *err) {
  nonet_show_options show = output_show(s->job);
  nonet_out *out = NULL;
  show.top = 0;
  show.words = !tables && !option_given(&s->job->options, OPTION_AS);
  nonet_code code = nonet_out_descriptor(&out, STDOUT_FILENO, "standard output", err);
  return code == NONET_OK ? output_close(out, s->job, nonet_answer_write(out, answer, &show, err), err) : code;
}

/* ---- words ---- */

static nonet_code run_help(struct shell *s, const char *rest, nonet_err *err);

static nonet_code run_info(struct shell *s, const char *rest, nonet_err *err) {
  nonet_answer *info = NULL;
  (void)rest;
  nonet_code code = nonet_info(&info, s->net, &s->job->run, err);
  if (code == NONET_OK) code = write_answer(s, info, false, err);
  nonet_answer_free(info);
  return code;
}

static nonet_code run_more(struct shell *s, const char *rest, nonet_err *err) {
  (void)rest;
  return s->answer ? write_answer(s, s->answer, true, err) : fail(err, NONET_EUSAGE, "nothing has been answered yet");
}

static nonet_code run_draw(struct shell *s, const char *rest, nonet_err *err) {
  if (!*rest) return fail(err, NONET_EUSAGE, "name a file: draw answer.svg");
  if (!s->answer) return fail(err, NONET_EUSAGE, "nothing has been answered yet");
  return asking_draw(s->job, s->net, s->answer, rest, err);
}

static nonet_code run_quit(struct shell *s, const char *rest, nonet_err *err) {
  (void)rest;
  (void)err;
  s->over = true;
  return NONET_OK;
}

static const struct word words[] = {
    {"help", "this text", run_help},
    {"info", "what is in the network, and how it was understood", run_info},
    {"more", "the last answer with its tables: every tie, with source, file and line", run_more},
    {"draw", "draw FILE: the last answer as a picture, by its suffix", run_draw},
    {"quit", "end; so does the end of input", run_quit},
    {"exit", "the same", run_quit},
};

static nonet_code run_help(struct shell *s, const char *rest, nonet_err *err) {
  enum { INDENT = 26 };
  nonet_out *out = NULL;
  unsigned width = output_width(80);
  (void)rest;
  nonet_code code = nonet_out_descriptor(&out, STDOUT_FILENO, "standard output", err);
  if (code != NONET_OK) return code;
  for (size_t i = 0; nonet_question_at(i); i++)
    prose_paragraph(out, nonet_question_at(i)->form, INDENT, nonet_question_at(i)->meaning, width);
  for (size_t i = 0; i < sizeof words / sizeof *words; i++)
    prose_paragraph(out, words[i].name, INDENT, words[i].help, width);
  return output_close(out, s->job, NONET_OK, err);
}

/* ---- lines ---- */

static nonet_code ask(struct shell *s, const char *line, nonet_err *err) {
  nonet_ask_options how = asking_options(s->job);
  nonet_answer *answer = NULL;
  nonet_code code = nonet_ask(&answer, s->net, line, &how, &s->job->run, err);
  if (code != NONET_OK) return code;
  nonet_answer_free(s->answer);
  s->answer = answer;
  return write_answer(s, answer, false, err);
}

static nonet_code one_line(struct shell *s, char *line, nonet_err *err) {
  size_t length = strlen(line);
  while (length > 0 && strchr(" \t\r\n", line[length - 1]))
    line[--length] = 0;
  line += strspn(line, " \t");
  if (!*line || *line == '#') return NONET_OK;
  for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
    size_t size = strlen(words[i].name);
    if (strncmp(line, words[i].name, size) == 0 && (line[size] == 0 || line[size] == ' '))
      return words[i].run(s, line + size + strspn(line + size, " "), err);
  }
  s->asked++;
  return ask(s, line, err);
}

/* Say what failed and go on, but for what ends every program: no reader, a signal. */
static bool go_on(struct shell *s, nonet_code code, const nonet_err *err) {
  if (code == NONET_OK) return true;
  if (s->job->no_reader || code == NONET_ESTOPPED) return false;
  job_clear_line(s->job);
  say("%s", err->text);
  s->failed++;
  if (s->first == NONET_OK) s->first = code;
  return true;
}

/* The history of other sessions: not of a network whose names are hidden, nor where it is not wanted. */
static struct history_file *remembered(struct job *job) {
  char *why = NULL;
  if (option_given(&job->options, OPTION_ANONYMISE) || option_given(&job->options, OPTION_NO_HISTORY)) return NULL;
  struct history_file *kept = history_open(&why);
  if (why && !option_given(&job->options, OPTION_QUIET)) say("no history is kept: %s", why);
  free(why);
  return kept;
}

static nonet_code at_terminal(struct shell *s, nonet_err *err) {
  struct history_file *kept = remembered(s->job);
  struct prompt *p = prompt_start(s->net, kept);
  nonet_code code = p ? NONET_OK : fail_memory(err);
  for (char *line; code == NONET_OK && !s->over && (line = prompt_line(p));) {
    nonet_err why = {0};
    nonet_code done = one_line(s, line, &why);
    free(line);
    if (go_on(s, done, &why)) continue;
    code = done;
    if (err) *err = why;
  }
  prompt_end(p);
  history_close(kept);
  return code;
}

static nonet_code from_lines(struct shell *s, nonet_err *err) {
  char *line = NULL;
  size_t room = 0;
  nonet_code code = NONET_OK;
  while (code == NONET_OK && !s->over && getline(&line, &room, stdin) >= 0) {
    nonet_err why = {0};
    if (line[strspn(line, " \t\r\n")]) code = write_texts(s, "nonet> ", err);
    if (code == NONET_OK && line[strspn(line, " \t\r\n")]) code = write_texts(s, line, err);
    if (code == NONET_OK && line[strlen(line) - 1] != '\n') code = write_texts(s, "\n", err);
    nonet_code done = code == NONET_OK ? one_line(s, line, &why) : code;
    if (code != NONET_OK || go_on(s, done, &why)) continue;
    code = done;
    if (err) *err = why;
  }
  free(line);
  if (code != NONET_OK || s->failed == 0) return code;
  return fail(err, s->first, "%zu of %zu questions could not be answered", s->failed, s->asked);
}

static nonet_code run(struct job *job, nonet_err *err) {
  struct shell s = {.job = job, .terminal = isatty(STDIN_FILENO) && isatty(STDOUT_FILENO)};
  for (size_t i = 0; i < job->options.word_count; i++)
    if (strcmp(job->options.words[i], "-") == 0)
      return fail(err, NONET_EUSAGE, "standard input holds the questions; it cannot hold the network too");
  nonet_code code = input_open(&s.net, job, err);
  if (code == NONET_OK) code = s.terminal ? at_terminal(&s, err) : from_lines(&s, err);
  nonet_answer_free(s.answer);
  nonet_free(s.net);
  return code;
}

const struct command command_shell = {
    .name = "shell",
    .usage = "FILE... [options]",
    .summary = "questions at a prompt, about a network that stays loaded",
    .details =
        "Type a question (nonet list questions), 'help', 'info', 'more', 'draw FILE' or 'quit'. Answers are sentences; 'more' shows their "
        "tables. Arrows move in the line and the history, Tab "
        "completes "
        "words and names, Ctrl-R searches the history, which is kept for the next session in $XDG_STATE_HOME/nonet/history, else "
        "~/.local/state/nonet/history, readable by you alone; never with --anonymise, nor with --no-history. Where standard input is no "
        "terminal, questions are read from it line by line and "
        "echoed; the status is that of the first that failed.",
    .examples = "nonet shell graphs/birmingham-2000\task and ask again\n"
                "nonet shell network/ < questions.txt\tevery line a question\n",
    .takes = TAKES_ASKING | TAKES_PROMPT | TAKES_PAPER | TAKES_FILES | TAKES_TABLES,
    .run = run,
};
