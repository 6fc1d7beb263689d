/* The opening: title, what it rests on, five sentences, and where to find the rest. */
#include "report/report.h"

nonet_code chapter_opening(struct report *r, nonet_err *err) {
  (void)err;
  const char *title = r->options->title ? r->options->title : nonet_title(r->net), *date = nonet_latest_date(r->net);
  html_begin(&r->page, title);
  html_element(&r->page, "h1", title);
  buffer_text(&r->page, "<p class=\"under\">A partnership as a network of networks");
  if (date[0]) {
    buffer_text(&r->page, " · data up to ");
    html_text(&r->page, date);
  }
  buffer_text(&r->page, "</p>\n<ol class=\"opening\">\n");
  for (size_t i = 0; i < r->facts.sentence_count; i++)
    html_element(&r->page, "li", r->facts.sentences[i]);
  buffer_text(&r->page, "</ol>\n<nav>");
  static const char *const chapters[][2] = {{"pictures", "The map"},
                                            {"members", "Who is in it"},
                                            {"connectors", "Key connectors"},
                                            {"added", "Added value"},
                                            {"joint", "Joint working over time"},
                                            {"strategies", "Strategies and who carries them"},
                                            {"systems", "Systems, not projects"},
                                            {"fragile", "What would break"},
                                            {"limits", "What the data cannot say"},
                                            {"appendix", "Appendix"}};
  for (size_t i = 0; i < sizeof chapters / sizeof *chapters; i++)
    buffer_print(&r->page, "<a href=\"#%s\">%s</a>", chapters[i][0], chapters[i][1]);
  buffer_text(&r->page, "</nav>\n");
  return NONET_OK;
}
