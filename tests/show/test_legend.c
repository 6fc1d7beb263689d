/* The legend speaks of what the picture shows, with values that are in the data. */
#include "show/legend.h"
#include "sketches.h"

static size_t texts_with(const struct scene *s, const char *part) {
  size_t count = 0;
  for (size_t i = 0; i < s->mark_count; i++)
    count += strstr(s->texts.bytes + s->marks[i].text, part) != NULL;
  return count;
}

/* The legend of a network, in a scene of its own; gives the height. */
static double legend_of(struct scene *s, const nonet *n, double width) {
  struct style style;
  nonet_err err;
  assert_ok(style_make(&style, n, &(nonet_draw_options){0}, NULL, &err), err);
  assert_true(scene_start(s, n));
  const struct legend legend = {.style = &style, .least_mark = 9, .greatest_mark = 30, .ties = true, .widths = true};
  double height = legend_draw(s, &legend, 0, 0, width, 8.5);
  assert_false(s->failed);
  style_free(&style);
  return height;
}

static void three_real_sizes_and_strengths_and_every_kind_are_named(void **state) {
  (void)state;
  nonet *n = net_of("p=partner q=partner x=strategy y=strategy p-x:1 q-x:5 q-y:9 p-y:9");
  struct scene s;
  legend_of(&s, n, 800);
  assert_int_equal(texts_with(&s, "partner (2)"), 1);
  assert_int_equal(texts_with(&s, "strategy (2)"), 1);
  assert_int_equal(texts_with(&s, "strength 1"), 1);
  assert_int_equal(texts_with(&s, "strength 5"), 1);
  assert_int_equal(texts_with(&s, "strength 9"), 1);
  assert_int_equal(texts_with(&s, "Area: degree"), 1);
  assert_int_equal(texts_with(&s, "from one to the other"), 0); /* nothing is directed */
  scene_free(&s);
  nonet_free(n);
}

static void directions_are_explained_only_where_there_are(void **state) {
  (void)state;
  nonet *n = net_of("a>b");
  struct scene s;
  legend_of(&s, n, 800);
  assert_int_equal(texts_with(&s, "from one to the other"), 1);
  scene_free(&s);
  nonet_free(n);
}

static void what_does_not_fit_beside_goes_below_and_nothing_overlaps(void **state) {
  (void)state;
  nonet *n = chance_net(40, 80, 5, 11);
  struct scene wide, narrow;
  double low = legend_of(&wide, n, 2000), high = legend_of(&narrow, n, 220);
  assert_true(high > low);
  for (size_t i = 0; i < narrow.mark_count; i++) {
    assert_true(narrow.marks[i].y <= 0 && narrow.marks[i].y >= -high - 1);
    for (size_t k = 0; k < i; k++) {
      const struct scene_mark *a = &narrow.marks[i], *b = &narrow.marks[k];
      if (narrow.texts.bytes[a->text] && narrow.texts.bytes[b->text] && frames_meet(mark_frame(a), mark_frame(b)))
        fail_msg("'%s' lies on '%s'", narrow.texts.bytes + a->text, narrow.texts.bytes + b->text);
    }
  }
  scene_free(&wide);
  scene_free(&narrow);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(three_real_sizes_and_strengths_and_every_kind_are_named),
                                     cmocka_unit_test(directions_are_explained_only_where_there_are),
                                     cmocka_unit_test(what_does_not_fit_beside_goes_below_and_nothing_overlaps)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
