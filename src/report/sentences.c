/* The five sentences that open the report: what it is, whether it hangs together, what carries most, who connects, what would break.
 * Each says what a number means before the number, and shows equal ranks as equal. */
#include "base/memory.h"
#include "base/number.h"
#include "report/facts.h"
#include "report/report.h"

#include <inttypes.h>
#include <math.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static nonet_code say(struct facts *f, struct buffer *text, nonet_err *err) {
  char **grown = realloc(f->sentences, (f->sentence_count + 1) * sizeof *grown);
  if (grown) f->sentences = grown;
  char *copy = grown && !text->failed ? memory_text(buffer_string(text)) : NULL;
  buffer_clear(text);
  if (!copy) return error_memory(err);
  f->sentences[f->sentence_count++] = copy;
  return NONET_OK;
}

static const char *label(const nonet *n, uint32_t v) {
  nonet_node node;
  nonet_node_get(&node, n, v);
  return node.label;
}

/* "A, B and C", at most `most` names and "n more". */
static void names(struct buffer *out, const nonet *n, const uint32_t *at, size_t count, size_t most) {
  size_t shown = count <= most + 1 ? count : most;
  for (size_t i = 0; i < shown; i++)
    buffer_print(out, "%s%s", i == 0 ? "" : i + 1 == count ? " and " : ", ", label(n, at[i]));
  if (shown < count) buffer_print(out, " and %zu more", count - shown);
}

static double fact(const struct facts *f, const char *name) {
  for (size_t i = 0; i < f->count; i++)
    if (strcmp(f->at[i].name, name) == 0) return f->at[i].number;
  return NAN;
}

static const char *noun(const struct group *g, size_t count) {
  return count == 1 ? g->singular : g->plural;
}

static void what_it_is(struct report *r, struct buffer *text) {
  const struct facts *f = &r->facts;
  uint32_t layers = nonet_layers(r->net), ties = nonet_ties(r->net);
  buffer_print(text, "The network holds %zu %s", f->partners.count, noun(&f->partners, f->partners.count));
  if (f->strategies.count) buffer_print(text, " and %zu %s", f->strategies.count, noun(&f->strategies, f->strategies.count));
  buffer_print(text, ", joined by %" PRIu32 " %s", ties, ties == 1 ? "tie" : "ties");
  if (layers) buffer_print(text, " in %" PRIu32 " %s", layers, layers == 1 ? "layer" : "layers");
  buffer_text(text, ".");
}

/* Where one layer alone ties all pairs, it and not the others makes the measures of the whole. */
static void name_complete_layer(struct report *r, struct buffer *text) {
  const nonet *n = r->net;
  double pairs = nonet_nodes(n) * (nonet_nodes(n) - 1.0) / 2;
  for (uint32_t l = 0; nonet_layers(n) > 1 && l < nonet_layers(n); l++) {
    char view[300];
    nonet *layer = NULL;
    nonet_sheet *s = NULL;
    nonet_err unsaid;
    snprintf(view, sizeof view, "layer:%s", nonet_layer_name(n, l));
    bool tied = nonet_view(&layer, n, view, r->run.asked, &unsaid) == NONET_OK && nonet_nodes(layer) == nonet_nodes(n) &&
                nonet_ties(layer) >= pairs && nonet_measure(&s, layer, "diameter", NULL, r->run.asked, &unsaid) == NONET_OK &&
                nonet_sheet_number(s, 0, 1) == 1;
    nonet_sheet_free(s);
    nonet_free(layer);
    if (!tied) continue;
    buffer_print(text,
                 ", by the layer %s alone: measures of the whole say what that layer says. Look at the others one by one, with "
                 "--view layer:NAME or without:%s.",
                 nonet_layer_name(n, l), nonet_layer_name(n, l));
    return;
  }
  buffer_text(text, ".");
}

static void whether_it_hangs_together(struct report *r, struct buffer *text) {
  double components = fact(&r->facts, "components"), giant = fact(&r->facts, "giant"), nodes = fact(&r->facts, "nodes");
  if (components <= 1 && nodes > 2 && fact(&r->facts, "diameter") == 1) {
    buffer_text(text, "Everyone is tied to everyone else directly");
    name_complete_layer(r, text);
    return;
  }
  if (components <= 1) {
    buffer_text(text, "Everyone can reach everyone else through the ties that are recorded");
    double mean = fact(&r->facts, "mean-distance"), longest = fact(&r->facts, "diameter");
    if (!isnan(mean) && nodes > 1) {
      char digits[NUMBER_ROOM];
      number_print_short(digits, mean, 2);
      buffer_print(text, ", in %s steps on average and %.0f at most", digits, longest);
    }
    buffer_text(text, ".");
    return;
  }
  buffer_print(text, "It falls into %.0f parts that no tie connects; the largest holds %.0f of the %.0f.", components, giant, nodes);
}

