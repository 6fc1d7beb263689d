/* The readers, one name a file; list.c puts them in order. */
#ifndef NONET_READ_REGISTRY_H
#define NONET_READ_REGISTRY_H

#include "read/read.h"

extern const struct reader csv_reader, tsv_reader, xlsx_reader, json_reader;

#endif
