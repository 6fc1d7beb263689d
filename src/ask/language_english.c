/* The question language in English. */
#include "ask/language.h"

#include <string.h>

static const struct language_form forms[] = {
    {FORM_CONNECTS,
     "who connects A to B",
     "who stands between two, by which ties, and whose loss would part them; A and B are nodes, layers or kinds",
     "who connects GFA Consulting to Crime and Disorder",
     {"who connects A to/with B", "who connects A and B", "what connects A to/with B", "what connects A and B"}},
    {FORM_HOW,
     "how is A connected to B",
     "the strongest and the shortest ways, the independent routes, the smallest set whose loss cuts them, the evidence of each tie",
     "how is GFA Consulting connected to Quality Protects avoiding Three reviews",
     {"how is/are A connected to/with B", "how is/are A and B connected", "how is/are A related/linked to B"}},
    {FORM_WHETHER,
     "is A connected to B",
     "yes or no, and how far",
     "is District Audit connected to Family Support within 2 steps",
     {"is/are A connected/linked/related to B", "is/are A and B connected"}},
    {FORM_INTRODUCE,
     "who could introduce A to B",
     "whom A knows and who knows B, or who is the first step on the way",
     "who could introduce GFA Consulting to District Audit",
     {"who could/can/might introduce A to B"}},
    {FORM_WORKS_WITH,
     "who works with A",
     "those tied to A, and those who work on the same strategies",
     "who works with Core Skills Partnership",
     {"who works with A", "who does A work with", "with whom does A work"}},
    {FORM_WORKS_ON,
     "what does A work on",
     "the strategies, projects or events that A is tied to",
     "what does Lifelong Learning Partnership work on",
     {"what do/does A work on", "what is/are A working on"}},
    {FORM_WORKERS,
     "who works on S",
     "those tied to a strategy, or all who are in a layer",
     "who works on Crime and Disorder",
     {"who works on S", "who is/are working on S"}},
    {FORM_SHARE,
     "what do A and B share",
     "contacts, strategies and layers that they have in common, and the ties between them; A and B and C ... may be asked about too",
     "what do District Audit and GFA Consulting share",
     {"what do A+ share", "what do A+ have in common", "what does A share with B"}},
    {FORM_MEMBERS,
     "who is in L",
     "the members of a layer, or the nodes of a kind; who is in L and M: those in both",
     "who is in education and wider city",
     {"who is/are in L+", "what is/are in L+", "who is/are in both L and M"}},
    {FORM_ONLY,
     "who is only in L",
     "the members of a layer who are in no other",
     "who is only in education",
     {"who is/are only in L", "who is/are in L only"}},
    {FORM_BRIDGES,
     "who bridges L and M",
     "those in both layers, then the ties between their members, then those tied to both",
     "who bridges education and wider city",
     {"who bridges L and M", "who bridges L to M", "who links L and/to M"}},
    {FORM_HOLDS,
     "what holds L and M together",
     "the smallest set of nodes without which no tie would lead from one layer to the other",
     "what holds education and layer:review together",
     {"what/who holds L and M together"}},
    {FORM_WHY,
     "why is A important",
     "what rests on A: contacts, layers, strategies, who would lose contact; and what follows from how the data were collected",
     "why is Core Skills Partnership important",
     {"why is/are A important", "why does A matter"}},
    {FORM_CENTRAL,
     "who is most central",
     "in L: in one layer or kind; by MEASURE: of nodes, betweenness unless said",
     "who is most central in education by degree",
     {"who is/are [the] most central [in L] [by MEASURE]", "who is/are [the] most central [by MEASURE] in L"}},
    {FORM_KEY_PLAYERS,
     "who are the key players",
     "the set (of 3, or of K: who are the K key players) without which the others would lose contact most, and the one nearest to all",
     "who are the 2 key players",
     {"who is/are the [SIZE] key players/player"}},
    {FORM_LEFT,
     "what if A left",
     "what would break; A and B ...: if several left together",
     "what if Core Skills Partnership left",
     {"what if A+ left", "what if A+ leave/leaves", "what happens/breaks if A+ leave/leaves"}},
    {FORM_JOINED,
     "what if A joined S",
     "what a tie from A to S, or being in the layer S, would change",
     "what if District Audit joined Family Support",
     {"what if A joined S", "what if A joins/join S"}},
    {FORM_GAPS,
     "where are the gaps",
     "the missing ties and memberships that would gain most",
     "where are the gaps",
     {"where are the gaps", "what are the gaps"}},
    {FORM_GAPS_BETWEEN,
     "where are the gaps between L and M",
     "the missing ties that would bring two layers or kinds closer",
     "where are the gaps between education and wider city",
     {"where/what are the gaps between L and M"}},
    {FORM_GAPS_FOR,
     "where are the gaps for A",
     "the missing ties of one node that would gain most",
     "where are the gaps for District Audit",
     {"where/what are the gaps for/of A"}},
    {FORM_CHANGED,
     "what changed since DATE",
     "the ties before a date beside those at it; without a date: the first date in the data beside the last",
     "what changed since 2000-08",
     {"what changed [since SINCE]", "what has/have changed [since SINCE]", "what is new [since SINCE]"}},
};

