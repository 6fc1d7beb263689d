/* A matrix: rows by columns, a letter for the role in each cell. */
#ifndef NONET_SHOW_MATRIX_H
#define NONET_SHOW_MATRIX_H

#include "show/sketch.h"

/* Two modes: the kind with more nodes as rows, the other as columns; else all nodes as both. */
nonet_code matrix_draw(struct sketch *k, const struct style *style, nonet_err *err);

#endif
