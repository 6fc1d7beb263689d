/* Pictures: SVG that can stand in a page, PDF and PNG that are the same bytes each time. */
#include "draw/drawing.h"

#define PLACED                                                                                                                             \
  "graph G { bb=\"0,0,300,200\"; subgraph cluster_a { bb=\"10,10,150,150\"; label=Education; lp=\"80,140\"; a [pos=\"50,50\"] }"           \
  " b [pos=\"250,100\" fillcolor=\"red:blue\" style=filled]; a -- b; a -- b [pos=\"77,50 100,20 200,20 240,84\"] }"

static size_t count(const char *text, const char *part) {
  size_t n = 0;
  for (text = strstr(text, part); text != NULL; text = strstr(text + 1, part))
    n++;
  return n;
}

static void an_svg_stands_alone_and_holds_nothing_active(void **state) {
  (void)state;
  struct drawing made = drawing_of("--layout nop2 --as svg", PLACED);
  assert_true(drawing_well_formed(made.out));
  static const char head[] = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg role=\"img\" ";
  assert_int_equal(strncmp(made.out, head, strlen(head)), 0);
  assert_null(strstr(made.out, "<!"));
  assert_null(strstr(made.out, "DTD"));
  assert_int_equal(count(made.out, "<?"), 1);
  made = drawing_of("--layout nop2 --as svg --inline", PLACED);
  assert_int_equal(strncmp(made.out, "<svg role=\"img\" ", 16), 0);
}

/* Graphviz turns y upside down: the box 10,10 150,150 has its corners at y -10 and -150. */
static void a_given_box_is_drawn_where_it_was_given(void **state) {
  (void)state;
  struct drawing made = drawing_of("--layout nop2 --as svg", PLACED);
  assert_contains(made.out, "class=\"cluster\"");
  assert_contains(made.out, "points=\"10,-10 10,-150 150,-150 150,-10 10,-10\"");
  assert_contains(made.out, ">Education</text>");
  assert_contains(made.out, "cx=\"50\" cy=\"-50\"");
  assert_contains(made.out, "M77,-50C100,-20 200,-20 240,-84");
  assert_int_equal(count(made.out, "class=\"edge\""), 2);
  assert_contains(made.out, "viewBox=\"0.00 0.00 308.00 208.00\"");
}

static void ids_begin_with_the_prefix_so_that_two_pictures_cannot_collide(void **state) {
  (void)state;
  struct drawing made = drawing_of("--layout nop2 --as svg --id-prefix p7", PLACED);
  size_t all = count(made.out, " id=\"");
  assert_int_equal(count(made.out, " id=\"p7"), all);
  assert_int_equal(all, 7);
  static const char *const ids[] = {"\"p7\"", "\"p7-n1\"", "\"p7-n2\"", "\"p7-e1\"", "\"p7-e2\"", "\"p7-c1\"", "\"p7-l_0\""};
  for (size_t i = 0; i < 7; i++)
    assert_contains(made.out, ids[i]);
  assert_contains(made.out, "url(#p7-l_0)");
  assert_contains(drawing_of("--layout dot --as svg --id-prefix p7", "graph { a [id=mine] }").out, "id=\"p7-mine\"");
  made = drawing_run("--layout dot --as svg", "graph { a [id=\"x\\\" onload=\\\"y\"] }");
  assert_int_equal(made.status, 0);
  assert_null(strstr(made.out, "onload"));
}

static void hostile_text_is_shown_and_never_acts(void **state) {
  (void)state;
  static const char dot[] =
      "graph \"--><script>\" { \"a&nbsp;&#1;&#xFFFF;&#99999999999;]]>\" [label=\"<script>alert(1)</script> \\\"q\\\" \\\\ '\\n"
      "\xF0\x9F\x98\x80 \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A R&amp;D &#1; \x01\x7F \xEF\xBF\xBE\"];"
      " subgraph cluster_x { label=\"</text><svg onload=alert(1)>\"; b } b -- c [label=\"url(#l_0) id=\\\"l_0\"] }";
  static const char *const layouts[] = {"--layout dot --as svg --id-prefix q", "--layout fdp --as svg --id-prefix q"};
  for (size_t i = 0; i < 2; i++) {
    struct drawing made = drawing_of(layouts[i], dot);
    assert_true(drawing_well_formed(made.out));
    assert_null(strstr(made.out, "<script"));
    assert_int_equal(count(made.out, "<svg"), 1);
    assert_contains(made.out, "&lt;script&gt;alert(1)&lt;/script&gt;");
    assert_contains(made.out, "\xF0\x9F\x98\x80 \xD8\xB9\xD8\xB1\xD8\xA8\xD9\x8A R&amp;D");
    assert_contains(made.out, "url(#l_0) id=");
  }
}

