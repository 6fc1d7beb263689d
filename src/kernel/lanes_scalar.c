/* The walk in plain loops, for any processor. The method is in lanes_body.h. */
#include "kernel/lanes.h"
#include "kernel/lanes_names.h"

#include <stddef.h>

#define WIDTH scalar
#define TARGET
#define OPERATION static inline

#define LANES 8
#include "kernel/lanes_scalar.h"
#undef LANES
#define LANES 16
#include "kernel/lanes_scalar.h"
#undef LANES
#define LANES 32
#include "kernel/lanes_scalar.h"
