"""What to do: one file a verb, ``(setting, request) -> Plan | Refusal``, all of it pure."""
