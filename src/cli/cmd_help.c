/* SPDX-License-Identifier: GPL-2.0-or-later
 *
 * nonet help: made from the rows of the registries and nothing else. A name may mean several things (dot is a format, a renderer and a
 * layout); each is explained. */
#include "cli/commands.h"
#include "cli/lists.h"
#include "cli/near.h"
#include "cli/output.h"
#include "cli/prose.h"
#include "cli/say.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

enum { INDENT = 2, LABEL = 14 };

struct help {
  nonet_out *out;
  unsigned width;
  const char *name; /* asked for */
  size_t found;
};

static void heading(struct help *h, const char *text) {
  if (h->found++ > 0) nonet_out_text(h->out, "\n");
  prose_paragraph(h->out, NULL, 0, text, h->width);
}

static void labelled(struct help *h, const char *label, const char *text) {
  char head[LABEL + 4];
  if (!text || !*text) return;
  snprintf(head, sizeof head, "  %s", label);
  prose_paragraph(h->out, head, LABEL, text, h->width);
}

/* ---- commands ---- */

static void option_help(struct help *h, const struct option_row *row) {
  char head[128];
  if (row->letter)
    snprintf(head, sizeof head, "  -%c, --%s%s%s", row->letter, row->name, row->argument ? " " : "", row->argument ? row->argument : "");
  else
    snprintf(head, sizeof head, "  --%s%s%s", row->name, row->argument ? " " : "", row->argument ? row->argument : "");
  prose_paragraph(h->out, head, 26, row->help, h->width);
}

static void options_help(struct help *h, const struct command *command) {
  static const struct {
    unsigned groups;
    const char *title;
  } parts[] = {{(unsigned)~(TAKES_FILES | TAKES_ALWAYS), "Options"},
               {TAKES_READING, "How files are read"},
               {TAKES_NETWORK, "What the network is made of"},
               {TAKES_LIMITS, "Limits"},
               {TAKES_ALWAYS, "Always"}};
  for (size_t p = 0; p < sizeof parts / sizeof parts[0]; p++) {
    bool begun = false;
    for (size_t i = 0; option_at(i); i++) {
      const struct option_row *row = option_at(i);
      if (!(row->groups & parts[p].groups & (command->takes | TAKES_ALWAYS))) continue;
      if (!begun) output_texts(h->out, "\n", parts[p].title, "\n", NULL);
      begun = true;
      option_help(h, row);
    }
  }
}

/* Lines of "COMMAND\tWHAT IT DOES\n". */
static void examples_help(struct help *h, const char *examples) {
  nonet_out_text(h->out, "\nExamples\n");
  for (const char *line = examples; *line;) {
    size_t size = strcspn(line, "\n"), command = strcspn(line, "\t");
    char what[160];
    snprintf(what, sizeof what, "%.*s", (int)(size - command - 1), line + command + 1);
    nonet_out_text(h->out, "  ");
    nonet_out_write(h->out, line, command);
    nonet_out_text(h->out, "\n");
    prose_paragraph(h->out, NULL, 6, what, h->width);
    line += size + (line[size] == '\n');
  }
}

static void command_help_page(struct help *h, const struct command *command) {
  char usage[256], title[256];
  snprintf(title, sizeof title, "nonet %s: %s", command->name, command->summary);
  heading(h, title);
  snprintf(usage, sizeof usage, "%s %s", command->name, command->usage);
  nonet_out_text(h->out, "\n");
  prose_paragraph(h->out, "  nonet", 8, usage, h->width);
  if (command->details) {
    nonet_out_text(h->out, "\n");
    prose_paragraph(h->out, NULL, 0, command->details, h->width);
  }
  if (command->takes & TAKES_READING) {
    nonet_out_text(h->out, "\n");
    prose_paragraph(
        h->out, NULL, 0,
        "A FILE is a file, a folder of tables, LAYER=FILE (all in it is of that layer), or - for standard input. Several make one "
        "network. The format is told by suffix, then by content.",
        h->width);
  }
  options_help(h, command);
  if (command->examples) examples_help(h, command->examples);
}