static void the_same_graph_gives_the_same_bytes_in_every_format(void **state) {
  (void)state;
  static const char *const formats[] = {"svg", "png", "pdf", "dot", "xdot", "json"};
  for (size_t i = 0; i < 6; i++) {
    char args[60];
    snprintf(args, sizeof args, "--layout nop2 --as %s", formats[i]);
    struct drawing made = drawing_of(args, PLACED);
    size_t length = made.length;
    char *first = malloc(length);
    assert_non_null(first);
    memcpy(first, made.out, length);
    if (i == 2) sleep(1); /* a clock in the PDF would show */
    setenv("TZ", "Asia/Tokyo", 1);
    made = drawing_of(args, PLACED);
    unsetenv("TZ");
    assert_int_equal(made.length, length);
    assert_memory_equal(made.out, first, length);
    free(first);
  }
}

static void a_pdf_has_the_date_of_the_source_or_none(void **state) {
  (void)state;
  setenv("SOURCE_DATE_EPOCH", "86400", 1);
  struct drawing made = drawing_of("--layout nop2 --as pdf", PLACED);
  assert_non_null(memmem(made.out, made.length, "/CreationDate (D:19700102000000", 31));
  setenv("SOURCE_DATE_EPOCH", "tomorrow", 1);
  made = drawing_of("--layout nop2 --as pdf", PLACED);
  assert_null(memmem(made.out, made.length, "CreationDate", 12));
  unsetenv("SOURCE_DATE_EPOCH");
  made = drawing_of("--layout nop2 --as pdf", PLACED);
  assert_null(memmem(made.out, made.length, "CreationDate", 12));
  assert_int_equal(memcmp(made.out, "%PDF-", 5), 0);
}

/* Bytes 16 to 23 of a PNG are its width and height (RFC 2083). */
static unsigned png_side(const char *png, size_t at) {
  const unsigned char *b = (const unsigned char *)png + at;
  return (unsigned)b[0] << 24 | (unsigned)b[1] << 16 | (unsigned)b[2] << 8 | b[3];
}

static void a_png_has_the_resolution_asked_for(void **state) {
  (void)state;
  assert_int_equal(png_side(drawing_of("--layout nop2 --as png", PLACED).out, 16), 411);
  assert_int_equal(png_side(drawing_of("--layout nop2 --as png --dpi 72", PLACED).out, 16), 308);
  assert_int_equal(png_side(drawing_of("--layout nop2 --as png --dpi 72", PLACED).out, 20), 208);
}

static void a_huge_png_is_drawn_smaller_and_says_so(void **state) {
  (void)state;
  struct drawing made = drawing_run("--layout nop2 --as png", "graph { a [pos=\"0,0\"]; b [pos=\"90000,1000\"] }");
  assert_int_equal(made.status, 0);
  assert_contains(made.err, "nonet-draw: warning: the PNG is drawn at ");
  assert_true(png_side(made.out, 16) <= 16001);
  assert_true(png_side(made.out, 16) >= 15990);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(an_svg_stands_alone_and_holds_nothing_active),
      cmocka_unit_test(a_given_box_is_drawn_where_it_was_given),
      cmocka_unit_test(ids_begin_with_the_prefix_so_that_two_pictures_cannot_collide),
      cmocka_unit_test(hostile_text_is_shown_and_never_acts),
      cmocka_unit_test(the_same_graph_gives_the_same_bytes_in_every_format),
      cmocka_unit_test(a_pdf_has_the_date_of_the_source_or_none),
      cmocka_unit_test(a_png_has_the_resolution_asked_for),
      cmocka_unit_test(a_huge_png_is_drawn_smaller_and_says_so),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
