/* Runs programs on the best instruction set the machine has. */
#ifndef OSTEON_LANES_H
#define OSTEON_LANES_H

#include <program.h>

/* Every lane is a woman. The workspace is aligned to 64 bytes. */
void osteon_run_women(osteon_program program, double *workspace, long blocks);

/* Lane 0 is a value, the others its derivatives. The workspace is aligned to 64 bytes. */
void osteon_run_derivatives(osteon_program program, double *workspace, long blocks);

/* The instruction set in use, for people: "AVX-512", "AVX2" or "portable". */
const char *osteon_instruction_set(void);

/* Forces a lesser instruction set, for tests: 2 AVX-512, 1 AVX2, 0 portable; ignored where the machine lacks it. */
void osteon_limit_instruction_set(int level);

#endif
