#include "lanes.h"

#include <immintrin.h>

/* Vectors pass only between functions that are inlined into one another, so no calling convention is at stake. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef double eight __attribute__((vector_size(64)));
typedef int64_t eight_mask __attribute__((vector_size(64)));
typedef double four __attribute__((vector_size(32)));

/* SLEEF's header shows these only to a compiler set to one instruction set; they are in the library all the same. */
#define AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma")))
#define AVX2 __attribute__((target("avx2,fma")))
AVX512 __m512d Sleef_finz_expd8_u10avx512f(__m512d);
AVX512 __m512d Sleef_finz_logd8_u10avx512f(__m512d);
AVX512 __m512d Sleef_finz_powd8_u10avx512f(__m512d, __m512d);
AVX2 __m256d Sleef_finz_expd4_u10avx2(__m256d);
AVX2 __m256d Sleef_finz_logd4_u10avx2(__m256d);
AVX2 __m256d Sleef_finz_powd4_u10avx2(__m256d, __m256d);
double Sleef_finz_expd1_u10purecfma(double);
double Sleef_finz_logd1_u10purecfma(double);
double Sleef_finz_powd1_u10purecfma(double, double);

#define TARGET AVX512
#define KERNEL(name) name##_avx512
#define eight_exp(x) ((eight)Sleef_finz_expd8_u10avx512f((__m512d)(x)))
#define eight_log(x) ((eight)Sleef_finz_logd8_u10avx512f((__m512d)(x)))
#define eight_power(x, y) ((eight)Sleef_finz_powd8_u10avx512f((__m512d)(x), (__m512d)(y)))
#include "kernels.h"
#undef KERNEL
#undef eight_exp
#undef eight_log
#undef eight_power
#undef TARGET

#define TARGET AVX2
#define LOW(x) __builtin_shufflevector(x, x, 0, 1, 2, 3)
#define HIGH(x) __builtin_shufflevector(x, x, 4, 5, 6, 7)
#define HALVES(low, high) \
    ((eight)__builtin_shufflevector((four)(low), (four)(high), 0, 1, 2, 3, 4, 5, 6, 7))
#define KERNEL(name) name##_avx2
#define eight_exp(x) HALVES(Sleef_finz_expd4_u10avx2(LOW(x)), Sleef_finz_expd4_u10avx2(HIGH(x)))
#define eight_log(x) HALVES(Sleef_finz_logd4_u10avx2(LOW(x)), Sleef_finz_logd4_u10avx2(HIGH(x)))
#define eight_power(x, y) \
    HALVES(Sleef_finz_powd4_u10avx2(LOW(x), LOW(y)), Sleef_finz_powd4_u10avx2(HIGH(x), HIGH(y)))
#include "kernels.h"
#undef KERNEL
#undef eight_exp
#undef eight_log
#undef eight_power
#undef TARGET

static inline eight each1(double (*f)(double), eight x) {
    for (int k = 0; k < 8; k++) x[k] = f(x[k]);
    return x;
}
static inline eight each2(double (*f)(double, double), eight x, eight y) {
    for (int k = 0; k < 8; k++) x[k] = f(x[k], y[k]);
    return x;
}
#define TARGET
#define KERNEL(name) name##_portable
#define eight_exp(x) each1(Sleef_finz_expd1_u10purecfma, x)
#define eight_log(x) each1(Sleef_finz_logd1_u10purecfma, x)
#define eight_power(x, y) each2(Sleef_finz_powd1_u10purecfma, x, y)
#include "kernels.h"

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
    case 2: run_women_avx512(program, workspace, blocks); break;
    case 1: run_women_avx2(program, workspace, blocks); break;
    default: run_women_portable(program, workspace, blocks);
    }
}

void osteon_run_derivatives(osteon_program program, double *workspace, long blocks) {
    switch (instruction_set()) {
    case 2: run_derivatives_avx512(program, workspace, blocks); break;
    case 1: run_derivatives_avx2(program, workspace, blocks); break;
    default: run_derivatives_portable(program, workspace, blocks);
    }
}

const char *osteon_instruction_set(void) {
    switch (instruction_set()) {
    case 2: return "AVX-512";
    case 1: return "AVX2";
    default: return "portable";
    }
}
