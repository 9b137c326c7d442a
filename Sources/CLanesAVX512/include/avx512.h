#include <program.h>

void osteon_women_avx512(osteon_program program, double *workspace, long blocks);
void osteon_derivatives_avx512(osteon_program program, double *workspace, long blocks);
