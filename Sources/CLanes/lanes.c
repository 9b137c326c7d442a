#include "lanes.h"

#include "avx2.h"
#include "avx512.h"
#include "portable.h"

static int highest = 2;

void osteon_limit_instruction_set(int level) { highest = level; }

static int instruction_set(void) {
    if (highest >= 2 && __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512dq")
        && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("fma"))
        return 2;
    return highest >= 1 && __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma") ? 1 : 0;
}

void osteon_run_women(osteon_program program, double *workspace, long blocks) {
    switch (instruction_set()) {
    case 2: osteon_women_avx512(program, workspace, blocks); break;
    case 1: osteon_women_avx2(program, workspace, blocks); break;
    default: osteon_women_portable(program, workspace, blocks);
    }
}

void osteon_run_derivatives(osteon_program program, double *workspace, long blocks) {
    switch (instruction_set()) {
    case 2: osteon_derivatives_avx512(program, workspace, blocks); break;
    case 1: osteon_derivatives_avx2(program, workspace, blocks); break;
    default: osteon_derivatives_portable(program, workspace, blocks);
    }
}

const char *osteon_instruction_set(void) {
    switch (instruction_set()) {
    case 2: return "AVX-512";
    case 1: return "AVX2";
    default: return "portable";
    }
}