static void what_carries_most(struct report *r, struct buffer *text) {
  const struct facts *f = &r->facts;
  const struct group *s = &f->strategies;
  uint32_t most = 0, single = 0, *top = memory_array(s->count, sizeof *top);
  size_t tops = 0;
  if (!top) {
    text->failed = true;
    return;
  }
  for (size_t i = 0; i < s->count; i++) {
    uint32_t partners = f->carried[s->at[i]];
    if (partners > most) most = partners, tops = 0;
    if (partners == most) top[tops++] = s->at[i];
    single += partners == 1;
  }
  if (most == 0) {
    buffer_print(text, "No tie joins a %s to a %s.", r->facts.partners.singular, s->singular);
  } else {
    names(text, r->net, top, tops, 3);
    buffer_print(text, " %s most: %s%" PRIu32 " %s", tops == 1 ? "brings together the" : "bring together the", tops == 1 ? "" : "each ",
                 most, noun(&f->partners, most));
    if (single == 0)
      buffer_print(text, "; no %s rests on one %s alone.", s->singular, f->partners.singular);
    else
      buffer_print(text, "; %" PRIu32 " of the %zu %s rest%s on one %s alone.", single, s->count, s->plural, single == 1 ? "s" : "",
                   f->partners.singular);
  }
  free(top);
}

static void layers_instead(struct report *r, struct buffer *text) {
  const nonet *n = r->net;
  uint32_t in_many = 0;
  nonet_node node;
  for (uint32_t v = 0; v < nonet_nodes(n); v++) {
    nonet_node_get(&node, n, v);
    in_many += node.layer_count > 1;
  }
  if (nonet_layers(n) < 2) {
    char digits[NUMBER_ROOM];
    number_print_short(digits, fact(&r->facts, "mean-neighbours"), 2);
    buffer_print(text, "On average each is tied to %s others.", digits);
  } else if (in_many == 0)
    buffer_print(text, "Nobody is in more than one of the %" PRIu32 " layers: as recorded they are separate networks.", nonet_layers(n));
  else
    buffer_print(text, "%" PRIu32 " of the %" PRIu32 " are in more than one layer, and so tie the layers together.", in_many,
                 nonet_nodes(n));
}

static void who_connects(struct report *r, struct buffer *text) {
  const struct facts *f = &r->facts;
  uint32_t n = nonet_nodes(r->net);
  size_t tied = 0;
  while (tied < n && f->betweenness[f->rank[tied]] > 0 && f->betweenness[f->rank[tied]] == f->betweenness[f->rank[0]])
    tied++;
  if (tied == 0) {
    buffer_text(text, "Nobody lies between others: no shortest route passes through a third.");
    return;
  }
  names(text, r->net, f->rank, tied, 3);
  buffer_print(text, " %s most relied upon to connect others: the most shortest routes between others pass there.",
               tied == 1 ? "is" : "are equally the");
}

static void what_would_break(struct report *r, struct buffer *text) {
  const struct facts *f = &r->facts;
  if (f->loss_count == 0) {
    buffer_text(text, "No single departure would cut anybody off from the rest.");
    return;
  }
  const struct loss *worst = &f->losses[0];
  buffer_print(text, "If %s left, ", label(r->net, worst->node));
  names(text, r->net, worst->lost, worst->count, 4);
  buffer_print(text, " would lose contact with the rest; %zu %s of this kind in all.", f->loss_count,
               f->loss_count == 1 ? "departure is" : "departures are");
}

nonet_code facts_sentences(struct report *r, nonet_err *err) {
  void (*const parts[])(struct report *, struct buffer *) = {what_it_is, whether_it_hangs_together,
                                                             r->facts.strategies.count ? what_carries_most : layers_instead, who_connects,
                                                             what_would_break};
  struct buffer text = {0};
  nonet_code code = NONET_OK;
  if (nonet_nodes(r->net) == 0) {
    buffer_text(&text, "The network is empty: no row of the input says anything.");
    code = say(&r->facts, &text, err);
  } else {
    for (size_t i = 0; !code && i < sizeof parts / sizeof *parts; i++) {
      parts[i](r, &text);
      code = say(&r->facts, &text, err);
    }
  }
  buffer_free(&text);
  return code;
}
