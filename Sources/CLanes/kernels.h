/*
 The two interpreters, included once per instruction set with KERNEL(name), eight_exp, eight_log and eight_power
 defined. Without include guards on purpose.
 */

#pragma clang fp contract(off)

static inline __attribute__((always_inline)) TARGET eight KERNEL(choose)(eight_mask condition, eight then, eight otherwise) {
    return (eight)((condition & (eight_mask)then) | (~condition & (eight_mask)otherwise));
}

static inline __attribute__((always_inline)) TARGET eight KERNEL(truth)(eight_mask condition) {
    const eight one = {1, 1, 1, 1, 1, 1, 1, 1};
    return (eight)(condition & (eight_mask)one);
}

static inline __attribute__((always_inline)) TARGET eight KERNEL(fused)(eight a, eight b, eight c) { return __builtin_elementwise_fma(a, b, c); }

/*
 A power by exp and log where base and result are ordinary, at half the cost of one that is right to the last bit: the relative error
 is 1e-16 times the size of the exponent's product with the logarithm.
 */
static inline __attribute__((always_inline)) TARGET eight KERNEL(quick_power)(eight base, eight exponent) {
    const eight most = {700, 700, 700, 700, 700, 700, 700, 700};
    const eight logarithm = eight_log(base);
    const eight product = logarithm * exponent;
    /* False also where there is no logarithm. */
    const eight_mask isOrdinary = __builtin_elementwise_abs(product) < most;
    const eight rest = KERNEL(fused)(logarithm, exponent, -product);
    const eight power = eight_exp(product);
    const eight result = KERNEL(fused)(power, rest, power);
    /* Lane by lane, so that no woman's result depends on who shares her batch. */
    return __builtin_reduce_and(isOrdinary) ? result : KERNEL(choose)(isOrdinary, result, eight_power(base, exponent));
}

/* x * slope, but nothing where x is nothing, even if the slope is infinite or no number. */
static inline __attribute__((always_inline)) TARGET eight KERNEL(scaled)(eight x, double slope) {
    const eight zero = {0, 0, 0, 0, 0, 0, 0, 0};
    return KERNEL(choose)(x == zero, zero, x * slope);
}

/* Compiled apart for one block, where no inner loop is left. */
static inline __attribute__((always_inline)) TARGET void KERNEL(women)(
    osteon_program program, double *workspace, const long blocks) {
    const eight zero = {0, 0, 0, 0, 0, 0, 0, 0};
    const osteon_instruction *step = program.instructions;
    for (long run = 0; run < program.run_count; run++) {
        const osteon_instruction *end = step + program.runs[run].length;
#define EACH(result)                                                            \
    for (; step < end; step++) {                                                \
        eight *target = (eight *)((char *)workspace + step->target);            \
        const eight *a = (const eight *)((char *)workspace + step->a);          \
        const eight *b = (const eight *)((char *)workspace + step->b);          \
        const eight *c = (const eight *)((char *)workspace + step->c);          \
        for (long k = 0; k < blocks; k++) target[k] = (result);                 \
        (void)b, (void)c;                                                       \
    }                                                                           \
    break
        switch ((osteon_operation)program.runs[run].operation) {
        case osteon_add: EACH(a[k] + b[k]);
        case osteon_subtract: EACH(a[k] - b[k]);
        case osteon_multiply: EACH(a[k] * b[k]);
        case osteon_divide: EACH(a[k] / b[k]);
        case osteon_negate: EACH(-a[k]);
        case osteon_exp: EACH(eight_exp(a[k]));
        case osteon_log: EACH(eight_log(a[k]));
        case osteon_square_root: EACH(__builtin_elementwise_sqrt(a[k]));
        case osteon_power: EACH(KERNEL(quick_power)(a[k], b[k]));
        case osteon_minimum: EACH(KERNEL(choose)(a[k] < b[k], a[k], b[k]));
        case osteon_maximum: EACH(KERNEL(choose)(a[k] < b[k], b[k], a[k]));
        case osteon_less: EACH(KERNEL(truth)(a[k] < b[k]));
        case osteon_less_or_equal: EACH(KERNEL(truth)(a[k] <= b[k]));
        case osteon_select: EACH(KERNEL(choose)(a[k] != zero, b[k], c[k]));
        case osteon_multiply_add: EACH(KERNEL(fused)(a[k], b[k], c[k]));
        case osteon_multiply_subtract: EACH(KERNEL(fused)(-a[k], b[k], c[k]));
        }
#undef EACH
    }
}

