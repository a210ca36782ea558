"""The only door: nothing leaves the register side but through `protect`, and `audit` attacks what has left it."""

from __future__ import annotations

from internationals.disclosure.auditing import Audit, Leak, audit
from internationals.disclosure.loss import Loss, total
from internationals.disclosure.policy import Policy, policy
from internationals.disclosure.protecting import Protected, protect

__all__ = ["Audit", "Leak", "Loss", "Policy", "Protected", "audit", "policy", "protect", "total"]
