/* Shortest paths side by side in plain loops, for any processor. The method is in lengthlanes_body.h. */
#include "kernel/lengthlanes_form.h"

#define FORM lengthlanes_plain
#define ROW struct lengthlanes_row
#define FARTHEST LENGTHLANES_FAR

typedef int16_t number;

#include "kernel/lengthlanes_plain.h"