static TARGET void KERNEL(run_women)(osteon_program program, double *workspace, long blocks) {
    if (blocks == 1) {
        KERNEL(women)(program, workspace, 1);
    } else {
        KERNEL(women)(program, workspace, blocks);
    }
}

/* For each operation the value r of lane 0, and on all lanes the derivative, of which lane 0 is then overwritten. */
static TARGET void KERNEL(run_derivatives)(osteon_program program, double *workspace, long blocks) {
    const eight zero = {0, 0, 0, 0, 0, 0, 0, 0};
    const osteon_instruction *next = program.instructions;
    for (long run = 0, left = 0; run < program.run_count; run += left == 0) {
        if (left == 0) left = program.runs[run].length;
        left--;
        const osteon_instruction step = *next++;
        double *row = (double *)((char *)workspace + step.target);
        eight *target = (eight *)row;
        const eight *a = (const eight *)((char *)workspace + step.a);
        const eight *b = (const eight *)((char *)workspace + step.b);
        const eight *c = (const eight *)((char *)workspace + step.c);
        /* Read before anything is written, because the target may be one of the operands. */
        const double x = a[0][0], y = b[0][0], z = c[0][0];
        double r, p, q;
#define EACH(value, derivative)                             \
    r = (value);                                            \
    for (long k = 0; k < blocks; k++) target[k] = (derivative); \
    break
        switch ((osteon_operation)program.runs[run].operation) {
        case osteon_add: EACH(x + y, a[k] + b[k]);
        case osteon_subtract: EACH(x - y, a[k] - b[k]);
        case osteon_multiply: EACH(x * y, a[k] * y + b[k] * x);
        case osteon_divide: p = 1 / y; q = x / y; EACH(q, (a[k] - b[k] * q) * p);
        case osteon_negate: EACH(-x, -a[k]);
        case osteon_exp: p = eight_exp(a[0])[0]; EACH(p, a[k] * p);
        case osteon_log: p = 1 / x; EACH(eight_log(a[0])[0], a[k] * p);
        case osteon_square_root: q = __builtin_sqrt(x); p = 0.5 / q; EACH(q, KERNEL(scaled)(a[k], p));
        case osteon_power: {
            const double value = KERNEL(quick_power)(a[0], b[0])[0];
            /* By the base y x^(y-1), which is right at x = 0 too; by the exponent r log x, which is 0 there. */
            p = y == 0 ? 0 : x == 0 ? (y == 1 ? 1 : y > 1 ? 0 : y * __builtin_inf()) : y * value / x;
            q = value == 0 ? 0 : value * eight_log(a[0])[0];
            EACH(value, KERNEL(scaled)(a[k], p) + KERNEL(scaled)(b[k], q));
        }
        case osteon_minimum: EACH(x < y ? x : y, x < y ? a[k] : b[k]);
        case osteon_maximum: EACH(x < y ? y : x, x < y ? b[k] : a[k]);
        case osteon_less: EACH(x < y, zero);
        case osteon_less_or_equal: EACH(x <= y, zero);
        case osteon_select: EACH(x != 0 ? y : z, x != 0 ? b[k] : c[k]);
        case osteon_multiply_add: EACH(__builtin_fma(x, y, z), a[k] * y + b[k] * x + c[k]);
        case osteon_multiply_subtract: EACH(__builtin_fma(-x, y, z), c[k] - (a[k] * y + b[k] * x));
        }
#undef EACH
        row[0] = r;
    }
}
