/*
 Runs straight-line programs over vectors of numbers, eight doubles at a time.

 A workspace holds one row of `8 * blocks` doubles for each slot. There are two readings of a row: eight or more women,
 each on a lane of her own; or one woman's value on lane 0 and its derivatives on the others. The same program serves
 both. Results do not depend on the instruction set found: every operation is rounded once, and functions come from
 SLEEF's variants that give the same bits everywhere.
 */
#ifndef OSTEON_PROGRAM_H
#define OSTEON_PROGRAM_H

#include <stdint.h>

typedef enum osteon_operation {
    osteon_add, osteon_subtract, osteon_multiply, osteon_divide, osteon_negate, osteon_exp, osteon_log,
    osteon_square_root, osteon_power, osteon_minimum, osteon_maximum, osteon_less, osteon_less_or_equal,
    osteon_select, osteon_multiply_add, osteon_multiply_subtract, osteon_sine, osteon_cosine, osteon_arctangent,
    osteon_floor, osteon_gamma, osteon_equal
} osteon_operation;

/* row[target] = operation(row[a], row[b], row[c]); rows are given by their distance in bytes from the workspace. */
typedef struct osteon_instruction {
    uint32_t target, a, b, c;
} osteon_instruction;

/* So many instructions of one kind, one after another. */
typedef struct osteon_run {
    int32_t operation, length;
} osteon_run;

typedef struct osteon_program {
    const osteon_run *runs;
    long run_count;
    const osteon_instruction *instructions;
} osteon_program;

#endif
