/*
 Vector operations for CVODES on short vectors.

 Distributions build SUNDIALS without optimisation, which makes its loops over a few dozen states the largest cost of
 a step. These replace the ones an integration calls most; clones of a vector inherit them.
 */
#include <math.h>
#include <nvector/nvector_serial.h>

/* Vectors are the same or apart, never shifted against each other, so lanes do not depend on one another. */
#define OSTEON_LANES _Pragma("clang loop vectorize(assume_safety)")

static inline double *osteon_data(N_Vector v) { return ((N_VectorContent_Serial)v->content)->data; }
static inline sunindextype osteon_length(N_Vector v) { return ((N_VectorContent_Serial)v->content)->length; }

static inline void osteon_linear_sum(double a, N_Vector x, double b, N_Vector y, N_Vector z) {
    const double *xd = osteon_data(x), *yd = osteon_data(y);
    double *zd = osteon_data(z);
    OSTEON_LANES
    for (sunindextype i = 0, n = osteon_length(x); i < n; i++) zd[i] = a * xd[i] + b * yd[i];
}

static inline void osteon_constant(double c, N_Vector z) {
    double *zd = osteon_data(z);
    OSTEON_LANES
    for (sunindextype i = 0, n = osteon_length(z); i < n; i++) zd[i] = c;
}

static inline void osteon_scale(double c, N_Vector x, N_Vector z) {
    const double *xd = osteon_data(x);
    double *zd = osteon_data(z);
    OSTEON_LANES
    for (sunindextype i = 0, n = osteon_length(x); i < n; i++) zd[i] = c * xd[i];
}

static inline void osteon_absolute(N_Vector x, N_Vector z) {
    const double *xd = osteon_data(x);
    double *zd = osteon_data(z);
    OSTEON_LANES
    for (sunindextype i = 0, n = osteon_length(x); i < n; i++) zd[i] = fabs(xd[i]);
}

static inline void osteon_inverse(N_Vector x, N_Vector z) {
    const double *xd = osteon_data(x);
    double *zd = osteon_data(z);
    OSTEON_LANES
    for (sunindextype i = 0, n = osteon_length(x); i < n; i++) zd[i] = 1 / xd[i];
}

static inline double osteon_weighted_norm(N_Vector x, N_Vector w) {
    const double *xd = osteon_data(x), *wd = osteon_data(w);
    sunindextype n = osteon_length(x);
    double even = 0, odd = 0;
    for (sunindextype i = 0; i + 1 < n; i += 2) {
        double p = xd[i] * wd[i], q = xd[i + 1] * wd[i + 1];
        even += p * p;
        odd += q * q;
    }
    if (n % 2) even += xd[n - 1] * wd[n - 1] * xd[n - 1] * wd[n - 1];
    return sqrt((even + odd) / (double)n);
}

static inline int osteon_combination(int count, double *c, N_Vector *x, N_Vector z) {
    double *zd = osteon_data(z);
    const double *first = osteon_data(x[0]);
    sunindextype n = osteon_length(z);
    OSTEON_LANES
    for (sunindextype i = 0; i < n; i++) zd[i] = c[0] * first[i];
    for (int k = 1; k < count; k++) {
        const double *xd = osteon_data(x[k]);
        OSTEON_LANES
        for (sunindextype i = 0; i < n; i++) zd[i] += c[k] * xd[i];
    }
    return 0;
}

static inline int osteon_scale_add_multi(int count, double *a, N_Vector x, N_Vector *y, N_Vector *z) {
    const double *xd = osteon_data(x);
    sunindextype n = osteon_length(x);
    for (int k = 0; k < count; k++) {
        const double *yd = osteon_data(y[k]);
        double *zd = osteon_data(z[k]);
        OSTEON_LANES
        for (sunindextype i = 0; i < n; i++) zd[i] = a[k] * xd[i] + yd[i];
    }
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
