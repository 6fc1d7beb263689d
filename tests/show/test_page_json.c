/* JSON pages: parsed again with jansson. */
#include "pages.h"

#include <jansson.h>

static json_t *parsed(const char *page) {
  json_error_t fault;
  json_t *all = json_loads(page, 0, &fault);
  if (!all) fail_msg("%s", fault.text);
  return all;
}

static void one_sheet_and_several_have_the_same_shape(void **state) {
  (void)state;
  const char *const keys[] = {"a", "b"};
  nonet_sheet *s = sheet_with(keys, (const double[]){1, NAN}, 2);
  const nonet_sheet *list[] = {s, s};
  for (size_t count = 1; count <= 2; count++) {
    nonet_out *o = NULL;
    nonet_err err;
    size_t size;
    assert_ok(nonet_out_memory(&o, &err), err);
    assert_ok(nonet_show(o, list, count, &(nonet_show_options){.as = "json"}, &err), err);
    json_t *all = parsed(nonet_out_bytes(o, &size)), *sheets = json_object_get(all, "sheets");
    assert_int_equal(json_integer_value(json_object_get(all, "schema")), 1);
    assert_int_equal(json_array_size(sheets), count);
    json_t *rows = json_object_get(json_array_get(sheets, count - 1), "rows");
    assert_string_equal(json_string_value(json_object_get(json_array_get(rows, 0), "node")), "a");
    assert_near(json_number_value(json_object_get(json_array_get(rows, 0), "degree")), 1, 0);
    assert_true(json_is_null(json_object_get(json_array_get(rows, 1), "degree")));
    json_decref(all);
    nonet_out_free(o);
  }
  nonet_sheet_free(s);
}

static void any_text_comes_back_and_none_can_end_a_script_element(void **state) {
  (void)state;
  const char *const keys[] = {"</script><b>&\"\\", "line\nend \xe2\x80\xa8 tab\t", "__proto__", "東京"};
  char *page = page_of(sheet_with(keys, (const double[]){1, 2, 3, 4}, 4), &(nonet_show_options){.as = "json"});
  assert_null(strchr(page, '<'));
  assert_null(strstr(page, "\xe2\x80\xa8"));
  json_t *all = parsed(page), *rows = json_object_get(json_array_get(json_object_get(all, "sheets"), 0), "rows");
  for (size_t i = 0; i < 4; i++)
    assert_string_equal(json_string_value(json_object_get(json_array_get(rows, i), "node")), keys[i]);
  json_decref(all);
  free(page);
}

static void an_empty_sheet_is_an_empty_list(void **state) {
  (void)state;
  char *page = page_of(sheet_with(NULL, NULL, 0), &(nonet_show_options){.as = "json"});
  json_t *all = parsed(page), *rows = json_object_get(json_array_get(json_object_get(all, "sheets"), 0), "rows");
  assert_true(json_is_array(rows));
  assert_int_equal(json_array_size(rows), 0);
  json_decref(all);
  free(page);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(one_sheet_and_several_have_the_same_shape),
                                     cmocka_unit_test(any_text_comes_back_and_none_can_end_a_script_element),
                                     cmocka_unit_test(an_empty_sheet_is_an_empty_list)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
