#ifndef OSTEON_HDF5_H
#define OSTEON_HDF5_H

#include <hdf5.h>

// Swift imports neither macros that call functions nor the library's mutable globals behind them.
static inline hid_t osteon_h5_double(void) { return H5T_NATIVE_DOUBLE; }
static inline hid_t osteon_h5_integer(void) { return H5T_NATIVE_INT64; }
static inline hid_t osteon_h5_character(void) { return H5T_C_S1; }
static inline hid_t osteon_h5_group_creation(void) { return H5P_GROUP_CREATE; }
static inline hid_t osteon_h5_file_creation(void) { return H5P_FILE_CREATE; }
static inline hid_t osteon_h5_dataset_creation(void) { return H5P_DATASET_CREATE; }
static inline hid_t osteon_h5_default(void) { return H5P_DEFAULT; }
static inline hid_t osteon_h5_all(void) { return H5S_ALL; }
static inline hsize_t osteon_h5_unlimited(void) { return H5S_UNLIMITED; }
static inline unsigned osteon_h5_truncate(void) { return H5F_ACC_TRUNC; }
static inline unsigned osteon_h5_read_only(void) { return H5F_ACC_RDONLY; }
static inline size_t osteon_h5_variable(void) { return H5T_VARIABLE; }
static inline unsigned osteon_h5_creation_order(void) { return H5P_CRT_ORDER_TRACKED | H5P_CRT_ORDER_INDEXED; }
static inline void osteon_h5_silence(void) { H5Eset_auto2(H5E_DEFAULT, NULL, NULL); }

#endif
