/* HTML as text, for one page that needs nothing else: no script, no network, prints on A4.
 *
 * The only style is the one below. Its SHA-256 stands in the Content-Security-Policy of the page, whose default is 'none', so a label that
 * slipped through as markup could still load, run and style nothing.
 *
 * Sources: W3C, Content Security Policy Level 3 (hash sources); W3C, CSS Paged Media Module Level 3. */
#include "report/html.h"

#include "base/digest.h"
#include "base/number.h"
#include "base/utf8.h"

#include <math.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static const char style[] =
    "@page{size:A4;margin:16mm}@page wide{size:A4 landscape;margin:7mm}@page tall{margin:7mm}"
    "html{font:16px/1.5 'DejaVu Sans','Segoe UI',Helvetica,Arial,sans-serif;color:#1d2730;background:#fff}"
    "body{max-width:62rem;margin:0 auto;padding:1.5rem}"
    "h1{font-size:1.9rem;line-height:1.2;margin:.2rem 0}h2{font-size:1.35rem;margin:2.2rem 0 .6rem;border-bottom:2px solid #1d4e66;"
    "padding-bottom:.2rem;break-after:avoid}h3{font-size:1.05rem;margin:1.4rem 0 .4rem;break-after:avoid}"
    ".under{color:#54626d;margin:0 0 1rem}.opening{background:#eef4f7;border-left:6px solid #1d4e66;padding:.6rem 1rem .6rem "
    "2rem;margin:1rem 0}"
    ".opening li{margin:.35rem 0}nav{font-size:.9rem;margin:1rem 0;display:flex;flex-wrap:wrap;gap:.2rem 1rem}nav "
    "a{white-space:nowrap}a{color:#1d4e66}"
    "table{border-collapse:collapse;width:100%;font-size:.85rem;margin:.6rem 0}th{text-align:left;vertical-align:bottom;border-bottom:2px "
    "solid #1d4e66;padding:.25rem .5rem}td{border-bottom:1px solid #d5dde2;padding:.2rem .5rem;vertical-align:top}"
    ".n{text-align:right;font-variant-numeric:tabular-nums}tr{break-inside:avoid}thead{display:table-header-group}"
    "figure{margin:1rem 0;break-inside:avoid}figure svg{max-width:100%;height:auto;max-height:245mm;display:block;margin:0 auto}"
    "figcaption{font-size:.85rem;color:#54626d;margin-top:.3rem}"
    ".in{color:#54626d;font-size:.75rem}"
    "dt{font-weight:bold;margin-top:.7rem}dd{margin:0 0 0 1.2rem;font-size:.9rem}code{font-size:.8rem;overflow-wrap:anywhere}"
    "@media "
    "print{.wide,.tall{margin:0}.wide{page:wide}.tall{page:tall}.wide svg{max-height:185mm}.tall svg{max-height:272mm}.wide "
    "figcaption,.tall figcaption{margin:0 "
    "5mm}html{font-size:10.5pt}body{padding:0;max-width:none}nav{display:none}h2{margin-top:1.2rem}a{color:"
    "inherit;text-decoration:none}"
    "}";

/* The style's hash as the policy wants it: base64 of the digest. */
static void policy_hash(char out[48]) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  char hex[65];
  unsigned char bytes[33] = {0};
  digest_bytes(hex, style, sizeof style - 1);
  for (size_t i = 0; i < 32; i++) {
    unsigned value = 0;
    for (size_t k = 0; k < 2; k++) {
      char c = hex[2 * i + k];
      value = value * 16 + (unsigned)(c <= '9' ? c - '0' : c - 'a' + 10);
    }
    bytes[i] = (unsigned char)value;
  }
  size_t at = 0;
  for (size_t i = 0; i < 33; i += 3) {
    unsigned three = (unsigned)bytes[i] << 16 | (unsigned)bytes[i + 1] << 8 | bytes[i + 2];
    for (int shift = 18; shift >= 0; shift -= 6)
      out[at++] = digits[three >> shift & 63];
  }
  out[43] = '='; /* 32 bytes leave one place of the last three empty */
  out[44] = '\0';
}

void html_text(struct buffer *page, const char *text) {
  struct buffer shown = {0};
  utf8_for_terminal(&shown, text);
  for (const char *c = buffer_string(&shown); *c; c++) {
    switch (*c) {
    case '&':
      buffer_text(page, "&amp;");
      break;
    case '<':
      buffer_text(page, "&lt;");
      break;
    case '>':
      buffer_text(page, "&gt;");
      break;
    case '"':
      buffer_text(page, "&quot;");
      break;
    case '\'':
      buffer_text(page, "&#39;");
      break;
    default:
      buffer_char(page, *c);
    }
  }
  if (shown.failed) page->failed = true;
  buffer_free(&shown);
}

void html_element(struct buffer *page, const char *tag, const char *text) {
  buffer_print(page, "<%s>", tag);
  html_text(page, text);
  buffer_print(page, "</%s>\n", tag);
}

void html_question(struct buffer *page, const char *question) {
  buffer_text(page, "<p class=\"under\">");
  html_text(page, question);
  buffer_text(page, "</p>\n");
}