static void overview(struct help *h) {
  heading(h, "nonet: read partners and strategies, see them as a network of networks, measure it, draw it.");
  nonet_out_text(h->out, "\n  nonet COMMAND FILE... [options]\n\nCommands\n");
  for (size_t i = 0; command_at(i); i++)
    labelled(h, command_at(i)->name, command_at(i)->summary);
  nonet_out_text(h->out, "\n");
  prose_paragraph(
      h->out, NULL, 0,
      "A first look: nonet info FILE... The main job: nonet report FILE... -o DIR. An empty spreadsheet to fill in: nonet template -o "
      "DIR. More on a command, measure, view or format: nonet help NAME.",
      h->width);
  nonet_out_text(h->out, "\nStatus\n");
  prose_paragraph(
      h->out, NULL, INDENT,
      "0 done, 1 no answer (no path, no match), 2 wrong use or unknown name, 3 bad input, 4 cannot read or write, 5 a limit, memory or "
      "time-out, 70 a fault of nonet itself, 128 and more: ended by a signal.",
      h->width);
}

/* ---- measures ---- */

static void range_words(char *room, size_t size, const nonet_measure_info *m) {
  char low[32], high[32];
  snprintf(low, sizeof low, "%.6g", m->low);
  snprintf(high, sizeof high, "%.6g", m->high);
  if (isinf(m->low) && isinf(m->high))
    snprintf(room, size, "any number");
  else if (isinf(m->high))
    snprintf(room, size, "%s and above", low);
  else if (isinf(m->low))
    snprintf(room, size, "%s and below", high);
  else
    snprintf(room, size, "%s to %s", low, high);
}

static void measure_help(struct help *h, const nonet_measure_info *m) {
  char title[192], range[80], example[192];
  snprintf(title, sizeof title, "%s: %s, a measure of scope '%s'", m->name, m->title, list_scope(m->scope));
  range_words(range, sizeof range, m);
  const char *behind = nonet_measure_example(m), *quote = behind && strpbrk(behind, "; ") ? "'" : "";
  snprintf(example, sizeof example, "nonet measure FILE... --measures %s%s%s%s%s", quote, m->name, behind ? ":" : "", behind ? behind : "",
           quote);
  heading(h, title);
  nonet_out_text(h->out, "\n");
  prose_paragraph(h->out, NULL, INDENT, m->summary, h->width);
  nonet_out_text(h->out, "\n");
  labelled(h, "formula", m->formula);
  labelled(h, "convention", m->convention);
  labelled(h, "parameter", m->parameter);
  labelled(h, "weights", m->takes_weights ? "used with --weighted" : "not used");
  labelled(h, "undefined", m->undefined);
  labelled(h, "normalised", m->normalised ? m->normalised : "--normalised has no effect");
  labelled(h, "range", range);
  labelled(h, "cost", m->cost);
  labelled(h, "source", m->source);
  /* A command is for copying: one that is too long for the column of texts gets a line of its own. */
  if (LABEL + strlen(example) > h->width)
    prose_paragraph(h->out, "  example", INDENT + 2, example, h->width);
  else
    labelled(h, "example", example);
}

/* ---- the other registries ---- */

static void format_help(struct help *h, const nonet_format *f) {
  char title[160];
  snprintf(title, sizeof title, "%s: %s, a format", f->name, f->title);
  heading(h, title);
  nonet_out_text(h->out, "\n");
  labelled(h, "suffixes", f->suffixes);
  labelled(h, "reads", f->reads ? "yes" : "no");
  labelled(h, "writes", f->writes ? "yes" : "no");
  labelled(h, "note", f->note);
  if (f->reads) labelled(h, "example", "nonet info FILE... to see how a file was understood");
}

static void renderer_help(struct help *h, const nonet_renderer *r) {
  char title[160], example[96];
  snprintf(title, sizeof title, "%s: %s, drawn by nonet draw", r->name, r->title);
  snprintf(example, sizeof example, "nonet draw FILE... -o map%s", r->suffix);
  heading(h, title);
  nonet_out_text(h->out, "\n");
  labelled(h, "example", example);
}

