/* Pictures of change: what came, went and stayed is told apart without colour, and what is not there is not drawn. */
#include "net/answer.h"
#include "show/fate.h"
#include "sketches.h"

/* Marks from a line of roles, nodes first, then ties; "-" is none. */
static nonet_answer *marks(const nonet *n, const char *const *roles) {
  nonet_answer *a;
  nonet_err err;
  assert_ok(answer_new(&a, &err), err);
  for (uint32_t v = 0; v < nonet_nodes(n); v++, roles++)
    if (**roles != '-') assert_ok(answer_mark_node(a, v, *roles, &err), err);
  for (uint32_t t = 0; t < nonet_ties(n); t++, roles++)
    if (**roles != '-') assert_ok(answer_mark_tie(a, t, *roles, &err), err);
  return a;
}

static void draw(struct sketch *k, struct style *style, const nonet *n, const nonet_answer *a) {
  nonet_draw_options options = {.highlight = a};
  nonet_err err;
  assert_ok(style_make(style, n, &options, NULL, &err), err);
  assert_ok(sketch_start(k, n, &options, &err), err);
  assert_ok(map_draw(k, style, NULL, NONET_DRAW_PATH, NULL, &err), err);
}

static const struct scene_line *line_of(const struct scene *s, uint32_t tie) {
  for (size_t i = 0; i < s->line_count; i++)
    if (s->lines[i].tie == tie) return &s->lines[i];
  return NULL;
}

static const struct scene_mark *mark_of(const struct scene *s, const char *class, uint32_t node) {
  for (size_t i = 0; i < s->mark_count; i++)
    if (is_class(&s->marks[i], class) && s->marks[i].node == node) return &s->marks[i];
  return NULL;
}

static bool says(const struct scene *s, const char *text) {
  for (size_t i = 0; i < s->mark_count; i++)
    if (strstr(scene_text_at(s, s->marks[i].text), text)) return true;
  return false;
}

static void what_came_and_went_is_told_apart_without_colour(void **state) {
  (void)state;
  static const char *const roles[] = {"stayed", "stayed", "came", "went", "stayed", "came", "went", "stronger", "weaker"};
  nonet *n = net_of("a b c d a-b a-c a-d b-c b-d");
  nonet_answer *a = marks(n, roles);
  struct sketch k = {0};
  struct style style;
  draw(&k, &style, n, a);
  assert_true(style.fates);
  static const enum scene_dash dashes[] = {DASH_SOLID, DASH_SOLID, DASH_DASHED, DASH_DOUBLE, DASH_DOTTED};
  for (uint32_t t = 0; t < 5; t++)
    assert_int_equal(line_of(&k.scene, t)->dash, dashes[t]);
  assert_true(line_of(&k.scene, 1)->width > line_of(&k.scene, 0)->width + 1); /* new and kept ties are both solid */
  assert_false(mark_of(&k.scene, "node", 0)->dashed);
  assert_true(mark_of(&k.scene, "node", 3)->dashed);
  assert_true(mark_of(&k.scene, "node", 2)->pen_width > 2 * mark_of(&k.scene, "node", 0)->pen_width);
  assert_true(says(&k.scene, "tie new") && says(&k.scene, "tie lost") && says(&k.scene, "tie kept") && says(&k.scene, "tie stronger"));
  assert_true(says(&k.scene, "node lost") && says(&k.scene, "(new)") && says(&k.scene, "(lost)") && !says(&k.scene, "stayed"));
  sketch_free(&k);
  style_free(&style);
  nonet_answer_free(a);
  nonet_free(n);
}

static void what_is_in_no_state_is_not_drawn(void **state) {
  (void)state;
  static const char *const roles[] = {"stayed", "stayed", "-", "stayed", "-"};
  nonet *n = net_of("a b c a-b b-c");
  nonet_answer *a = marks(n, roles);
  struct sketch k = {0};
  struct style style;
  draw(&k, &style, n, a);
  assert_non_null(mark_of(&k.scene, "label", 0));
  assert_null(mark_of(&k.scene, "node", 2));
  assert_null(mark_of(&k.scene, "label", 2));
  assert_non_null(line_of(&k.scene, 0));
  assert_null(line_of(&k.scene, 1));
  sketch_free(&k);
  style_free(&style);
  nonet_answer_free(a);
  nonet_free(n);
}

static void other_answers_keep_their_look(void **state) {
  (void)state;
  static const char *const roles[] = {"leaves", "-", "lost"}, *const none[] = {"-", "-", "-"};
  nonet *n = net_of("a b a-b");
  nonet_answer *a = marks(n, roles), *b = marks(n, none);
  assert_false(fate_is_told(a));
  assert_false(fate_is_told(b));
  assert_false(fate_is_told(NULL));
  assert_null(fate_look("lost"));
  assert_null(fate_look(NULL));
  assert_null(fate_look_at(FATES_SHOWN));
  nonet_answer_free(a);
  nonet_answer_free(b);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(what_came_and_went_is_told_apart_without_colour),
      cmocka_unit_test(what_is_in_no_state_is_not_drawn),
      cmocka_unit_test(other_answers_keep_their_look),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
