/* XLSX: workbooks made here with libzip, as spreadsheets write them and as nobody should. */
#include "read/reading.h"

#include <zip.h>

#define RELS "<Relationships xmlns=\"x\">"
#define REL(id, type, target)                                                                                                              \
  "<Relationship Id=\"" id "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" type "\" Target=\"" target     \
  "\"/>"

struct book {
  const char *sheets;         /* of the workbook part */
  const char *first, *second; /* sheet1.xml, sheet2.xml; NULL: none */
  const char *strings, *styles, *properties;
};

static void add_part(zip_t *zip, const char *name, const char *text, size_t size) {
  zip_source_t *bytes = zip_source_buffer(zip, text, size, 0);
  assert_non_null(bytes);
  assert_true(zip_file_add(zip, name, bytes, ZIP_FL_ENC_UTF_8) >= 0);
}

static void make_book(const char *path, const struct book *b) {
  static const char package[] = RELS REL("p", "officeDocument", "/xl/workbook.xml") "</Relationships>";
  static const char parts[] = RELS REL("r1", "worksheet", "worksheets/sheet1.xml") REL("r2", "worksheet", "worksheets/sheet2.xml")
      REL("r3", "sharedStrings", "sharedStrings.xml") REL("r4", "styles", "styles.xml") "</Relationships>";
  zip_t *zip = zip_open(path, ZIP_CREATE | ZIP_TRUNCATE, NULL);
  assert_non_null(zip);
  const char *strings = b->strings ? b->strings : "<sst/>", *styles = b->styles ? b->styles : "<styleSheet/>";
  char workbook[1024];
  snprintf(workbook, sizeof workbook, "<?xml version=\"1.0\"?><workbook xmlns:r=\"y\">%s<sheets>%s</sheets></workbook>",
           b->properties ? b->properties : "", b->sheets ? b->sheets : "<sheet name=\"Work\" sheetId=\"1\" r:id=\"r1\"/>");
  add_part(zip, "_rels/.rels", package, sizeof package - 1);
  add_part(zip, "xl/workbook.xml", workbook, strlen(workbook));
  add_part(zip, "xl/_rels/workbook.xml.rels", parts, sizeof parts - 1);
  add_part(zip, "xl/sharedStrings.xml", strings, strlen(strings));
  add_part(zip, "xl/styles.xml", styles, strlen(styles));
  if (b->first) add_part(zip, "xl/worksheets/sheet1.xml", b->first, strlen(b->first));
  if (b->second) add_part(zip, "xl/worksheets/sheet2.xml", b->second, strlen(b->second));
  assert_int_equal(zip_close(zip), 0);
}

static void read_book(struct reading_case *c, const struct book *b) {
  reading_start(c);
  reading_bytes(c, NULL, "t.xlsx", "", 0);
  make_book(c->paths[0], b);
}

#define TEXT(place, text) "<c r=\"" place "\" t=\"inlineStr\"><is><t>" text "</t></is></c>"
#define HEAD "<row r=\"1\">" TEXT("A1", "From") TEXT("B1", "To") TEXT("C1", "Since") TEXT("D1", "Weight") TEXT("E1", "Sure") "</row>"
#define SHEET(rows) "<worksheet><sheetData>" rows "</sheetData></worksheet>"
#define STYLES                                                                                                                             \
  "<styleSheet><numFmts><numFmt numFmtId=\"170\" formatCode=\"[$-409]d\\ mmm\\ yyyy;@\"/><numFmt numFmtId=\"171\" "                        \
  "formatCode=\"0.00&quot; days&quot;\"/></numFmts><cellStyleXfs><xf numFmtId=\"14\"/></cellStyleXfs><cellXfs><xf numFmtId=\"0\"/>"        \
  "<xf numFmtId=\"14\"/><xf numFmtId=\"170\"/><xf numFmtId=\"171\"/></cellXfs></styleSheet>"

static void dates_booleans_and_formula_values_are_read(void **state) {
  const struct book b = {
      .first = SHEET(HEAD "<row r=\"3\">" TEXT("A3", "a") TEXT(
          "B3", "b") "<c r=\"C3\" s=\"1\"><v>45017</v></c>"
                     "<c r=\"D3\"><f>1+1.5</f><v>2.5</v></c><c r=\"E3\" t=\"b\"><v>1</v></c></row>"
                     "<row r=\"4\">" TEXT("A4", "b")
                         TEXT("B4", "c") "<c r=\"C4\" s=\"2\"><v>59</v></c>"
                                         "<c r=\"D4\" s=\"3\"><v>0.30000000000000004</v></c><c r=\"E4\" t=\"b\"><v>0</v></c></row>"),
      .styles = STYLES};
  struct reading_case c;
  (void)state;
  read_book(&c, &b);
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 3, 2);
  nonet_tie t = reading_tie(c.net, 0);
  assert_string_equal(t.since, "2023-04-01");
  assert_near(t.weight, 2.5, 0);
  assert_int_equal(t.line, 3);
  assert_contains(t.file, "t.xlsx[Work]");
  assert_string_equal(reading_tie_value(c.net, "Sure", 0), "TRUE");
  assert_string_equal(reading_tie(c.net, 1).since, "1900-02-28");
  assert_near(reading_tie(c.net, 1).weight, 0.30000000000000004, 0);
  reading_end(&c);
}

