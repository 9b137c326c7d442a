#define KERNEL(name) osteon_##name##_avx512
#include <kernels.inc>
