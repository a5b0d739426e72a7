#!/usr/bin/env bash
# 演示：建一份虚构的示例档案，带四种情形的约谈各一次走完全程，最后出半年报送工作簿。每条命令都先打印，再运行。
# 用法：bash tests/demo.sh [目录]；由 make demo 调用，判断日由 YUETAN_TODAY 给定。
set -euo pipefail

folder=${1:-demo}
archive="$folder/档案"
book="$folder/2026年上半年廉政约谈情况.xlsx"
mark="$folder/.yuetan-demo"
export YUETAN_TODAY=${YUETAN_TODAY:-2026-06-24} PYTHONUTF8=1

# 只清掉演示自己建的；别人的文件夹不动。
if [ -L "$folder" ] || { [ -e "$folder" ] && [ ! -d "$folder" ]; } ||
    { [ -d "$folder" ] && [ ! -f "$mark" ] && [ -n "$(ls -A -- "$folder")" ]; }; then
    echo "$folder 已经在，而且不是演示建的，没有动它。换一个目录：make demo DEMO=另一个目录" >&2
    exit 2
fi
mkdir -p -- "$folder"
touch -- "$mark"
rm -rf -- "$archive" "$book"

# 没有告诉过 git 自己是谁的，用演示的名字；建好后也写进这份档案，好接着试。
known() { git -c user.useConfigOnly=true var "$1" >/dev/null 2>&1; }
if ! known GIT_AUTHOR_IDENT || ! known GIT_COMMITTER_IDENT; then
    nobody=1
    export GIT_AUTHOR_NAME=演示人员 GIT_AUTHOR_EMAIL=demo@example.invalid
    export GIT_COMMITTER_NAME=$GIT_AUTHOR_NAME GIT_COMMITTER_EMAIL=$GIT_AUTHOR_EMAIL
fi

bold= plain=
[ -t 1 ] && [ -z "${NO_COLOR:-}" ] && bold=$'\033[1m' plain=$'\033[0m'
title() { printf '\n%s── %s%s\n' "$bold" "$1" "$plain"; }
show() {
    local word line=$1
    for word in "${@:2}"; do
        case $word in
            *[!A-Za-z0-9_./:=,-]* | '') printf -v word "'%s'" "${word//\'/\'\\\'\'}" ;;
        esac
        line+=" $word"
    done
    printf '\n$ %s\n' "$line"
}
run() { show "$@"; "$@"; }
here() { run yuetan -C "$archive" "$@"; }
# 检查出问题是意料之中的（退出码 1），别的失败不是
found() { here "$@" || [ $? -eq 1 ]; }
# 起草一份，记下它的编号
drafted=
draft() {
    local said
    show yuetan -C "$archive" new "$@"
    said=$(yuetan -C "$archive" new "$@" 2>&1) || { printf '%s\n' "$said" >&2; exit 3; }
    printf '%s\n' "$said"
    drafted=$(grep -oE '[A-Z]{2}-[0-9]{6}-[A-Z0-9]{5}' <<<"$said" | head -n 1)
}
# 不合规定的一步：应当被拒绝
refused() {
    local status=0
    here "$@" || status=$?
    if [ "$status" -ne 2 ]; then
        echo "这一步本应被拒绝（退出码 2），退出码却是 $status" >&2
        exit 3
    fi
}

echo "判断日：$YUETAN_TODAY。全部人名、单位、事情都是虚构的。"
show export "YUETAN_TODAY=$YUETAN_TODAY"

title '一、建一份示例档案（35 个单位，约 200 名干部，18 个月的约谈）'
run yuetan init "$archive" --sample
if [ -n "${nobody:-}" ]; then
    run git -C "$archive" config user.name "$GIT_AUTHOR_NAME"
    run git -C "$archive" config user.email "$GIT_AUTHOR_EMAIL"
fi
here list --state 待整改
found check