static const struct language_clause clauses[] = {
    {"avoiding C",
     "nobody called C stands between, no tie of layer C is used; C and D ...: neither of them",
     {"avoiding/without AVOIDED+"}},
    {"via L", "only ties of the layer L", {"via VIA"}},
    {"within K", "at most K steps", {"within WITHIN [steps/step]"}},
    {"through KIND", "only nodes of that kind stand between", {"through KIND"}},
    {"since DATE", "only ties that hold at DATE or later", {"since SINCE"}},
    {"before DATE", "only ties that held before DATE", {"before BEFORE"}},
    {"by kind T", "only ties of the kind T", {"by kind TIES", "by ties of kind TIES"}},
};

static const char *const joins[] = {"and", NULL};

static const char *const slots[SLOTS] = {
    [SLOT_A] = "A",
    [SLOT_B] = "B",
    [SLOT_L] = "L",
    [SLOT_M] = "M",
    [SLOT_S] = "S",
    [SLOT_SIZE] = "SIZE",
    [SLOT_VIA] = "VIA",
    [SLOT_WITHIN] = "WITHIN",
    [SLOT_KIND] = "KIND",
    [SLOT_MEASURE] = "MEASURE",
    [SLOT_AVOIDED] = "AVOIDED",
    [SLOT_SINCE] = "SINCE",
    [SLOT_BEFORE] = "BEFORE",
    [SLOT_TIES] = "TIES",
};

/* "strategies" -> "strategy", "bodies"; "agencies" -> "agency"; "partners" -> "partner"; "churches" -> "church". */
static bool singular(struct buffer *out, const char *folded, size_t i) {
  static const struct { const char *end, *instead; } rules[] = {{"ies", "y"}, {"es", ""}, {"s", ""}};
  size_t length = strlen(folded);
  if (i >= sizeof rules / sizeof *rules) return false;
  size_t end = strlen(rules[i].end);
  if (length <= end || strcmp(folded + length - end, rules[i].end) != 0) return true;
  buffer_add(out, folded, length - end);
  buffer_text(out, rules[i].instead);
  return true;
}

/* "strategy" -> "strategies", "body" -> "bodies", "church" -> "churches"; a word of several keeps the others: "local agencies". */
static void plural(struct buffer *out, const char *word) {
  size_t length = strlen(word);
  char last = length > 0 ? word[length - 1] : 'x', before = length > 1 ? word[length - 2] : 'x';
  bool ies = last == 'y' && !strchr("aeiou", before);
  bool es = strchr("sxz", last) || (last == 'h' && (before == 'c' || before == 's'));
  buffer_add(out, word, ies ? length - 1 : length);
  buffer_text(out, ies ? "ies" : es ? "es" : "s");
}

const struct language language_english = {
    .name = "english",
    .form = forms,
    .forms = sizeof forms / sizeof *forms,
    .clause = clauses,
    .clauses = sizeof clauses / sizeof *clauses,
    .joins = joins,
    .slots = slots,
    .singular = singular,
    .plural = plural,
};