static void the_1904_system_and_times_are_read(void **state) {
  const struct book b = {.first = SHEET("<row r=\"1\">" TEXT("A1", "id") TEXT("B1", "met") TEXT(
                             "C1", "at") "</row>"
                                         "<row r=\"2\">" TEXT("A2", "a") "<c r=\"B2\" s=\"1\"><v>43555.4375</v></c></row>"),
                         .styles = STYLES,
                         .properties = "<workbookPr date1904=\"1\"/>"};
  struct reading_case c;
  (void)state;
  read_book(&c, &b);
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_string_equal(reading_node_value(c.net, "met", "a"), "2023-04-01T10:30:00");
  reading_end(&c);
}

static void shared_strings_join_their_runs_and_leave_pronunciation_out(void **state) {
  const struct book b = {
      .first = SHEET("<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row><row><c t=\"s\"><v>2</v></c><c t=\"s\"><v>0</v></c></row>"),
      .strings = "<sst><si><t>from</t></si><si><r><t>t</t></r><r><rPr/><t>o</t></r></si>"
                 "<si><t>R&amp;D</t><rPh><t>no</t></rPh></si></sst>"};
  struct reading_case c;
  (void)state;
  read_book(&c, &b);
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_string_equal(reading_key(c.net, reading_tie(c.net, 0).from), "R&D");
  reading_end(&c);
}

#define TWO_SHEETS "<sheet name=\"People\" r:id=\"r1\"/><sheet name=\"Work\" r:id=\"r2\"/>"
#define NODES                                                                                                                              \
  SHEET("<row r=\"2\">" TEXT("A2", "Our partners") "</row><row r=\"4\">" TEXT("A4", "ID")                                                  \
            TEXT("B4", "Name") "</row><row r=\"5\">" TEXT("A5", "a") TEXT("B5", "Alpha") "</row><row r=\"9\">" TEXT("A9", "b") "</row>")
#define TIES SHEET("<row r=\"1\">" TEXT("A1", "From") TEXT("C1", "To") "</row><row r=\"2\">" TEXT("A2", "a") TEXT("C2", "b") "</row>")

static void each_sheet_is_a_table_below_its_title(void **state) {
  const struct book b = {.sheets = TWO_SHEETS, .first = NODES, .second = TIES};
  struct reading_case c;
  (void)state;
  read_book(&c, &b);
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 1);
  assert_int_equal(reading_node(c.net, "b").line, 9);
  assert_assumes(&c, "[People]: above the headings, taken as a title: line 2 ('Our partners')");
  reading_end(&c);
}

static void sheets_without_our_headings_and_hidden_ones_are_skipped_and_said(void **state) {
  const struct book b = {
      .sheets = "<sheet name=\"Lists\" state=\"hidden\" r:id=\"r2\"/><sheet name=\"Chart\" r:id=\"r1\"/><sheet name=\"Work\" r:id=\"r2\"/>",
      .first =
          SHEET("<row r=\"1\">" TEXT("A1", "Aardvark") TEXT("B1", "Bee") "</row><row r=\"2\"><c r=\"A2\" t=\"e\"><v>#REF!</v></c></row>"),
      .second = TIES};
  struct reading_case c;
  (void)state;
  read_book(&c, &b);
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 1);
  assert_assumes(&c, "[Chart]: skipped");
  assert_assumes(&c, "[Lists]: skipped, for the sheet is hidden");
  reading_end(&c);
}

static void sheets_are_read_by_name(void **state) {
  const struct book b = {.sheets = TWO_SHEETS, .first = NODES, .second = TIES};
  struct reading_case c;
  (void)state;
  read_book(&c, &b);
  c.options.sheets = "people";
  reading_run(&c);
  assert_ok(c.code, c.err);
  assert_size(&c, 2, 0);
  reading_end(&c);
  read_book(&c, &b);
  c.options.sheets = "Wrk";
  reading_run(&c);
  assert_int_equal(c.code, NONET_EUSAGE);
  assert_contains(c.err.text, "did you mean 'Work'?");
  reading_end(&c);
}

