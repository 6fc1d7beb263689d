/* Pictures of change.
 *
 * How: what is in both states is light grey, so that it can be followed but does not speak; what came is dark, wide and solid, what went is
 * dashed and hollow. Stronger ties are double lines, weaker ones dotted. Colour repeats what lines say already: green for what came,
 * orange for what went, blue for what became stronger or weaker, brown for who stays but cut off, which people with any colour vision tell
 * apart.
 * Where marks say this, kinds of ties are not told by dashes nor layers by colour: one picture answers one question. */
#include "show/fate.h"

#include <string.h>

static const struct fate_look looks[FATES_SHOWN] = {
    {"stayed", "kept", "kept", NULL, "#a6a6a6", "#f0f0f0", DASH_SOLID, 0, 0.9, false},
    {"came", "new", "new", "new", "#00693c", "#9fdcbd", DASH_SOLID, 1.3, 2.4, false},
    {"went", "lost", "lost", "lost", "#c4561b", "#ffffff", DASH_DASHED, 0.7, 1.8, true},
    {"stronger", "stronger", NULL, NULL, "#2f6aa8", NULL, DASH_DOUBLE, 1.0, 0, false},
    {FATE_ROLE_PARTED, NULL, "cut off", NULL, "#7a4b00", "#f5d9a8", DASH_SOLID, 0, 2.6, false},
    {"weaker", "weaker", NULL, NULL, "#2f6aa8", NULL, DASH_DOTTED, 0.7, 0, false},
};

const struct fate_look *fate_look_at(size_t i) {
  return i < FATES_SHOWN ? &looks[i] : NULL;
}

const struct fate_look *fate_look(const char *role) {
  for (size_t i = 0; role && i < FATES_SHOWN; i++)
    if (strcmp(looks[i].role, role) == 0) return &looks[i];
  return NULL;
}

bool fate_is_told(const nonet_answer *answer) {
  uint32_t node, tie;
  const char *role;
  bool any = false;
  for (size_t i = 0; answer && nonet_answer_highlight(answer, i, &node, &tie, &role); i++) {
    if (!fate_look(role)) return false;
    any = true;
  }
  return any;
}
