/* Shortest paths side by side by longer lengths in plain loops. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#define FORM lengthlanes_wide_plain
#define ROW struct lengthlanes_wide
#define FARTHEST LENGTHLANES_FAR_WIDE

typedef int32_t number;

#include "kernel/lengthlanes_plain.h"
