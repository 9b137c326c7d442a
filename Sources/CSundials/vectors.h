/*
 Vector operations for CVODES on short vectors.

 Distributions build SUNDIALS without optimisation, which makes its loops over a few dozen states the largest cost of
 a step. These replace the ones an integration calls most, four numbers at a time; clones of a vector inherit them.
 */
#include <math.h>
#include <nvector/nvector_serial.h>

/* Four doubles that may lie at any address and alias plain doubles. */
typedef double osteon_four __attribute__((vector_size(32), aligned(8), may_alias));

static inline double *osteon_data(N_Vector v) { return ((N_VectorContent_Serial)v->content)->data; }
static inline sunindextype osteon_length(N_Vector v) { return ((N_VectorContent_Serial)v->content)->length; }

#define OSTEON_FOUR(p) (*(osteon_four *)((p) + i))
/* Runs `four` for whole quadruples and `one` for what is left of `n` numbers. */
#define OSTEON_EACH(n, four, one)                   \
    {                                               \
        sunindextype i = 0;                         \
        for (; i + 4 <= (n); i += 4) { four; }      \
        for (; i < (n); i++) { one; }               \
    }

static inline void osteon_linear_sum(double a, N_Vector x, double b, N_Vector y, N_Vector z) {
    double *xd = osteon_data(x), *yd = osteon_data(y), *zd = osteon_data(z);
    sunindextype n = osteon_length(x);
    OSTEON_EACH(n, OSTEON_FOUR(zd) = a * OSTEON_FOUR(xd) + b * OSTEON_FOUR(yd), zd[i] = a * xd[i] + b * yd[i])
}

static inline void osteon_constant(double c, N_Vector z) {
    double *zd = osteon_data(z);
    sunindextype n = osteon_length(z);
    for (sunindextype i = 0; i < n; i++) zd[i] = c;
}

static inline void osteon_scale(double c, N_Vector x, N_Vector z) {
    double *xd = osteon_data(x), *zd = osteon_data(z);
    sunindextype n = osteon_length(x);
    OSTEON_EACH(n, OSTEON_FOUR(zd) = c * OSTEON_FOUR(xd), zd[i] = c * xd[i])
}

static inline void osteon_absolute(N_Vector x, N_Vector z) {
    const double *xd = osteon_data(x);
    double *zd = osteon_data(z);
    for (sunindextype i = 0, n = osteon_length(x); i < n; i++) zd[i] = fabs(xd[i]);
}

static inline void osteon_inverse(N_Vector x, N_Vector z) {
    double *xd = osteon_data(x), *zd = osteon_data(z);
    sunindextype n = osteon_length(x);
    OSTEON_EACH(n, OSTEON_FOUR(zd) = 1 / OSTEON_FOUR(xd), zd[i] = 1 / xd[i])
}

static inline double osteon_weighted_norm(N_Vector x, N_Vector w) {
    double *xd = osteon_data(x), *wd = osteon_data(w);
    sunindextype n = osteon_length(x);
    osteon_four squares = {0, 0, 0, 0};
    double rest = 0;
    OSTEON_EACH(
        n,
        {
            osteon_four p = OSTEON_FOUR(xd) * OSTEON_FOUR(wd);
            squares += p * p;
        },
        {
            double p = xd[i] * wd[i];
            rest += p * p;
        })
    return sqrt((squares[0] + squares[1] + squares[2] + squares[3] + rest) / (double)n);
}

static inline int osteon_combination(int count, double *c, N_Vector *x, N_Vector z) {
    osteon_scale(c[0], x[0], z);
    for (int k = 1; k < count; k++) osteon_linear_sum(1, z, c[k], x[k], z);
    return 0;
}

static inline int osteon_scale_add_multi(int count, double *a, N_Vector x, N_Vector *y, N_Vector *z) {
    for (int k = 0; k < count; k++) osteon_linear_sum(a[k], x, 1, y[k], z[k]);
    return 0;
}

static inline int osteon_scale_vectors(int count, double *c, N_Vector *x, N_Vector *z) {
    for (int k = 0; k < count; k++) osteon_scale(c[k], x[k], z[k]);
    return 0;
}

/* Replaces the operations of a serial vector, before it is cloned. */
static inline void osteon_use_short_vector_operations(N_Vector v) {
    v->ops->nvlinearsum = osteon_linear_sum;
    v->ops->nvconst = osteon_constant;
    v->ops->nvscale = osteon_scale;
    v->ops->nvabs = osteon_absolute;
    v->ops->nvinv = osteon_inverse;
    v->ops->nvwrmsnorm = osteon_weighted_norm;
    v->ops->nvlinearcombination = osteon_combination;
    v->ops->nvscaleaddmulti = osteon_scale_add_multi;
    v->ops->nvscalevectorarray = osteon_scale_vectors;
    v->ops->nvgetarraypointer = osteon_data;
}
