#define KERNEL(name) osteon_##name##_portable
#include <kernels.inc>
