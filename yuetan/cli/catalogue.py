"""The commands, in the order of a record's life; each in a file of commands/, or made of an action's request.

A module is imported when its command is called: `yuetan --help` must not wait for all of them.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Command:
    """A command, or a group of commands, in a module of commands/.

    `about` is its line in the list of commands and the first of its own help, whose rest is the function's docstring.
    The module has a function of its own name, or an `app` with a group's commands.
    """

    name: str
    about: str
    file: str = ""

    @property
    def module(self) -> str:
        """The module to be imported."""
        return f"yuetan.cli.commands.{self.file or self.name}"


@dataclass(frozen=True, slots=True)
class Verb:
    """A step of a record, whose command is made of the table of its request: `action` is the module under actions.

    The module has a function of the verb's name, which takes the setting and the request.
    """

    name: str
    about: str
    action: str
    examples: tuple[str, ...]

    @property
    def module(self) -> str:
        """The module to be imported."""
        return f"yuetan.actions.{self.action}"


COMMANDS: tuple[Command | Verb, ...] = (
    Command("init", "新建一个约谈档案：git 仓库、目录、模板、结构说明和规范。"),
    Command("new", "起草一份约谈，姓名、单位、职务取名册中当日的。"),
    Verb(
        "edit",
        "修改一份还没有办结的约谈，改后重新对照办法。",
        "life.edit",
        (
            "yuetan edit JS-202603-7K3FQ --set 主题=规范公务接待管理",
            "yuetan edit JS-2026 --set 约谈对象[0].问题.来源=监督检查 --set 协调[0].商请.日期=2026-03-01",
        ),
    ),
    Verb(
        "approve", "登记审批。", "life.approve", ("yuetan approve JS-202603-7K3FQ --approver 某书记 --date 2026-03-04",)
    ),
    Verb(
        "notify",
        "登记通知：检查提前天数，编文号，生成《约谈通知书》。",
        "life.notify",
        ("yuetan notify JS-202603-7K3FQ", "yuetan notify JS-202603-7K3FQ --to 本人 --by 电话 --date 昨天"),
    ),
    Verb("receipt", "登记通知的签收。", "life.receipt", ("yuetan receipt JS-202603-7K3FQ --date 2026-03-05",)),
    Command("minutes", "记录约谈：时间、地点、记录人、各人的陈述、教育提醒；生成《约谈记录》。"),
    Command("rectify", "登记整改落实情况报告（或其他后续文书）的一轮：形成、报送、收到、评价，以及追责。"),
    Verb(
        "close",
        "办结。办结后只能用 yuetan amend 更正。",
        "life.close",
        ("yuetan close JS-202603-7K3FQ --conclusion 整改到位",),
    ),
    Verb("cancel", "撤销还没有进行的约谈。", "life.cancel", ("yuetan cancel JS-202603-7K3FQ --why 对象已调离本市",)),
    Verb("postpone", "延后约谈，新的时间待定。", "life.postpone", ("yuetan postpone JS-202603-7K3FQ --why 对象住院",)),
    Verb(
        "reschedule",
        "改期或改地点；办法要求重新通知时会提醒。",
        "life.reschedule",
        ("yuetan reschedule JS-202603-7K3FQ --at 2026-03-13T09:30",),
    ),
    Verb(
        "amend",
        "更正一份已办结的约谈；原来的和更正的都留在历史中。",
        "life.amend",
        ("yuetan amend JS-202603-7K3FQ --set 谈话.地点=第一会议室 --why 笔误",),
    ),
    Command("list", "列出约谈，可按情形、单位、干部、状态、期间筛选。", "list_"),
    Command("show", "显示一份约谈：全部内容、状态、期限和下一步。"),
    Command("log", "用文字讲一份约谈（或整个档案）的经过：何时、何人、做了什么。"),
    Command("check", "逐条对照办法检查全部记录，指出文件、行、列和条款。只检查，不改动任何文件。"),
    Command("explain", "解释一条规则：依据的条款、参数、可作两种理解之处及其选择、合格和不合格的例子。"),
    Command("due", "列出到期的事：逾期的在前，其余按日子；做什么、谁、哪次约谈、依据、期限、还有几天、用什么命令办。"),
    Command("today", "今天的一页：逾期、到期、近日的约谈、待办的草稿、上个工作日以来的变动；在终端中接着出菜单。"),
    Command("remind", "本周要发的：通知、逾期整改的催办、迟报单位的报送提醒；发出后登记催办。"),
    Command("plan", "排出一年的约谈计划：谁约谈谁、在哪个月；已定、已起草、已约谈的不动，排不上的写明原因。"),
    Command("coverage", "逐人对照第六条：一年里谈了几次、还剩几天、谁有权谈；各单位报来的计在内，免谈的另列。"),
    Command("report", "生成报送工作簿：汇总、明细、未约谈名单、整改跟踪、程序检查、同比环比、补报与更正、填报说明。"),
    Command("brief", "给签发的人一页简报，连同工作情况报告和报送函，都是 Word。"),
    Command("submit", "登记报送：何时、报给谁、依据哪个提交、摘要是什么；同时生成工作簿。"),
    Command("collect", "接收各单位报来的工作簿：逐格核对，收下的一次提交，不能收的标红退回；生成全市工作簿。"),
    Command("adopt", "采用一份改过的文书：再看一遍有没有不该透露的内容，登记它的摘要，以后可以核对。"),
    Command("template", "Word 模板：用前检查，列出可用的变量，恢复随程序提供的模板。"),
    Command("import", "接收 Excel 台账：按表头猜列，对照名册，一次提交；不能导入的另存，改好再导入。", "import_"),
    Command("export", "把名单写成 Excel 或 CSV；任何文字都不会被当成公式。"),
    Command("stats", "一年概览：逐月走势、各情形与上年同期、各单位覆盖率（条形）、逾期。"),
    Command("render", "重新生成一份文书；同样的记录和模板，得到的字节也一样。"),
    Command("doctor", "检查环境：git 和身份、YAML 解析器、工作日历、结构说明、会离开内网的远程。"),
    Command("completion", "打印命令补全的脚本，放进命令行的启动文件即可。"),
    Command("roster", "名册：导入、列出、查看、调动、免职。"),
    Command("regulation", "查看、检查、比较、起草规范（各地的办法）。"),
    Command("calendar", "放假安排：导入国务院办公厅的通知，查看一年的放假和调休。"),
)
