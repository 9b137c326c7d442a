#include "program.h"

void osteon_women_portable(osteon_program program, double *workspace, long blocks);
void osteon_derivatives_portable(osteon_program program, double *workspace, long blocks);