static void plain_help(struct help *h, const char *what, const char *name, const char *summary, const char *option) {
  char title[160], example[160];
  snprintf(title, sizeof title, "%s: %s", name, what);
  snprintf(example, sizeof example, "nonet draw FILE... %s %.*s", option, (int)strcspn(name, "["), name);
  heading(h, title);
  nonet_out_text(h->out, "\n");
  prose_paragraph(h->out, NULL, INDENT, summary, h->width);
  nonet_out_text(h->out, "\n");
  labelled(h, "example", example);
}

/* A view is asked for by its first word: "project" for project:KIND... */
static bool is_view(const char *form, const char *name) {
  size_t word = strcspn(form, ":[");
  return strlen(name) == word && memcmp(form, name, word) == 0;
}

static void explain(struct help *h) {
  const struct command *command = command_find(h->name);
  if (command) command_help_page(h, command);
  size_t word = strcspn(h->name, ":");
  for (size_t i = 0; nonet_measure_at(i); i++) {
    const char *name = nonet_measure_at(i)->name;
    if (strcmp(name, h->name) == 0 || (strcspn(name, ":") == word && memcmp(name, h->name, word) == 0))
      measure_help(h, nonet_measure_at(i));
  }
  for (size_t i = 0; nonet_view_at(i); i++)
    if (is_view(nonet_view_at(i)->form, h->name)) plain_help(h, "a view", nonet_view_at(i)->form, nonet_view_at(i)->summary, "--view");
  for (size_t i = 0; nonet_format_at(i); i++)
    if (strcmp(nonet_format_at(i)->name, h->name) == 0) format_help(h, nonet_format_at(i));
  for (size_t i = 0; nonet_renderer_at(i); i++)
    if (strcmp(nonet_renderer_at(i)->name, h->name) == 0) renderer_help(h, nonet_renderer_at(i));
  for (size_t i = 0; nonet_layout_at(i); i++)
    if (strcmp(nonet_layout_at(i)->name, h->name) == 0) plain_help(h, "a layout", h->name, nonet_layout_at(i)->summary, "--layout");
}

static nonet_code unknown(const char *name, nonet_err *err) {
  char room[NEAR_ROOM];
  struct near near;
  near_start(&near, name);
  for (size_t i = 0; command_at(i); i++)
    near_offer(&near, command_at(i)->name);
  for (size_t i = 0; nonet_measure_at(i); i++)
    near_offer(&near, nonet_measure_at(i)->name);
  for (size_t i = 0; nonet_format_at(i); i++)
    near_offer(&near, nonet_format_at(i)->name);
  for (size_t i = 0; nonet_layout_at(i); i++)
    near_offer(&near, nonet_layout_at(i)->name);
  return fail(err, NONET_EUSAGE, "no command, measure, view or format is called '%s'%s", name, near_words(&near, room));
}

/* Lines of text read badly beyond a hundred columns, however wide a terminal is. */
static unsigned reading_width(void) {
  unsigned width = output_width(80);
  return width > 100 ? 100 : width < 40 ? 40 : width;
}

nonet_code help_on_command(struct job *job, const struct command *command, nonet_err *err) {
  struct help h = {.width = reading_width()};
  nonet_code code = output_open(&h.out, &(struct job){.command = job->command}, err);
  if (code != NONET_OK) return code;
  command_help_page(&h, command);
  return output_close(h.out, job, code, err);
}

static nonet_code run(struct job *job, nonet_err *err) {
  const struct options *o = &job->options;
  struct help h = {.width = reading_width(), .name = o->word_count > 0 ? o->words[0] : NULL};
  if (o->word_count > 1) return fail(err, NONET_EUSAGE, "one name at a time: nonet help %s", job->command->usage);
  nonet_code code = output_open(&h.out, job, err);
  if (code != NONET_OK) return code;
  if (h.name)
    explain(&h);
  else
    overview(&h);
  if (h.name && h.found == 0) code = unknown(h.name, err);
  return output_close(h.out, job, code, err);
}

const struct command command_help = {
    .name = "help",
    .usage = "[NAME]",
    .summary = "explain nonet, or a command, measure, view, format, renderer or layout",
    .examples = "nonet help measure\ta command\n"
                "nonet help betweenness\ta measure, with formula, convention and source\n"
                "nonet help project\ta view\n",
    .run = run,
};
