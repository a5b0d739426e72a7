"""What a record is: frozen values declared in one field table.

The table gives the mapping between keys and identifiers, the key order, the JSON Schema and the checker.
"""

from yuetan.model.build import Violation, build, plain
from yuetan.model.interview import Interview
from yuetan.model.office import Office
from yuetan.model.reporting import Plan, Received, Report
from yuetan.model.roster import Held, Roster
from yuetan.model.state import State, Stored
from yuetan.model.unit import Post, Unit

RECORDS = {
    "interview": Interview,
    "unit": Unit,
    "plan": Plan,
    "report": Report,
    "received": Received,
    "office": Office,
}

__all__ = [
    "RECORDS", "Held", "Interview", "Office", "Plan", "Post", "Received", "Report", "Roster", "State", "Stored", "Unit",
    "Violation", "build", "plain",
]  # fmt: skip
