#define KERNEL(name) osteon_##name##_avx2
#include <kernels.inc>
