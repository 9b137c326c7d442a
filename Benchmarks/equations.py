"""Infix expressions as SBML Level 3 writes them, which are Python expressions too: folding, renaming, compiling."""

import ast
import math
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

FUNCTIONS: Mapping[str, Callable[..., float]] = {
    "exp": math.exp,
    "ln": math.log,
    "sqrt": math.sqrt,
    "pow": math.pow,
    "min": min,
    "max": max,
}


def parse(text: str) -> ast.expr:
    return ast.parse(text, mode="eval").body


def text(expression: ast.expr) -> str:
    return ast.unparse(ast.fix_missing_locations(expression))


def number(expression: ast.expr) -> float | None:
    """The value if the expression is a literal."""
    # A bool is an int to Python, but a condition here.
    if isinstance(expression, ast.Constant) and isinstance(value := expression.value, int | float):
        return None if isinstance(value, bool) else float(value)
    return None


def symbols(expression: ast.expr) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)} - set(FUNCTIONS) - {"piecewise"}


def factored(expression: ast.expr) -> tuple[float, ast.expr | None]:
    """The literal in front of a product, and the rest."""
    value = number(expression)
    if value is not None:
        return value, None
    if isinstance(expression, ast.BinOp) and isinstance(expression.op, ast.Mult):
        value = number(expression.left)
        if value is not None:
            return value, expression.right
    return 1.0, expression


def product(node: ast.BinOp) -> ast.expr:
    """A product or quotient with its literals gathered into one in front."""
    (a, left), (b, right) = factored(node.left), factored(node.right)
    divides = isinstance(node.op, ast.Div)
    factor = a / b if divides else a * b
    if left is None or factor == 0:
        if right is None or factor == 0:
            return ast.Constant(factor)
        return ast.BinOp(ast.Constant(factor), ast.Div(), right) if divides else multiple(factor, right)
    return multiple(factor, left if right is None else ast.BinOp(left, node.op, right))


def multiple(factor: float, rest: ast.expr) -> ast.expr:
    return rest if factor == 1 else ast.BinOp(ast.Constant(factor), ast.Mult(), rest)


def power(node: ast.Call) -> ast.expr:
    """A power with the literal in its base taken out, over which one simulator's importer would never end."""
    exponent = number(node.args[1])
    if exponent is None:
        return node
    if exponent in (0, 1):
        return node.args[0] if exponent else ast.Constant(1.0)
    factor, rest = factored(node.args[0])
    if rest is None or factor == 1 or factor <= 0:
        return node
    bare = ast.Call(node.func, [rest, node.args[1]], [])
    return multiple(math.pow(factor, exponent), bare)


class Folder(ast.NodeTransformer):
    """Replaces names and evaluates whatever then holds literals alone."""

    def __init__(self, known: Mapping[str, ast.expr]) -> None:
        self.known = known

    def visit_Name(self, node: ast.Name) -> ast.expr:
        return self.known.get(node.id, node)

    def visit_Constant(self, node: ast.Constant) -> ast.expr:
        value = number(node)
        return node if value is None else ast.Constant(value)

    def visit_UnaryOp(self, node: ast.UnaryOp) -> ast.expr:
        self.generic_visit(node)
        value = number(node.operand)
        return node if value is None else ast.Constant(-value)

    def visit_BinOp(self, node: ast.BinOp) -> ast.expr:
        self.generic_visit(node)
        left, right = number(node.left), number(node.right)
        match node.op:
            case ast.Add():
                if left is not None and right is not None:
                    return ast.Constant(left + right)
                return node.right if left == 0 else node.left if right == 0 else node
            case ast.Sub():
                if left is not None and right is not None:
                    return ast.Constant(left - right)
                return node.left if right == 0 else node
            case ast.Mult() | ast.Div():
                return product(node)
        raise ValueError(f"'{text(node)}' has an operator that these equations do not use")

    def visit_Compare(self, node: ast.Compare) -> ast.expr:
        self.generic_visit(node)
        left, right = number(node.left), number(node.comparators[0])
        if left is None or right is None:
            return node
        return ast.Constant(bool(eval(text(node))))  # literals alone are left

    def visit_Call(self, node: ast.Call) -> ast.expr:
        name = node.func.id if isinstance(node.func, ast.Name) else ""
        node.args = [self.visit(argument) for argument in node.args]
        if name == "piecewise":
            condition = node.args[1]
            if isinstance(condition, ast.Constant):
                return node.args[0] if condition.value else node.args[2]
            return node
        values = [number(argument) for argument in node.args]
        if all(value is not None for value in values):
            return ast.Constant(float(FUNCTIONS[name](*values)))
        return power(node) if name == "pow" else node


class PythonConditions(ast.NodeTransformer):
    """Turns `piecewise(a, c, b)` into `a if c else b`, which evaluates one branch alone."""

    def visit_Call(self, node: ast.Call) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.func, ast.Name) and node.func.id == "piecewise":
            then, condition, otherwise = node.args
            return ast.IfExp(test=condition, body=then, orelse=otherwise)
        return node


@dataclass
class Reduction:
    """Definitions with everything constant folded into literals and every alias, or multiple of
    another quantity, replaced by what it stands for."""

    known: dict[str, ast.expr]
    variables: dict[str, ast.expr] = field(default_factory=dict)

    def define(self, name: str, definition: str) -> None:
        expression = self.apply(definition)
        if isinstance(factored(expression)[1], ast.Name | None):
            self.known[name] = expression
        else:
            self.variables[name] = expression

    def apply(self, definition: str) -> ast.expr:
        return Folder(self.known).visit(parse(definition))

    def needed(self, roots: Iterable[ast.expr]) -> dict[str, ast.expr]:
        """The variables that the roots rest on, in order."""
        wanted: set[str] = set().union(*(symbols(root) for root in roots))
        for name in reversed(self.variables):
            if name in wanted:
                wanted |= symbols(self.variables[name])
        return {name: definition for name, definition in self.variables.items() if name in wanted}


def compiled(
    name: str, arguments: str, states: list[str], variables: Mapping[str, ast.expr], results: list[ast.expr]
) -> Callable[..., list[float]]:
    """A Python function of the arguments (among them `y`, the states) that gives the results as a list."""

    def source(expression: ast.expr) -> str:
        return text(PythonConditions().visit(parse(text(expression))))

    lines = [f"def {name}({arguments}):", f"    {', '.join(states)}, = y"]
    lines += [f"    {variable} = {source(definition)}" for variable, definition in variables.items()]
    lines.append(f"    return [{', '.join(source(result) for result in results)}]")
    scope: dict[str, object] = dict(FUNCTIONS)
    exec("\n".join(lines), scope)  # the text is this program's own
    return scope[name]  # type: ignore[return-value]