/* A book of one sheet must be refused. */
static void refused(const char *sheet, nonet_code code, uint64_t line, const char *part) {
  const struct book b = {.first = sheet};
  struct reading_case c;
  read_book(&c, &b);
  reading_run(&c);
  if (c.code != code || c.err.line != line || !strstr(c.err.text, part))
    fail_msg("code %d, line %llu, \"%s\"", (int)c.code, (unsigned long long)c.err.line, c.err.text);
  reading_end(&c);
}

static void errors_in_cells_name_sheet_and_cell(void **state) {
  (void)state;
  refused(SHEET(HEAD "<row r=\"2\">" TEXT("A2", "a") TEXT("B2", "b") "<c r=\"D2\" t=\"e\"><v>#REF!</v></c></row>"), NONET_EINPUT, 2,
          "[Work]:2: cell D2 holds the error #REF!");
  refused(SHEET(HEAD "<row r=\"2\">" TEXT("A2", "a") TEXT("B2", "b") "<c r=\"D2\"><f>1+1</f></c></row>"), NONET_EINPUT, 2,
          "cell D2 holds a formula without a value");
  refused(SHEET(HEAD "<row r=\"2\"><c r=\"A2\" t=\"s\"><v>9</v></c></row>"), NONET_EINPUT, 2, "no shared string");
  refused(SHEET(HEAD "<row r=\"2\"><c r=\"A2\"><v>x</v></c></row>"), NONET_EINPUT, 2, "no number");
  refused(SHEET("<row r=\"2\"/><row r=\"1\"/>"), NONET_EINPUT, 2, "out of order");
  refused(SHEET("<row r=\"1\"><c r=\"B1\"/><c r=\"A1\"/></row>"), NONET_EINPUT, 1, "out of order");
}

static void damaged_and_foreign_files_are_refused(void **state) {
  (void)state;
  refused("<worksheet><sheetData>", NONET_EINPUT, 1, "XML is wrong");
  refused("<!DOCTYPE x [<!ENTITY a \"b\">]><worksheet/>", NONET_EINPUT, 1, "document type");
  refused(NULL, NONET_EINPUT, 0, "no part");
  refused(SHEET(""), NONET_EINPUT, 1, "nothing in it");
  assert_refused("t.xlsx", "PK\3\4 and no more", 0, "damaged");
  assert_refused("t.xlsx", "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 0, "protected");
  assert_refused("t.xlsx", "from,to\n", 0, "not an XLSX workbook");
}

static void a_bomb_is_a_limit(void **state) {
  size_t size = (size_t)80 << 20;
  char *text = malloc(size + 1);
  (void)state;
  assert_non_null(text);
  memset(text, ' ', size);
  memcpy(text, "<worksheet>", 11);
  text[size] = '\0';
  refused(text, NONET_ELIMIT, 0, "unpacks to more than 64 MB");
  free(text);
}

static void a_cell_far_out_does_not_make_a_million_wide_rows(void **state) {
  size_t rows = 20000, room = rows * 40 + 200, at;
  char *text = malloc(room);
  (void)state;
  assert_non_null(text);
  at = (size_t)snprintf(text, room, "<worksheet><sheetData><row>%s%s</row>", TEXT("A1", "id"), TEXT("XFD1", "far"));
  for (size_t i = 0; i < rows; i++)
    at += (size_t)snprintf(text + at, room - at, "<row><c><v>%zu</v></c></row>", i);
  snprintf(text + at, room - at, "</sheetData></worksheet>");
  refused(text, NONET_ELIMIT, 0, "are filled");
  free(text);
}

int main(void) {
  const struct CMUnitTest tests[] = {
      cmocka_unit_test(dates_booleans_and_formula_values_are_read),
      cmocka_unit_test(the_1904_system_and_times_are_read),
      cmocka_unit_test(shared_strings_join_their_runs_and_leave_pronunciation_out),
      cmocka_unit_test(each_sheet_is_a_table_below_its_title),
      cmocka_unit_test(sheets_without_our_headings_and_hidden_ones_are_skipped_and_said),
      cmocka_unit_test(sheets_are_read_by_name),
      cmocka_unit_test(errors_in_cells_name_sheet_and_cell),
      cmocka_unit_test(damaged_and_foreign_files_are_refused),
      cmocka_unit_test(a_bomb_is_a_limit),
      cmocka_unit_test(a_cell_far_out_does_not_make_a_million_wide_rows),
  };
  return cmocka_run_group_tests(tests, NULL, NULL);
}
