/* Layers side by side: each shows its own nodes and ties, and every node has one place. */
#include "show/picture.h"
#include "sketches.h"

#include <stdio.h>

static nonet *two_layers(void) {
  return net_of("a-b@work b-c@work c-d@play a-d@play b-d");
}

static char *drawn(const nonet *n, size_t *notes) {
  nonet_draw_options options = {.panels = "layers", .program = NONET_DRAW_PATH};
  nonet_picture *p = NULL;
  nonet_err err;
  assert_ok(nonet_draw(&p, n, &options, NULL, &err), err);
  for (*notes = 0; nonet_picture_note(p, *notes); ++*notes)
    ;
  char *dot = strdup(buffer_string(&p->dot));
  nonet_picture_free(p);
  return dot;
}

static size_t count_of(const char *text, const char *word) {
  size_t count = 0;
  for (; (text = strstr(text, word)); text++)
    count++;
  return count;
}

/* Lines of DOT that draw a tie of this layer. */
static size_t ties_of(const char *dot, const char *layer) {
  char line[1024], wanted[64];
  size_t count = 0;
  snprintf(wanted, sizeof wanted, "layer=\"%s\"", layer);
  for (const char *end; (end = strchr(dot, '\n')); dot = end + 1) {
    snprintf(line, sizeof line, "%.*s", (int)(end - dot), dot);
    count += strstr(line, " -- ") && strstr(line, wanted);
  }
  return count;
}

static void a_tie_is_in_the_panel_of_its_layer_alone(void **state) {
  (void)state;
  nonet *n = two_layers();
  size_t notes;
  char *dot = drawn(n, &notes);
  assert_non_null(strstr(dot, "work: 3 nodes, 2 ties"));
  assert_non_null(strstr(dot, "play: 3 nodes, 2 ties"));
  assert_int_equal(ties_of(dot, "work"), 2);
  assert_int_equal(ties_of(dot, "play"), 2);
  assert_int_equal(notes, 1); /* of the tie that is in none */
  free(dot);
  nonet_free(n);
}

static void who_is_not_in_a_layer_is_faint_and_has_no_name_there(void **state) {
  (void)state;
  nonet *n = two_layers();
  size_t notes;
  char *dot = drawn(n, &notes);
  assert_int_equal(count_of(dot, "label=\"b\""), 1);
  assert_int_equal(count_of(dot, "label=\"a\""), 2);
  assert_int_equal(count_of(dot, "fillcolor=\"#f3f3f3\""), 2);
  free(dot);
  nonet_free(n);
}

static void a_network_of_one_layer_has_no_panels(void **state) {
  (void)state;
  nonet *n = net_of("a-b@work b-c@work");
  nonet_draw_options options = {.panels = "layers", .program = NONET_DRAW_PATH};
  nonet_picture *p = NULL;
  nonet_err err;
  assert_int_equal(nonet_draw(&p, n, &options, NULL, &err), NONET_EUSAGE);
  assert_null(p);
  options.panels = "kinds";
  assert_int_equal(nonet_draw(&p, n, &options, NULL, &err), NONET_EUSAGE);
  nonet_free(n);
}

static void the_network_of_layers_says_members_and_what_is_shared(void **state) {
  (void)state;
  nonet *n = net_of("a-b@work b-c@work c-d@play a-d@play a-e@rest"), *layers = NULL;
  struct sketch k = {0};
  struct style style;
  nonet_err err;
  assert_ok(nonet_view(&layers, n, "layers", NULL, &err), err);
  sketch_of(&k, &style, layers, NULL);
  assert_true(style.of_layers && style.nodes_coloured);
  assert_string_equal(style.size_title, "members");
  assert_near(style.size[0], 3, 0);
  bool said = false;
  for (size_t i = 0; i < k.scene.mark_count; i++)
    said |= strncmp(scene_text_at(&k.scene, k.scene.marks[i].text), "shared members and ties: ", 25) == 0;
  assert_true(said);
  style_free(&style);
  sketch_free(&k);
  nonet_free(layers);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_tie_is_in_the_panel_of_its_layer_alone),
      cmocka_unit_test(who_is_not_in_a_layer_is_faint_and_has_no_name_there),
      cmocka_unit_test(a_network_of_one_layer_has_no_panels),
      cmocka_unit_test(the_network_of_layers_says_members_and_what_is_shared),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
