"""The name of a dossier's procedure (tên thủ tục), known here or not."""

from veban.core.procedures.procedure import ProcedureUnknown
from veban.edges.rulebook.layered import LayeredRules


def procedure_name(rules: LayeredRules, code: str) -> str:
    """Return a procedure's name; an imported dossier may have one that is not shipped."""
    try:
        return rules.procedure(code).name
    except ProcedureUnknown:
        return code
