"""pandas, imported when a frame is made; where it is not installed, that is said with the next step."""

from __future__ import annotations

from typing import TYPE_CHECKING

from yuetan.errors import EnvironmentFaultError

if TYPE_CHECKING:
    from types import ModuleType


def pandas() -> ModuleType:
    """The module; EnvironmentFaultError where this machine has none (loongarch64 has no wheel)."""
    try:
        import pandas as pd
    except ImportError as error:
        raise EnvironmentFaultError(
            "这台机器上没有装 pandas，不能生成供分析的数据",
            hint="装好后再试：python -m pip install pandas；其他命令和名单（约谈、人次、名册、期限、覆盖）都不需要它",
        ) from error
    return pd
