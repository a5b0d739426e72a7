"""修改: change an open record in given places."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from yuetan.actions.current import by_id, current_of
from yuetan.actions.gate import admit
from yuetan.actions.life.assignments import fit, put, shape_at
from yuetan.actions.plan import Edit, Plan, Refusal, Setting
from yuetan.actions.request import Assignments, Day, Exemption, RecordId
from yuetan.finding import parse_path, path_text
from yuetan.model import Interview
from yuetan.model.life import Stage

if TYPE_CHECKING:
    from yuetan.codec.plain import Plain
    from yuetan.finding import Path
    from yuetan.model import Stored
    from yuetan.regulation.law import Laws

OWN_VERBS = {
    "编号": "编号终身不变",
    "办结": "用 yuetan close 登记",
    "撤销": "用 yuetan cancel 登记",
    "更正": "用 yuetan amend 登记",
    "文书": "由 yuetan notify、yuetan minutes 生成",
}
"""Keys that have a verb of their own, or none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EditRequest:
    """What is to be changed in which record."""

    id: RecordId
    sets: Assignments
    """各处的路径（如 约谈对象[0].问题.来源）和新值；值为 None 即删去。"""
    day: Day
    override: Exemption = None


def edit(setting: Setting, request: EditRequest) -> Plan | Refusal:
    """The plan that changes an open record; one that does not match the table may be mended so."""
    stored = by_id(setting.state, request.id)
    if isinstance(stored, Refusal):
        return stored
    refusal = _closed(stored, setting.laws, request.id)
    if refusal is not None:
        return refusal
    changed = changes(stored.raw, request.sets)
    if isinstance(changed, Refusal):
        return changed
    value, paths = changed
    result = admit(setting, stored, stored.file, value, day=request.day, override=request.override)
    if isinstance(result, Refusal):
        return result
    subject = f"修改 {request.id}：{'、'.join(path_text(path) for path in paths)}"
    return Plan(
        "edit", (request.id,), (Edit(stored.file, result.value),), (), subject, result.findings, _notes(stored, paths)
    )


def changes(raw: Any, sets: tuple[tuple[str, Any], ...]) -> tuple[Plain, tuple[Path, ...]] | Refusal:
    """A copy of the plain value with every change made, and the paths changed."""
    if not sets:
        return Refusal("没有写明改哪一处", hint="用 --set 路径=值，如 --set 主题=公务接待管理；可写多次")
    value: Plain = deepcopy(dict(raw))
    paths: list[Path] = []
    for text, item in sets:
        path = parse_path(text)
        if path is None:
            return Refusal(f"“{text}”不是路径", hint="写法如 主题、安排.地点、约谈对象[0].问题.来源")
        barred = OWN_VERBS.get(str(path[0]))
        if barred is not None:
            return Refusal(f"“{path[0]}”不能这样改", hint=barred)
        if path[0] == "例外" and not _existing(value, path):
            return Refusal("“例外”不能这样新增", hint="在登记那一步时加 --override 原因 --approved-by 批准人")
        if item is None and not _stands(value, path):
            return Refusal(f"“{text}”本来就没有，不用删", hint=f"用 yuetan show 查看现在的内容，检查路径“{text}”")
        fault = put(value, path, fit(shape_at(Interview, path), item))
        if fault is not None:
            return Refusal(fault, hint=f"检查路径“{text}”")
        paths.append(path)
    return value, tuple(paths)


def _existing(value: Plain, path: Path) -> bool:
    rows = value.get("例外")
    return len(path) > 1 and isinstance(rows, list) and isinstance(path[1], int) and path[1] < len(rows)


def _stands(value: Any, path: Path) -> bool:
    """Whether there is anything at the path."""
    for step in path:
        found = isinstance(value, list) and step < len(value) if isinstance(step, int) else step in _keys(value)
        if not found:
            return False
        value = value[step]
    return True


def _keys(value: Any) -> Any:
    return value if isinstance(value, dict) else ()


def _closed(stored: Stored[Interview], laws: Laws, record_id: str) -> Refusal | None:
    if stored.record is None:
        return None
    stage = current_of(stored, laws).stage
    if stage is Stage.CLOSED:
        hint = f"用 yuetan amend {record_id} --set 路径=值 --why 原因 更正"
        return Refusal(f"{record_id} 已办结，不能再修改", hint=hint)
    if stage is Stage.CANCELLED:
        return Refusal(f"{record_id} 已撤销，不再变动", hint="需要时用 yuetan new 另行起草")
    return None


def _notes(stored: Stored[Interview], paths: tuple[Path, ...]) -> tuple[str, ...]:
    """What a change of something already notified asks for."""
    told = {("主题",), ("安排", "时间"), ("安排", "地点")}
    if stored.record is None or not stored.record.notices or stored.record.held or told.isdisjoint(paths):
        return ()
    return (f"已经通知过；通知的事项变了，用 yuetan notify {stored.record.id} 重新通知",)
