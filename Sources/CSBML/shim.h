#ifndef OSTEON_SBML_H
#define OSTEON_SBML_H

#include <sbml/SBMLTypes.h>
#include <sbml/conversion/ConversionProperties.h>
#include <sbml/extension/SBasePlugin.h>

#endif
