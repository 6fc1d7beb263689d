/* XML as events, without any document type. */
#include "base/buffer.h"
#include "read/xml.h"
#include "test.h"

static nonet_code note_start(void *user, const char *name, const char **attributes, nonet_err *err) {
  struct buffer *said = user;
  const char *r = xml_attribute(attributes, "r");
  buffer_print(said, "<%s%s%s>", name, r ? " r=" : "", r ? r : "");
  return strcmp(name, "stop") == 0 ? error_set(err, NONET_ELIMIT, "stopped") : NONET_OK;
}

static nonet_code note_end(void *user, const char *name, nonet_err *err) {
  (void)err;
  buffer_print(user, "</%s>", name);
  return NONET_OK;
}

static void note_text(void *user, const char *text, size_t length) {
  buffer_add(user, text, length);
}

/* Feed a document in pieces of `step` bytes. */
static nonet_code feed(struct buffer *said, const char *text, size_t step, nonet_err *err) {
  struct xml *x = NULL;
  const struct xml_handler handler = {said, note_start, note_end, note_text};
  *said = (struct buffer){0};
  *err = (nonet_err){0};
  nonet_code code = xml_open(&x, &handler, "t.xml", err);
  size_t length = strlen(text);
  for (size_t at = 0; code == NONET_OK && at < length; at += step)
    code = xml_feed(x, text + at, length - at < step ? length - at : step, at + step >= length, err);
  xml_close(x);
  return code;
}

static void names_come_without_their_prefix_however_the_bytes_are_cut(void **state) {
  static const char text[] = "<a xmlns:x=\"u:n\">\n<x:b x:r=\"2\">1 &lt; 2</x:b></a>";
  (void)state;
  for (size_t step = 1; step < 8; step += 3) {
    struct buffer said;
    nonet_err err;
    assert_ok(feed(&said, text, step, &err), err);
    assert_string_equal(buffer_string(&said), "<a>\n<b r=2>1 < 2</b></a>");
    buffer_free(&said);
  }
}

static void a_document_type_is_refused_before_any_entity_of_it(void **state) {
  (void)state;
  struct buffer said;
  nonet_err err;
  assert_true(feed(&said, "<!DOCTYPE a [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>\n<a>&e;</a>", 1000, &err) < 0);
  assert_string_equal(buffer_string(&said), "");
  buffer_free(&said);
}

static void a_fault_names_its_line_and_a_handler_may_stop(void **state) {
  (void)state;
  struct buffer said;
  nonet_err err;
  assert_int_equal(feed(&said, "<a>\n<b>\n</a>", 1000, &err), NONET_EINPUT);
  assert_int_equal(err.line, 3);
  buffer_free(&said);
  assert_int_equal(feed(&said, "<a><stop/><b/></a>", 1000, &err), NONET_ELIMIT);
  assert_string_equal(err.text, "stopped");
  assert_null(strstr(buffer_string(&said), "<b>"));
  buffer_free(&said);
}

int main(void) {
  const struct CMUnitTest tests[] = {cmocka_unit_test(names_come_without_their_prefix_however_the_bytes_are_cut),
                                     cmocka_unit_test(a_document_type_is_refused_before_any_entity_of_it),
                                     cmocka_unit_test(a_fault_names_its_line_and_a_handler_may_stop)};
  return cmocka_run_group_tests(tests, NULL, NULL);
}
