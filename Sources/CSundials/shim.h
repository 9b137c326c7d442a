#include <cvodes/cvodes.h>
#include "vectors.h"
#include <sunmatrix/sunmatrix_sparse.h>

/* From sunlinsol/sunlinsol_klu.h, which includes klu.h from a folder that is on no default search path. */
SUNLinearSolver SUNLinSol_KLU(N_Vector y, SUNMatrix A, SUNContext context);
