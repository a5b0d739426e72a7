"""Sample views, all fictional, and the places of their texts."""

from __future__ import annotations

import copy
from typing import Any

Path = tuple[Any, ...]

NOTICE: dict[str, Any] = {
    "标题": "廉政约谈通知书", "文号": "连纪约〔2026〕3号", "收件": "市发展和改革委员会党组",
    "对象们": [
        {"姓名": "冯庚辰", "单位": "市发展和改革委员会", "职务": "副主任、党组副书记"},
        {"姓名": "褚壬午", "单位": "市发展改革委", "职务": "副主任"},
    ],
    "主题": "公务接待管理问题", "事由": "规范公务接待管理", "时间": "2026年3月10日（周二）9时30分",
    "地点": "市纪委监委三楼谈话室",
    "约谈人们": [
        {"姓名": "甲子丑", "单位": "市纪委监委", "职务": "副书记", "分工": "主谈"},
        {"姓名": "乙寅卯", "单位": "市纪委", "职务": "常委", "分工": "参加"},
    ],
    "条款": "《市管领导干部廉政约谈暂行办法》第七条第（二）项", "准备事项": "请准备情况说明。\n请准备整改措施。",
    "联系人": "丙辰巳", "联系电话": "0518-0000000", "署名": "某某市纪委", "日期": "2026年3月5日",
    "回执说明": "收到本通知后请填写回执。",
}  # fmt: skip

MINUTES: dict[str, Any] = {
    "标题": "廉政约谈记录", "编号": "连纪约〔2026〕3号", "类型": "警示约谈",
    "对象们": [
        {**NOTICE["对象们"][0], "陈述们": [{"项目": "解释说明", "内容": "审批不严。\n负有责任。"}]},
        {**NOTICE["对象们"][1], "陈述们": [{"项目": "整改措施", "内容": "建立台账。"}]},
    ],
    "约谈人们": NOTICE["约谈人们"], "记录人": "丁午未", "时间": "2026年3月10日9时35分",
    "地点": "市纪委监委三楼谈话室", "主题": "公务接待管理问题", "事由": "规范公务接待管理",
    "说明主题原因": "已说明主题及原因",
    "陈述们": [],
    "教育提醒": "有则改之，无则加勉。", "签字": "约谈人、约谈对象", "日期": "2026年3月11日",
    "声明": "本记录不是谈话笔录。",
}  # fmt: skip


def leaf_paths(view: Any, path: Path = ()) -> list[Path]:
    """The place of every text."""
    if isinstance(view, str):
        return [path]
    steps = view.items() if isinstance(view, dict) else enumerate(view)
    return [found for step, item in steps for found in leaf_paths(item, (*path, step))]


def with_leaf(view: dict[str, Any], path: Path, text: str) -> dict[str, Any]:
    """The view with another text in that place."""
    changed = copy.deepcopy(view)
    holder: Any = changed
    for step in path[:-1]:
        holder = holder[step]
    holder[path[-1]] = text
    return changed
