"""The published calcium-bone model of Peterson and Riggs (BIOMD0000000613) with teriparatide injected every day.

Bone 2010;46:49, PMID 19732857. The file's own event, three doses that each replace what is left of the last, gives
way to 20 µg every day for two years into the same subcutaneous compartment.
"""

from pathlib import Path

import libsbml

from equations import Reduction, number, parse, symbols
from problem import Problem, scaled_problem

HOURS_PER_YEAR = 8766.0
HOURS_PER_MONTH = HOURS_PER_YEAR / 12
YEARS = 2
# Of one injection, in the model's pmol: micrograms over grams per mole.
DOSE = 20e6 / 4117.8
DEPOT = "TERISC"
# What a reader of the model looks at: osteoclasts, osteoblasts, calcium, PTH, RANKL, calcitriol.
OUTPUTS = {
    "osteoclasts": "OC",
    "osteoblasts": "OBfast + OBslow",
    "calcium": "P",
    "PTH": "PTH",
    "RANKL": "L",
    "calcitriol": "B",
}

INFIX = {
    libsbml.AST_PLUS: "+",
    libsbml.AST_MINUS: "-",
    libsbml.AST_TIMES: "*",
    libsbml.AST_DIVIDE: "/",
    libsbml.AST_RELATIONAL_LT: "<",
    libsbml.AST_RELATIONAL_GT: ">",
    libsbml.AST_RELATIONAL_LEQ: "<=",
    libsbml.AST_RELATIONAL_GEQ: ">=",
}


def read(file: Path) -> Problem:
    model = libsbml.readSBMLFromFile(str(file)).getModel()
    rules = {rule.getVariable(): infix(rule.getMath()) for rule in map(model.getRule, range(model.getNumRules()))}
    species = [model.getSpecies(index) for index in range(model.getNumSpecies())]
    values = starting_values(model, rules)
    rates: dict[str, list[str]] = {each.getId(): [] for each in species}
    for reaction in map(model.getReaction, range(model.getNumReactions())):
        law = infix(reaction.getKineticLaw().getMath())
        for sign, references in (("-", reaction.getListOfReactants()), ("+", reaction.getListOfProducts())):
            for reference in references:
                rates[reference.getSpecies()].append(f"{sign} {reference.getStoichiometry()!r} * {law}")
    varying = set(rates) | set(rules)
    states = []
    for name, terms in rates.items():
        scale = DOSE if name == DEPOT else abs(values[name]) or 1.0
        states.append((name, values[name], scale, " ".join(["0", *terms])))
    months = range(1, 12 * YEARS + 1)
    return scaled_problem(
        name="Calcium and bone (BIOMD0000000613), 20 µg teriparatide a day",
        units_per_year=HOURS_PER_YEAR,
        states=states,
        constants={name: value for name, value in values.items() if name not in varying},
        variables=[(name, rules[name]) for name in ordered(rules)],
        outputs=list(OUTPUTS.items()),
        doses=[(24.0 * day, [(DEPOT, DOSE)]) for day in range(int(YEARS * HOURS_PER_YEAR / 24) + 1)],
        samples=[month * HOURS_PER_MONTH for month in months if month * HOURS_PER_MONTH % 24 != 0],
    )


def infix(node: libsbml.ASTNode) -> str:
    arguments = [infix(node.getChild(index)) for index in range(node.getNumChildren())]
    kind = node.getType()
    match kind:
        case libsbml.AST_INTEGER | libsbml.AST_REAL | libsbml.AST_REAL_E | libsbml.AST_RATIONAL:
            return repr(float(node.getValue()))
        case libsbml.AST_NAME:
            return node.getName()
        case libsbml.AST_NAME_TIME:
            return "time"
        case libsbml.AST_FUNCTION_EXP | libsbml.AST_FUNCTION_LN:
            return f"{node.getName()}({arguments[0]})"
        case libsbml.AST_POWER | libsbml.AST_FUNCTION_POWER:
            return f"pow({arguments[0]}, {arguments[1]})"
        case libsbml.AST_FUNCTION_PIECEWISE if len(arguments) == 3:
            return f"piecewise({', '.join(arguments)})"
    if kind not in INFIX:
        raise ValueError(f"'{libsbml.formulaToL3String(node)}' is an operation this reader does not know")
    return f"(-{arguments[0]})" if len(arguments) == 1 else f"({f' {INFIX[kind]} '.join(arguments)})"


def starting_values(model: libsbml.Model, rules: dict[str, str]) -> dict[str, float]:
    """Every value at time zero, from attributes, initial assignments and rules, whatever their order."""
    values = {"time": 0.0}
    for compartment in map(model.getCompartment, range(model.getNumCompartments())):
        values[compartment.getId()] = compartment.getSize()
    for each in map(model.getSpecies, range(model.getNumSpecies())):
        if each.isSetInitialConcentration():
            values[each.getId()] = each.getInitialConcentration()
    for parameter in map(model.getParameter, range(model.getNumParameters())):
        if parameter.isSetValue():
            values[parameter.getId()] = parameter.getValue()
    open_definitions = dict(rules)
    for assignment in map(model.getInitialAssignment, range(model.getNumInitialAssignments())):
        open_definitions[assignment.getSymbol()] = infix(assignment.getMath())
    for name in open_definitions:
        values.pop(name, None)
    for name in ordered(open_definitions):
        known = {symbol: parse(repr(value)) for symbol, value in values.items()}
        value = number(Reduction(known).apply(open_definitions[name]))
        if value is None:
            raise ValueError(f"'{name}' has no value at time zero")
        values[name] = value
    return values


def ordered(definitions: dict[str, str]) -> list[str]:
    """Names so that each follows those it needs."""
    result: list[str] = []

    def visit(name: str) -> None:
        if name in result or name not in definitions:
            return
        for needed in sorted(symbols(parse(definitions[name]))):
            visit(needed)
        result.append(name)

    for name in definitions:
        visit(name)
    return result