void html_paragraph(struct buffer *page, const char *format, ...) {
  char text[2048];
  va_list arguments;
  va_start(arguments, format);
  vsnprintf(text, sizeof text, format, arguments);
  va_end(arguments);
  html_element(page, "p", text);
}

void html_number(struct buffer *page, const char *before, double number, const char *behind) {
  char text[NUMBER_ROOM];
  number_print_short(text, number, 4);
  buffer_text(page, "<p>");
  html_text(page, before);
  buffer_text(page, text);
  html_text(page, behind);
  buffer_text(page, "</p>\n");
}

void html_begin(struct buffer *page, const char *title) {
  char hash[48];
  policy_hash(hash);
  buffer_text(page, "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n");
  buffer_print(page, "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'sha256-%s'\">\n", hash);
  buffer_text(page, "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
  html_element(page, "title", title);
  buffer_print(page, "<style>%s</style>\n</head>\n<body>\n", style);
}

void html_end(struct buffer *page) {
  buffer_text(page, "</body>\n</html>\n");
}

void html_chapter(struct buffer *page, const char *id, const char *title) {
  buffer_print(page, "<section id=\"%s\">\n", id);
  html_element(page, "h2", title);
}

void html_close_chapter(struct buffer *page) {
  buffer_text(page, "</section>\n");
}

/* The layers that a node is in: in another layer another may have its name. */
static void in_layers(struct buffer *page, const nonet *n, const nonet_node *node) {
  for (uint32_t i = 0; i < node->layer_count; i++) {
    buffer_text(page, i ? ", " : " <span class=\"in\">");
    html_text(page, nonet_layer_name(n, node->layers[i]));
  }
  if (node->layer_count) buffer_text(page, "</span>");
}

static void cell(struct buffer *page, const struct html_table *t, size_t row, size_t i) {
  bool is_number = false;
  nonet_sheet_column(t->sheet, t->columns[i], &is_number);
  if (is_number) {
    char text[NUMBER_ROOM];
    double x = nonet_sheet_number(t->sheet, row, t->columns[i]);
    if (isnan(x)) {
      buffer_text(page, "<td class=\"n\">–</td>");
      return;
    }
    number_print_short(text, x, 4);
    buffer_print(page, "<td class=\"n\">%s</td>", text);
    return;
  }
  buffer_text(page, "<td>");
  if (i == 0 && t->labels) {
    nonet_node node;
    nonet_node_get(&node, t->labels, (uint32_t)row);
    html_text(page, node.label);
    if (nonet_layers(t->labels) > 1 && node.layer_count < nonet_layers(t->labels)) in_layers(page, t->labels, &node);
  } else {
    html_text(page, nonet_sheet_text(t->sheet, row, t->columns[i]));
  }
  buffer_text(page, "</td>");
}

void html_table(struct buffer *page, const struct html_table *t) {
  buffer_text(page, "<table>\n<thead><tr>");
  for (size_t i = 0; i < t->column_count; i++) {
    bool is_number = false;
    const char *name = nonet_sheet_column(t->sheet, t->columns[i], &is_number);
    buffer_text(page, is_number ? "<th class=\"n\">" : "<th>");
    html_text(page, t->headings ? t->headings[i] : name);
    buffer_text(page, "</th>");
  }
  buffer_text(page, "</tr></thead>\n<tbody>\n");
  for (size_t k = 0; k < t->count; k++) {
    buffer_text(page, "<tr>");
    for (size_t i = 0; i < t->column_count; i++)
      cell(page, t, t->rows ? t->rows[k] : k, i);
    buffer_text(page, "</tr>\n");
  }
  buffer_text(page, "</tbody>\n</table>\n");
}

/* A page of its own for a drawing that needs the paper's length across or down, or its names would shrink below what they were drawn for.
 * Its size is in points, as nonet-draw says it. */
static const char *page_for(const char *svg, const char *end) {
  enum { UPRIGHT_HAS = 500, REST_OF_PAGE = 600 }; /* points across between the margins of A4; points down that need no page */
  const char *tag = memchr(svg, '>', (size_t)(end - svg)), *w = strstr(svg, "width=\""), *h = strstr(svg, "height=\"");
  uint64_t width, height;
  if (!tag || !w || !h || w > tag || h > tag) return "";
  w += strlen("width=\""), h += strlen("height=\"");
  if (!number_parse_whole(&width, w, strspn(w, "0123456789")) || !number_parse_whole(&height, h, strspn(h, "0123456789"))) return "";
  if (width > height) return width > UPRIGHT_HAS ? " class=\"wide\"" : "";
  return height > REST_OF_PAGE ? " class=\"tall\"" : "";
}

void html_picture(struct buffer *page, const char *svg, size_t size, const char *caption) {
  const char *end = svg + size;
  const char *from = memchr(svg, '<', size);
  while (from && from + 4 <= end && strncmp(from, "<svg", 4) != 0) /* the XML declaration has no place inside a page */
    from = memchr(from + 1, '<', (size_t)(end - from - 1));
  if (!from) return;
  buffer_print(page, "<figure%s>\n", page_for(from, end));
  buffer_add(page, from, (size_t)(end - from));
  html_element(page, "figcaption", caption);
  buffer_text(page, "</figure>\n");
}
