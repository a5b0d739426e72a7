"""What to do: one file a verb, ``(state, request, laws, today) -> Plan | Refusal``, all of it pure."""