title '二、警示约谈：起草 → 通知 → 签收 → 记录 → 整改 → 办结'
draft 警示 --subject CZJ-002 --interviewer JW-002 --date 2026-06-01 --at 2026-06-08T09:30 --place 第二会议室 \
    --topic 公务接待管理 --reason 了解公务接待管理的有关情况 --source 监督检查 --whose 本单位 --problem 公务接待审批把关不严 \
    --consulted 市委组织部 --consulted-on 2026-05-29
warning=$drafted
echo; echo '只提前一天通知，会被拒绝，并说出最近的合规日期：'
refused notify "$warning" --date 2026-06-07
here notify "$warning" --date 2026-06-02
here receipt "$warning" --date 2026-06-02
here minutes "$warning" --at 2026-06-08T09:30 --recorder 钱丙辰 --explained --reminder 严格执行接待审批的规定，有则改之。 \
    --said 解释说明=对接待审批把关不严，已经认识到问题。 --said 整改措施=逐单复核，按月通报。 \
    --signed 约谈人 --signed 约谈对象 --signed 记录人
here show "$warning"
here rectify "$warning" --formed 2026-06-18 --sent 2026-06-18 --received 2026-06-22 --verdict 到位 --date 2026-06-22
here close "$warning" --conclusion 整改到位，予以办结。 --date 2026-06-23
here log "$warning"

title '三、日常约谈'
draft 日常 --subject FY-001 --interviewer SW-001 --date 2026-06-01 --at 2026-06-09T15:00 --place 市委小会议室 \
    --topic 履行党风廉政建设责任和廉洁自律情况 --reason 年度日常廉政约谈 --consulted 市委组织部 --consulted-on 2026-05-29
here notify "$drafted" --date 2026-06-03 --to 本人
here receipt "$drafted" --date 2026-06-03
here minutes "$drafted" --at 2026-06-09T15:00 --recorder 钱丙辰 --explained --reminder 带头落实责任，守住底线。 \
    --said 责任制履行情况=班子责任清单已经逐项落实。 --said 个人廉洁自律情况=没有违反规定的情况。
here close "$drafted" --date 2026-06-10

title '四、任前约谈'
draft 任前 --subject CZJ-005 --interviewer JW-002 --date 2026-06-02 --at 2026-06-10T10:00 --place 第一会议室 \
    --topic 任前廉政约谈 --reason 拟任职务前的廉政约谈 --new-unit 市财政局 --new-post 副局长 --new-rank 副处 --new-managed --new-kind 提拔 \
    --consulted 市委组织部 --consulted-on 2026-06-01
here notify "$drafted" --date 2026-06-04
here minutes "$drafted" --at 2026-06-10T10:00 --recorder 钱丙辰 --explained --reminder 自觉遵守各项规定，履行一岗双责。 \
    --said 表态发言=珍惜岗位，接受监督。
here close "$drafted" --date 2026-06-11

title '五、回访约谈'
draft 回访 --subject JTJ-003 --interviewer JW-003 --date 2026-06-02 --at 2026-06-11T09:00 --place 第一会议室 \
    --topic 处分后回访 --reason 了解处分后的思想和工作情况 --sanction 党内警告 --sanction-category 党纪 --sanction-on 2025-12-15 \
    --consulted 市委组织部 --consulted-on 2026-06-01
here notify "$drafted" --date 2026-06-04 --by 电话
here minutes "$drafted" --at 2026-06-11T09:00 --recorder 钱丙辰 --explained --reminder 放下包袱，知错就改，振奋精神。 \
    --said 对错误的认识=认识到放松了要求。 --said 整改情况=已经全部改正。
here close "$drafted" --date 2026-06-12

title '六、检查、解释、到期的事'
found check
here explain B7.2
here due --within 14

title '七、半年报送'
here report 2026H1 -o "$book"
here render "$warning" 约谈记录

title '做完了'
echo "档案：       $archive"
echo "Excel：      $book"
echo "Word 文书：  $archive/out/"
find "$archive/out" -name '*.docx' | LC_ALL=C sort | sed 's/^/    /'
