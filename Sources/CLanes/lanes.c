#include "lanes.h"

#include <immintrin.h>

/* Vectors pass by value only between functions that are inlined into one another, so no calling convention is at stake. */
#pragma clang diagnostic ignored "-Wpsabi"

typedef double eight __attribute__((vector_size(64)));
typedef int64_t eight_mask __attribute__((vector_size(64)));

#define AVX512 __attribute__((target("avx512f,avx512dq,avx512vl,avx2,fma")))
#define AVX2 __attribute__((target("avx2,fma")))

/*
 SLEEF takes wide vectors in registers. The compiler passes them in memory instead, whatever a function's target, unless the whole file
 is compiled for one instruction set. So the registers are filled by hand: *result = function(*x, *y), or function(*x).
 */
#define CALL_512(name, function)                                                                            \
    __attribute__((naked, noinline)) static void name(const eight *x, const eight *y, eight *result) {      \
        __asm__("push %rbx\n mov %rdx, %rbx\n"                                                              \
                "vmovupd (%rdi), %zmm0\n vmovupd (%rsi), %zmm1\n"                                           \
                "call " #function "@PLT\n"                                                                  \
                "vmovupd %zmm0, (%rbx)\n pop %rbx\n ret");                                                  \
    }
#define CALL_256(name, function)                                                                            \
    __attribute__((naked, noinline)) static void name(const eight *x, const eight *y, eight *result) {      \
        __asm__("push %rbx\n push %r12\n push %r13\n mov %rdi, %rbx\n mov %rsi, %r12\n mov %rdx, %r13\n"    \
                "vmovupd (%rbx), %ymm0\n vmovupd (%r12), %ymm1\n"                                           \
                "call " #function "@PLT\n"                                                                  \
                "vmovupd %ymm0, (%r13)\n"                                                                   \
                "vmovupd 32(%rbx), %ymm0\n vmovupd 32(%r12), %ymm1\n"                                       \
                "call " #function "@PLT\n"                                                                  \
                "vmovupd %ymm0, 32(%r13)\n pop %r13\n pop %r12\n pop %rbx\n ret");                          \
    }
CALL_512(exp_avx512, Sleef_finz_expd8_u10avx512f)
CALL_512(log_avx512, Sleef_finz_logd8_u10avx512f)
CALL_512(power_avx512, Sleef_finz_powd8_u10avx512f)
CALL_256(exp_avx2, Sleef_finz_expd4_u10avx2)
CALL_256(log_avx2, Sleef_finz_logd4_u10avx2)
CALL_256(power_avx2, Sleef_finz_powd4_u10avx2)
double Sleef_finz_expd1_u10purecfma(double);
double Sleef_finz_logd1_u10purecfma(double);
double Sleef_finz_powd1_u10purecfma(double, double);

#define eight_exp(x) KERNEL(called)(KERNEL(exp), x, x)
#define eight_log(x) KERNEL(called)(KERNEL(log), x, x)
#define eight_power(x, y) KERNEL(called)(KERNEL(power), x, y)
#define CALLED                                                                                              \
    static inline __attribute__((always_inline)) TARGET eight KERNEL(called)(                               \
        void (*function)(const eight *, const eight *, eight *), eight x, eight y) {                        \
        eight result;                                                                                       \
        function(&x, &y, &result);                                                                          \
        return result;                                                                                      \
    }

#define TARGET AVX512
#define KERNEL(name) name##_avx512
CALLED
#include "kernels.h"
#undef KERNEL
#undef TARGET

#define TARGET AVX2
#define KERNEL(name) name##_avx2
CALLED
#include "kernels.h"
#undef KERNEL
#undef TARGET

#undef eight_exp
#undef eight_log
#undef eight_power
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
