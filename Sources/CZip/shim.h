#ifndef OSTEON_ZIP_H
#define OSTEON_ZIP_H

#include <zip.h>

#endif
