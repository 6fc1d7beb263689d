/* Pages: nothing that a label holds becomes markup. */
#include "report/html.h"

#include "fixture/net_of.h"
#include "net/sheet.h"
#include "test.h"

static void a_label_with_markup_is_shown_as_text(void **state) {
  (void)state;
  struct buffer page = {0};
  html_element(&page, "p", "<script>alert('x')</script> & \"more\"");
  assert_string_equal(buffer_string(&page), "<p>&lt;script&gt;alert(&#39;x&#39;)&lt;/script&gt; &amp; &quot;more&quot;</p>\n");
  buffer_free(&page);
}

static void control_bytes_and_bidi_marks_are_shown_as_escapes(void **state) {
  (void)state;
  struct buffer page = {0};
  html_text(&page, "a\x1b[31mb\xe2\x80\xae");
  assert_null(strchr(buffer_string(&page), '\x1b'));
  assert_null(strstr(buffer_string(&page), "\xe2\x80\xae"));
  buffer_free(&page);
}

static void a_page_allows_one_style_and_nothing_else(void **state) {
  (void)state;
  struct buffer page = {0};
  html_begin(&page, "T");
  assert_contains(buffer_string(&page), "default-src 'none'; style-src 'sha256-");
  assert_null(strstr(buffer_string(&page), "<script"));
  assert_null(strstr(buffer_string(&page), "http://"));
  buffer_free(&page);
}

static void a_picture_leaves_the_xml_declaration_behind(void **state) {
  (void)state;
  static const char svg[] = "<?xml version=\"1.0\"?>\n<svg width=\"1\"></svg>\n";
  struct buffer page = {0};
  html_picture(&page, svg, sizeof svg - 1, "caption");
  assert_null(strstr(buffer_string(&page), "<?xml"));
  assert_contains(buffer_string(&page), "<svg width=\"1\"></svg>");
  assert_contains(buffer_string(&page), "<figcaption>caption</figcaption>");
  buffer_free(&page);
}

static void a_large_picture_has_a_page_of_its_own_in_print(void **state) {
  (void)state;
  static const char *const pictures[][2] = {{"<svg width=\"774pt\" height=\"520pt\">", "<figure class=\"wide\">"},
                                            {"<svg width=\"462pt\" height=\"774pt\">", "<figure class=\"tall\">"},
                                            {"<svg width=\"462pt\" height=\"300pt\">", "<figure>"},
                                            {"<svg viewBox=\"0 0 9000 20\"><g width=\"9000\" height=\"20\">", "<figure>"}};
  for (size_t i = 0; i < sizeof pictures / sizeof *pictures; i++) {
    struct buffer page = {0};
    html_picture(&page, pictures[i][0], strlen(pictures[i][0]), "c");
    assert_contains(buffer_string(&page), pictures[i][1]);
    buffer_free(&page);
  }
}

static void one_name_in_two_layers_is_told_apart(void **state) {
  (void)state;
  nonet *n = net_of("a-b@Health b-c@Arts d");
  nonet_sheet *s = NULL;
  nonet_err err = {0};
  struct buffer page = {0};
  assert_ok(sheet_of_nodes(&s, "nodes", "Nodes", n, &err), err);
  html_table(&page, &(struct html_table){.sheet = s, .columns = (const size_t[]){0}, .column_count = 1, .count = 4, .labels = n});
  assert_contains(buffer_string(&page), "<td>a <span class=\"in\">Health</span></td>");
  assert_contains(buffer_string(&page), "<td>b</td>"); /* in all layers, so it says nothing */
  assert_contains(buffer_string(&page), "<td>d</td>");
  buffer_free(&page);
  nonet_sheet_free(s);
  nonet_free(n);
}

static void a_table_shows_an_undefined_number_as_a_dash(void **state) {
  (void)state;
  nonet *n = net_of("a-b");
  nonet_sheet *s = NULL;
  nonet_err err = {0};
  double *x;
  struct buffer page = {0};
  assert_ok(sheet_of_nodes(&s, "nodes", "Nodes", n, &err), err);
  assert_ok(sheet_add_numbers(&x, s, "x", &err), err);
  x[0] = 2.5;
  html_table(&page, &(struct html_table){.sheet = s, .columns = (const size_t[]){0, 1}, .column_count = 2, .count = 2, .labels = n});
  assert_contains(buffer_string(&page), "<td>a</td><td class=\"n\">2.5</td>");
  assert_contains(buffer_string(&page), "<td>b</td><td class=\"n\">–</td>");
  buffer_free(&page);
  nonet_sheet_free(s);
  nonet_free(n);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(a_label_with_markup_is_shown_as_text),           cmocka_unit_test(control_bytes_and_bidi_marks_are_shown_as_escapes),
      cmocka_unit_test(a_page_allows_one_style_and_nothing_else),       cmocka_unit_test(a_picture_leaves_the_xml_declaration_behind),
      cmocka_unit_test(a_large_picture_has_a_page_of_its_own_in_print), cmocka_unit_test(one_name_in_two_layers_is_told_apart),
      cmocka_unit_test(a_table_shows_an_undefined_number_as_a_dash),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
